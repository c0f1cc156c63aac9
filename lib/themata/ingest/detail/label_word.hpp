#pragma once

#include <string>
#include <string_view>

namespace themata::ingest::detail {

/// The word of a label that is one word, with or without a number, in small letters: `speaker` of
/// `Speaker`, `SPEAKER_00` and `Speaker A`, `p` of `P3`. Empty for any other label.
std::string label_word(std::string_view name);

/// True for a label's word that is spelled out: `interviewer`, not `i` or `int`.
bool is_whole_word(std::string_view label_word);

}  // namespace themata::ingest::detail
