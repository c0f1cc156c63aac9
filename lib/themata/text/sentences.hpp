#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::text {

/// The sentences of a text by UAX #29 with the tailoring of `language` (a BCP 47 tag such as "en").
/// The ranges are in order and trimmed of white space at both ends; blank stretches give none.
std::vector<TextRange> sentences(std::string_view text, const std::string& language);

}  // namespace themata::text
