#include "themata/report/document.hpp"

#include <utility>

#include "themata/report/detail/document_writers.hpp"

namespace themata::report {

namespace {

/// The formats of a table that a document can have too.
std::optional<DocumentFormat> as_document(std::optional<TableFormat> format) {
  if (!format) return std::nullopt;
  switch (*format) {
    case TableFormat::text:
      return DocumentFormat::text;
    case TableFormat::md:
      return DocumentFormat::md;
    case TableFormat::html:
      return DocumentFormat::html;
    case TableFormat::latex:
      return DocumentFormat::latex;
    case TableFormat::docx:
      return DocumentFormat::docx;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<DocumentFormat> parse_document_format(std::string_view word) {
  return as_document(parse_table_format(word));
}

std::optional<DocumentFormat> document_format_of(std::string_view file_name) {
  return as_document(table_format_of(file_name));
}

void Document::add(Paragraph::Kind kind, std::string text, TextRun::Style style) {
  blocks.emplace_back(Paragraph{kind, {TextRun{std::move(text), style}}});
}

void write_document(const Document& document, DocumentFormat format, std::ostream& out,
                    std::size_t width) {
  switch (format) {
    case DocumentFormat::text:
      return detail::write_document_text(document, width, out);
    case DocumentFormat::md:
      return detail::write_document_markdown(document, out);
    case DocumentFormat::html:
      return detail::write_document_html(document, out);
    case DocumentFormat::latex:
      return detail::write_document_latex(document, out);
    case DocumentFormat::docx:
      return detail::write_document_word(document, out);
  }
}

}  // namespace themata::report
