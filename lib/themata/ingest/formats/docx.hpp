#pragma once

#include <string_view>

#include "themata/ingest/document.hpp"

namespace themata::ingest {

/// Reads a Word document (Office Open XML, ECMA-376). Throws `InputError`.
Document read_docx(std::string_view bytes);

}  // namespace themata::ingest
