#include <ostream>

#include "themata/report/detail/document_writers.hpp"
#include "themata/report/detail/markdown.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/printable.hpp"

namespace themata::report::detail {

namespace {

std::string joined(const Paragraph& paragraph) {
  std::string text;
  for (const TextRun& run : paragraph.runs) text += run.text;
  return text;
}

/// A line of the text's width in columns below a heading.
std::string underline(const std::string& text, const char* stroke) {
  std::string line;
  for (std::size_t i = 0; i < text::display_width(text); ++i) line += stroke;
  return line;
}

void write_paragraph(const Paragraph& paragraph, std::size_t width, std::ostream& out) {
  const std::size_t margin = paragraph.kind == Paragraph::Kind::block_quotation ? 4 : 0;
  const std::string shown = text::printable(joined(paragraph), text::LineBreaks::keep);
  const std::size_t columns = width == 0 ? std::string::npos : width;
  for (const std::string& line : text::wrap_behind(margin, shown, columns)) {
    if (!line.empty()) out << std::string(margin, ' ') << line;
    out << '\n';
  }
  if (paragraph.kind == Paragraph::Kind::title) out << underline(shown, "═") << '\n';
  if (paragraph.kind == Paragraph::Kind::heading) out << underline(shown, "─") << '\n';
}

std::string markdown_run(const TextRun& run) {
  const char* mark = run.style == TextRun::Style::bold     ? "**"
                     : run.style == TextRun::Style::italic ? "*"
                                                           : "";
  return mark + escape_markdown(run.text) + mark;
}

const char* markdown_beginning(Paragraph::Kind kind) {
  switch (kind) {
    case Paragraph::Kind::title:
      return "# ";
    case Paragraph::Kind::heading:
      return "## ";
    case Paragraph::Kind::subheading:
      return "### ";
    case Paragraph::Kind::block_quotation:
      return "> ";
    default:
      return "";
  }
}

/// A line break within a paragraph is a backslash at the line's end.
void write_markdown_paragraph(const Paragraph& paragraph, std::ostream& out) {
  std::string text;
  for (const TextRun& run : paragraph.runs) text += markdown_run(run);
  const std::string beginning = markdown_beginning(paragraph.kind);
  const bool is_quoted = paragraph.kind == Paragraph::Kind::block_quotation;
  out << beginning;
  for (const char c : text) {
    if (c != '\n') {
      out << c;
    } else if (is_quoted) {
      out << "\\\n> ";
    } else {
      out << (beginning.empty() ? "\\\n" : " ");
    }
  }
  out << '\n';
}

}  // namespace

void write_document_text(const Document& document, std::size_t width, std::ostream& out) {
  for (bool is_first = true; const auto& block : document.blocks) {
    if (!is_first) out << '\n';
    is_first = false;
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      write_paragraph(*paragraph, width, out);
    } else {
      const auto writer = make_table_writer(TableFormat::text, out, {.width = width});
      write_table(std::get<Table>(block), *writer);
    }
  }
}

void write_document_markdown(const Document& document, std::ostream& out) {
  for (bool is_first = true; const auto& block : document.blocks) {
    if (!is_first) out << '\n';
    is_first = false;
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      write_markdown_paragraph(*paragraph, out);
    } else {
      write_table(std::get<Table>(block), *make_table_writer(TableFormat::md, out));
    }
  }
}

}  // namespace themata::report::detail
