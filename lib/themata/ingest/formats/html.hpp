#pragma once

#include <string_view>

#include "themata/ingest/document.hpp"

namespace themata::ingest {

/// Reads an HTML page. Throws `InputError`.
Document read_html(std::string_view bytes);

}  // namespace themata::ingest
