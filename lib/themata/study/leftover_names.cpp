#include "themata/study/detail/leftover_names.hpp"

#include <algorithm>

#include "themata/error.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/letter_case.hpp"
#include "themata/text/names_in_text.hpp"
#include "themata/text/stop_words.hpp"
#include "themata/text/utf8.hpp"

namespace themata::study::detail {

namespace {

constexpr std::size_t around = 32;  // bytes of context on each side

/// Capitalised in English whatever they mean.
const std::unordered_set<std::string_view>& ordinary_words() {
  static const std::unordered_set<std::string_view> words = {
      "mondays",   "tuesdays",    "wednesdays", "thursdays",   "fridays",     "saturdays",
      "sundays",   "monday",      "tuesday",    "wednesday",   "thursday",    "friday",
      "saturday",  "sunday",      "january",    "february",    "march",       "april",
      "may",       "june",        "july",       "august",      "september",   "october",
      "november",  "december",    "christmas",  "easter",      "god",         "mr",
      "mrs",       "ms",          "miss",       "dr",          "prof",        "ok",
      "okay",      "tv",          "i",          "interviewer", "participant", "researcher",
      "moderator", "facilitator", "internet",   "google",      "facebook",    "zoom"};
  return words;
}

bool is_capitalised(std::string_view word) {
  if (text::letter_case(word) != text::LetterCase::mixed) return false;
  std::size_t at = 0;
  const std::size_t here = at;
  text::next_code_point(word, at);
  const std::string_view first = word.substr(here, at - here);
  return text::lower_case(first) != text::composed(first) && word.size() > first.size();
}

/// True for what ends a sentence, or stands before quoted speech.
bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'?' || c == U'!' || c == U':' || c == U'\u2026' || c == U'\n' ||
         c == U'*' || c == U'#' || text::is_quotation_mark(c) || text::is_dash(c);
}

bool begins_sentence(std::string_view text, text::ByteOffset word) {
  std::size_t at = word.value;
  while (at > 0) {
    const char32_t c = text::previous_code_point(text, at);
    if (ends_sentence(c)) return true;
    if (!text::is_white_space(c)) return c == U'(' || c == U'[';
  }
  return true;
}

}  // namespace

std::string line_around(std::string_view text, text::TextRange place) {
  const auto before = text::grapheme_boundary_before(
      text, text::ByteOffset{place.begin.value - std::min(around, place.begin.value)});
  const auto after = text::grapheme_boundary_after(
      text, text::ByteOffset{std::min(text.size(), place.end.value + around)});
  std::size_t first = before.value;
  std::size_t last = after.value;
  // whole words, where there are any
  const std::size_t space = text.find(' ', first);
  if (first > 0 && space < place.begin.value) first = space;
  const std::size_t last_space = text.rfind(' ', last);
  if (last < text.size() && last_space != text.npos && last_space > place.end.value) {
    last = last_space;
  }
  std::string line(text.substr(first, last - first));
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return std::string(text::trim(line));
}

LeftoverNames::LeftoverNames(std::unordered_set<std::string> known, std::string language)
    : known_(std::move(known)), language_(std::move(language)) {}

bool LeftoverNames::is_ordinary(const std::string& folded) const {
  if (known_.contains(folded) || ordinary_words().contains(folded)) return true;
  try {
    return text::stop_words(language_).contains(folded) ||
           text::filler_words(language_).contains(folded);
  } catch (const NotFound&) {
    return false;  // a language without lists
  }
}

void LeftoverNames::read(const std::string& source, std::string_view text) {
  for (const text::TextRange range : text::name_parts(text, segmenter_)) {
    const std::string_view written = text::slice(text, range);
    const bool capital = is_capitalised(written);
    if (!capital && text::letter_case(written) != text::LetterCase::lower) continue;
    Word& word = words_[text::fold(written)];
    if (!capital) {
      ++word.lower;
      continue;
    }
    ++word.name.count;
    if (begins_sentence(text, range.begin)) continue;
    if (++word.in_sentence > 1) continue;
    word.name.word = written;
    word.name.source = source;
    word.name.line = line_around(text, range);
  }
}

std::vector<LeftoverName> LeftoverNames::list() const {
  std::vector<LeftoverName> names;
  for (const auto& [folded, word] : words_) {
    if (word.lower == 0 && word.in_sentence > 0 && !is_ordinary(folded)) names.push_back(word.name);
  }
  std::sort(names.begin(), names.end(), [](const LeftoverName& a, const LeftoverName& b) {
    return a.count != b.count ? a.count > b.count : a.word < b.word;
  });
  return names;
}

}  // namespace themata::study::detail
