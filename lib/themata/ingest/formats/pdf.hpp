#pragma once

#include <string_view>

#include "themata/ingest/document.hpp"

namespace themata::ingest {

/// Reads the text of a PDF file. Throws `InputError`.
Document read_pdf(std::string_view bytes);

}  // namespace themata::ingest
