#pragma once

#include <string_view>

#include "themata/ingest/document.hpp"

namespace themata::ingest {

/// Reads an OpenDocument text (ISO/IEC 26300). Throws `InputError`.
Document read_odt(std::string_view bytes);

}  // namespace themata::ingest
