#pragma once

#include <string>
#include <string_view>

#include "themata/ingest/detail/child_process.hpp"

namespace themata::ingest::detail {

/// What `pdftotext` told of a PDF file.
struct PdfLayout {
  std::string xhtml;   ///< pages, words and where they are
  std::string damage;  ///< what it first complained of; empty: nothing
};

/// Hands the bytes of a PDF file to `pdftotext` of poppler, which is looked for in the folders of
/// `path` (see `find_program`) and runs within `limits`; nothing is written to the disk. It is a
/// program of its own because PDF files may be hostile, and because of poppler's licence. Throws
/// `InputError` if there is no `pdftotext`, and for a file that has a password, does not let its
/// text be taken, is damaged, or needs more than the limits.
PdfLayout pdf_to_layout(std::string_view bytes, std::string_view path,
                        const ChildLimits& limits = {});

}  // namespace themata::ingest::detail
