#include <ostream>

#include "themata/report/detail/document_writers.hpp"
#include "themata/report/detail/latex.hpp"

namespace themata::report::detail {

namespace {

struct Frame {
  const char* begin;
  const char* end;
};

Frame frame_of(Paragraph::Kind kind) {
  switch (kind) {
    case Paragraph::Kind::title:
      return {"\\section*{", "}"};
    case Paragraph::Kind::heading:
      return {"\\subsection*{", "}"};
    case Paragraph::Kind::subheading:
      return {"\\subsubsection*{", "}"};
    case Paragraph::Kind::block_quotation:
      return {"\\begin{quote}\n", "\n\\end{quote}"};
    case Paragraph::Kind::small:
      return {"{\\small\\noindent{}", "\\par}"};
    case Paragraph::Kind::body:
      break;
  }
  return {"", ""};
}

void write_paragraph(const Paragraph& paragraph, std::ostream& out) {
  const Frame frame = frame_of(paragraph.kind);
  const bool is_heading = paragraph.kind == Paragraph::Kind::title ||
                          paragraph.kind == Paragraph::Kind::heading ||
                          paragraph.kind == Paragraph::Kind::subheading;
  out << frame.begin;
  for (const TextRun& run : paragraph.runs) {
    const std::string text =
        escape_latex(run.text, is_heading ? LatexBreak::space : LatexBreak::newline);
    if (run.style == TextRun::Style::italic) {
      out << "\\textit{" << text << '}';
    } else if (run.style == TextRun::Style::bold) {
      out << "\\textbf{" << text << '}';
    } else {
      out << text;
    }
  }
  out << frame.end << "\n\n";
}

}  // namespace

void write_document_latex(const Document& document, std::ostream& out) {
  begin_latex(out);
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      write_paragraph(*paragraph, out);
    } else {
      write_latex_table(std::get<Table>(block), out);
    }
  }
  end_latex(out);
}

}  // namespace themata::report::detail
