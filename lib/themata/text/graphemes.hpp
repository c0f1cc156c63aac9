#pragma once

#include <string_view>

#include "themata/text/offsets.hpp"

namespace themata::text {

/// True if `at` is a boundary between two user-perceived characters (extended grapheme clusters,
/// UAX #29) of the valid UTF-8 `text`; its start and end are. Cost depends on the neighbourhood of
/// `at`, not on the length of the text. An offset inside a code point is no boundary.
bool is_grapheme_boundary(std::string_view text, ByteOffset at);

/// The last boundary at or before `at`, and the first at or after it.
ByteOffset grapheme_boundary_before(std::string_view text, ByteOffset at);
ByteOffset grapheme_boundary_after(std::string_view text, ByteOffset at);

/// The smallest range on grapheme boundaries that contains `range`.
TextRange snap_to_graphemes(std::string_view text, TextRange range);

}  // namespace themata::text
