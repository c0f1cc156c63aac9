#include "themata/report/detail/latex.hpp"

#include <ostream>

#include "themata/report/detail/text_direction.hpp"
#include "themata/text/visual_order.hpp"
#include "themata/text/xml_characters.hpp"

namespace themata::report::detail {

namespace {

// In a paper, after its \begin{document}, \@nodocument is \relax; else this is the main file. No
// conditional of a package may stand here: it would not be known where it is skipped.
constexpr const char* preamble =
    R"(% In a paper: \usepackage{booktabs,longtable,array} and \input this file. It compiles by itself
% too; for scripts other than Latin with lualatex or xelatex.
\ifdefined\XeTeXversion
  \TeXXeTstate=1 \def\themataR#1{\beginR#1\endR}\def\themataL#1{\beginL#1\endL}
\else\ifdefined\directlua
  \def\themataR#1{{\textdir TRT#1}}\def\themataL#1{{\textdir TLT#1}}
\else
  \def\themataR#1{#1}\def\themataL#1{#1}
\fi\fi
\makeatletter
\ifx\@nodocument\relax\def\themataend{}\else\def\themataend{\end{document}}
\documentclass{article}
\usepackage[margin=25mm]{geometry}
\usepackage{booktabs,longtable,array}
\ifdefined\pdftexversion
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
  \def\UTFviii@undefined@err#1{\fbox{\tiny?}}% a character that pdflatex has not
\else
  \usepackage{fontspec}
  \IfFontExistsTF{DejaVu Sans}{\setmainfont{DejaVu Sans}}{}% has more scripts than the usual font
\fi
\begin{document}
\fi
\makeatother
)";

/// What stands for a character; nothing for one that stands for itself.
const char* replacement(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\{";
    case '}':
      return "\\}";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '%':
      return "\\%";
    case '_':
      return "\\_";
    case '^':
      return "\\textasciicircum{}";
    case '~':
      return "\\textasciitilde{}";
    case '<':
      return "\\textless{}";
    case '>':
      return "\\textgreater{}";
    case '|':
      return "\\textbar{}";
    case '"':
      return "\\symbol{34}";
    case '`':
      return "\\textasciigrave{}";
    case '\t':
    case '\r':
      return " ";
    default:
      return nullptr;
  }
}

/// True if two characters would be set as one.
bool is_ligature(char first, char second) {
  return first == second && (first == '-' || first == '\'' || first == ',');
}

std::string escaped(std::string_view text, LatexBreak line_break) {
  std::string result;
  char before = '\0';
  if (!text.empty() && (text.front() == '[' || text.front() == '*')) result += "{}";
  for (const char c : text::xml_characters(text).text) {
    if (c == '\n') {
      if (result.empty() && line_break == LatexBreak::newline) result += "\\leavevmode";
      result += line_break == LatexBreak::newline ? "\\newline{}" : " ";
    } else if (const char* other = replacement(c)) {
      result += other;
    } else {
      if (is_ligature(before, c)) result += "{}";
      result += c;
    }
    before = c;
  }
  return result;
}

}  // namespace

std::string escape_latex(std::string_view text, LatexBreak line_break) {
  if (!text::has_right_to_left(text)) return escaped(text, line_break);
  const bool is_base = begins_right_to_left(text);
  std::string result;
  for (const DirectedRun& run : directed_runs(text)) {
    if (run.right_to_left == is_base) {
      result += escaped(run.text, line_break);
      continue;
    }
    const std::size_t end = run.text.find_last_not_of(" \n\t") + 1;  // spaces stay outside
    result += run.right_to_left ? "\\themataR{" : "\\themataL{";
    result += escaped(run.text.substr(0, end), line_break) + '}';
    result += escaped(run.text.substr(end), line_break);
  }
  return is_base ? "\\themataR{" + result + '}' : result;
}

void begin_latex(std::ostream& out) { out << preamble; }

void end_latex(std::ostream& out) { out << "\\themataend\n"; }

}  // namespace themata::report::detail
