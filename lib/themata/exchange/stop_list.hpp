#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace themata::exchange {

/// Reads a stop list: a word a line, `#` at a line's beginning or after a space begins a comment,
/// blank lines are passed over. The words come folded (`text::fold`), in the file's order. Throws
/// `InputError` with file and line for a line that UAX #29 takes for no word or for several.
std::vector<std::string> read_stop_list(const std::string& name, std::string_view bytes);

}  // namespace themata::exchange
