#include <ostream>

#include "themata/report/detail/document_writers.hpp"
#include "themata/report/detail/html.hpp"
#include "themata/report/detail/table_writers.hpp"

namespace themata::report::detail {

namespace {

struct Tags {
  const char* begin;
  const char* end;
};

Tags tags_of(Paragraph::Kind kind) {
  switch (kind) {
    case Paragraph::Kind::title:
      return {"<h1>", "</h1>"};
    case Paragraph::Kind::heading:
      return {"<h2>", "</h2>"};
    case Paragraph::Kind::subheading:
      return {"<h3>", "</h3>"};
    case Paragraph::Kind::block_quotation:
      return {"<blockquote dir=\"auto\">", "</blockquote>"};
    case Paragraph::Kind::small:
      return {"<p class=\"small\">", "</p>"};
    case Paragraph::Kind::body:
      break;
  }
  return {"<p dir=\"auto\">", "</p>"};
}

void write_paragraph(const Paragraph& paragraph, std::ostream& out) {
  const Tags tags = tags_of(paragraph.kind);
  out << tags.begin;
  for (const TextRun& run : paragraph.runs) {
    const std::string text = escape_html(run.text);
    if (run.style == TextRun::Style::italic) {
      out << "<em>" << text << "</em>";
    } else if (run.style == TextRun::Style::bold) {
      out << "<strong>" << text << "</strong>";
    } else {
      out << text;
    }
  }
  out << tags.end << '\n';
}

/// The text of the first title or heading, for the page's head.
std::string page_title(const Document& document) {
  for (const auto& block : document.blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph == nullptr || paragraph->runs.empty()) continue;
    return paragraph->runs.front().text;
  }
  return "Themata";
}

}  // namespace

void write_document_html(const Document& document, std::ostream& out) {
  begin_html_page(page_title(document), out);
  const auto tables = make_html_part_writer(out);
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      write_paragraph(*paragraph, out);
    } else {
      write_table(std::get<Table>(block), *tables);
    }
  }
  end_html_page(out);
}

}  // namespace themata::report::detail
