#pragma once

#include <string_view>

#include "themata/ingest/document.hpp"

namespace themata::ingest::detail {

/// The document that `pdftotext -bbox-layout` describes, with notices of what was left out: see
/// `take_out_furniture`, `regions_of_page`, `find_paragraphs` and `HyphenRules`. Its text is empty
/// if no page has a word. Throws `InputError` for what is no such description.
Document document_of_pdf_layout(std::string_view xhtml);

}  // namespace themata::ingest::detail
