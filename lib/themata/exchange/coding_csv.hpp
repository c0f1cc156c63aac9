#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::exchange {

/// A coding as somebody wrote it down: names not yet looked up.
struct CodingRow {
  std::size_t row = 0;   ///< among the data rows, from 1
  std::size_t line = 0;  ///< in the file
  std::string source;
  std::string code;
  std::string quote;               ///< if there is no range
  std::optional<std::size_t> nth;  ///< which occurrence of the quote, from 1
  std::optional<text::CodePointRange> range;
  std::string coder;
  std::string memo;
  std::string theme;
};

/// Reads codings: columns `source`, `code` and either `start` and `end` or `quote` (optionally
/// `nth`); optional `coder`, `memo`, `theme`. Throws `InputError` with file, line and row.
std::vector<CodingRow> read_codings(const std::string& name, std::string_view bytes);

}  // namespace themata::exchange
