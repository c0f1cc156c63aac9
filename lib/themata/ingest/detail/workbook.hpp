#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "themata/ingest/spreadsheet.hpp"

namespace themata::ingest::detail {

/// Reads a sheet of an Excel workbook, as `read_rows` has it.
Sheet read_workbook(std::string_view bytes, const std::optional<std::string>& sheet,
                    MergedCells merged);

}  // namespace themata::ingest::detail
