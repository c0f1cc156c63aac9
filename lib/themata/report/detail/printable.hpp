#pragma once

#include <string>
#include <string_view>

namespace themata::report::detail {

enum class LineBreaks { keep, as_spaces };

/// `text` as a terminal may be given it: tabs and carriage returns are spaces, other control
/// characters, which the terminal would obey, are U+FFFD.
std::string printable(std::string_view text, LineBreaks line_breaks);

/// Takes the spaces off the end of `line`.
void trim_end(std::string& line);

}  // namespace themata::report::detail
