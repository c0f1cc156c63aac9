#pragma once

#include <cstddef>
#include <iosfwd>

#include "themata/report/document.hpp"

/// The writers behind `write_document`.
namespace themata::report::detail {

void write_document_text(const Document& document, std::size_t width, std::ostream& out);
void write_document_markdown(const Document& document, std::ostream& out);
void write_document_html(const Document& document, std::ostream& out);
void write_document_latex(const Document& document, std::ostream& out);
void write_document_word(const Document& document, std::ostream& out);

}  // namespace themata::report::detail
