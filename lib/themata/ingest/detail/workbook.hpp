#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "themata/ingest/spreadsheet.hpp"

namespace themata::ingest::detail {

/// What is taken from one sheet at most: cells, counting the gaps before them in their rows, and
/// bytes of text.
inline constexpr std::size_t most_cells = 10'000'000;
inline constexpr std::size_t most_cell_bytes = std::size_t{256} << 20U;

/// Reads a sheet of an Excel workbook, as `read_rows` has it.
Sheet read_workbook(std::string_view bytes, const std::optional<std::string>& sheet);

}  // namespace themata::ingest::detail
