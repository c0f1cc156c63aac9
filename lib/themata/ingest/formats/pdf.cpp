#include "themata/ingest/formats/pdf.hpp"

#include <cstdlib>
#include <string>

#include "themata/error.hpp"
#include "themata/ingest/detail/pdf_layout.hpp"
#include "themata/ingest/detail/pdf_to_layout.hpp"

namespace themata::ingest {

Document read_pdf(std::string_view bytes) {
  const char* const path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): never set
  const detail::PdfLayout layout =
      detail::pdf_to_layout(bytes, path == nullptr ? "/usr/bin:/bin" : path);
  Document document = detail::document_of_pdf_layout(layout.xhtml);
  if (document.text.empty()) {
    throw InputError(
        "holds pictures of pages only, no text: run text recognition (OCR) on it first");
  }
  if (!layout.damage.empty()) {
    document.notices.push_back(
        {0, "the file is damaged, and some of its text may be missing: " + layout.damage});
  }
  return document;
}

}  // namespace themata::ingest
