#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "themata/report/table.hpp"

namespace themata::report {

/// A title above a table of text, wrapped to `width` columns (0: not at all), and an empty line;
/// nothing for an empty title.
void write_table_title(const std::string& title, std::size_t width, std::ostream& out);

/// What stands below a table as text: "Note." and its sentences, each a line of its own, then the
/// footnotes; wrapped to `width` columns (0: not at all). Nothing for an empty foot.
void write_text_foot(const TableFoot& foot, std::size_t width, std::ostream& out);

/// The same as Markdown: a paragraph for the note, one for each footnote.
void write_markdown_foot(const TableFoot& foot, std::ostream& out);

}  // namespace themata::report
