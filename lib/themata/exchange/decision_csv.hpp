#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::exchange {

/// What a row of a table of reviewed hits says.
struct DecisionRow {
  std::size_t line = 0;
  std::string source;
  text::CodePointRange range;
  std::optional<bool> left_out;  ///< nothing: not decided
  std::string reason;
};

/// Reads a table with the columns `source,start,end,decision` and perhaps `reason`. A decision is
/// "kept", "left out" or empty. Throws `InputError` with file and line.
std::vector<DecisionRow> read_decisions(const std::string& name, std::string_view bytes);

}  // namespace themata::exchange
