#pragma once

#include <string>
#include <string_view>

namespace themata::text {

enum class LineBreaks { keep, as_spaces };

/// `text` as a terminal may be given it: tabs and carriage returns are spaces; other control
/// characters, which the terminal would obey, and bytes that are not UTF-8 are U+FFFD.
std::string printable(std::string_view text, LineBreaks line_breaks);

}  // namespace themata::text
