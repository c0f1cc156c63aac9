#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "themata/report/table.hpp"

namespace themata::report::detail {

/// What a line break in a text becomes.
enum class LatexBreak { space, newline };

/// `text` such that LaTeX prints it as it is: nothing in it is a command, a comment, a ligature of
/// hyphens or quotation marks, or an option of what stands before it. Words that are written from
/// right to left are in `\themataR`, others among them in `\themataL`, which `begin_latex` defines.
std::string escape_latex(std::string_view text, LatexBreak line_break);

/// What comes first and last of a file that compiles by itself and that `\input` sets in a paper.
void begin_latex(std::ostream& out);
void end_latex(std::ostream& out);

/// A table: one that floats, or, if it is long, one that goes on over the pages.
void write_latex_table(const Table& table, std::ostream& out);

}  // namespace themata::report::detail
