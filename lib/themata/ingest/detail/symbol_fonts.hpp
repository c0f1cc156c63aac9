#pragma once

#include <string_view>

namespace themata::ingest::detail {

/// The character of Unicode that a place in a font of symbols (`Symbol`, `Wingdings`) shows; of
/// other fonts the place itself. U+FFFD if it is not known. Places in the private use area
/// (U+F000 to U+F0FF) count without 0xF000.
char32_t symbol_in_font(std::string_view font, char32_t place);

}  // namespace themata::ingest::detail
