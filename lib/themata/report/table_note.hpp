#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "themata/report/table.hpp"

namespace themata::report {

/// True if a table of the format has room for a note below it; the others hold rows and nothing
/// else, for programs to read.
bool carries_note(TableFormat format);

/// A table's note: "Note." and its sentences. For Markdown a paragraph; for other formats text,
/// wrapped to `width` columns (0: each sentence a line).
void write_table_note(const std::vector<std::string>& sentences, TableFormat format,
                      std::size_t width, std::ostream& out);

}  // namespace themata::report
