#pragma once

#include <string_view>

#include "themata/ingest/document.hpp"

namespace themata::ingest {

/// Reads a document in Rich Text Format (version 1.9.1). Throws `InputError`.
Document read_rtf(std::string_view bytes);

}  // namespace themata::ingest
