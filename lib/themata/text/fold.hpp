#pragma once

#include <string>
#include <string_view>

namespace themata::text {

/// The form in which words are compared and printed by `freq`: NFC(fold(NFC(word))) with full,
/// locale-independent case folding, and U+2019 written as U+0027. Canonically equivalent words
/// give the same bytes. Diacritics count: "café" and "cafe" differ. ASCII and the letters of
/// Latin-1 take a fast path.
std::string fold(std::string_view word);

/// The same, appended into `out`, whose old content is replaced (saves allocations in loops).
void fold_into(std::string_view word, std::string& out);

}  // namespace themata::text
