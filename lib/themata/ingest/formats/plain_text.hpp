#pragma once

#include <string_view>

#include "themata/ingest/document.hpp"

namespace themata::ingest {

/// Read a text file in whatever encoding (see `text::decode`), as it is, and a Markdown file with
/// its inline mark-up undone (see `plain_from_markdown`). Throw `InputError`.
Document read_plain_text(std::string_view bytes);
Document read_markdown(std::string_view bytes);

}  // namespace themata::ingest
