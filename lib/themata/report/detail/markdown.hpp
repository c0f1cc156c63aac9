#pragma once

#include <string>
#include <string_view>

namespace themata::report::detail {

/// `text` such that Markdown (CommonMark with pipe tables) shows it as it is: what would be
/// emphasis, code, markup, a character reference or the end of a table cell is escaped. Line
/// breaks are left to the caller.
std::string escape_markdown(std::string_view text);

/// The same for text that begins a line, where `- `, `# ` or `1. ` would begin a list or a heading.
std::string escape_markdown_line(std::string_view text);

}  // namespace themata::report::detail
