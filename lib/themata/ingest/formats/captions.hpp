#pragma once

#include <string_view>

#include "themata/ingest/document.hpp"

namespace themata::ingest {

/// Reads SubRip captions (`.srt`) and WebVTT ones. Throw `InputError`.
Document read_srt(std::string_view bytes);
Document read_vtt(std::string_view bytes);

}  // namespace themata::ingest
