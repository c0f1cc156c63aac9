#pragma once

#include <string_view>

namespace themata::text {

/// Unicode's White_Space: spaces of every width, no-break space, tab, line and paragraph ends.
bool is_white_space(char32_t c);

/// The characters that people, word processors and transcription tools write for one and the same
/// mark: the single and double quotation marks and apostrophes ' ‘ ’ ‚ ‛ ` ´ ʹ ʼ ′ ‹ › " “ ” „ ‟ ″
/// « » and their like, and the dashes - ‐ – — − and theirs.
bool is_quotation_mark(char32_t c);
bool is_dash(char32_t c);

/// `text` without the white space at its ends.
std::string_view trim(std::string_view text);

}  // namespace themata::text
