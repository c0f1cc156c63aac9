#pragma once

#include <string>
#include <string_view>

namespace themata::ingest {

/// Undoes a Markdown file's inline mark-up as CommonMark 0.30 reads it, and nothing else:
/// backslash escapes, emphasis (`*`, `_`, `**`, `__`, nested) and character references become the
/// characters they stand for. Headings, lists, links, code and line ends stay as typed.
std::string plain_from_markdown(std::string_view markdown);

}  // namespace themata::ingest
