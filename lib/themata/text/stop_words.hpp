#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace themata::text {

/// The function words of a language (articles, pronouns, auxiliaries, ...), folded. Throws
/// `NotFound`, naming the languages there are, for one without a list. `language` is a BCP 47 tag.
const std::unordered_set<std::string_view>& stop_words(const std::string& language);

/// What speech is filled with in a language (erm, mm, yeah, gonna, coz, ...), folded: sounds of
/// hesitation and of listening, and the worn-down forms of function words. Throws as `stop_words`.
const std::unordered_set<std::string_view>& filler_words(const std::string& language);

}  // namespace themata::text
