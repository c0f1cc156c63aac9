#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/label_word.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/fold.hpp"

namespace themata::ingest {
namespace detail {
namespace {

constexpr std::array<std::string_view, 7> researcher_words = {
    "interviewer", "int", "i", "q", "researcher", "facilitator", "moderator"};
constexpr std::array<std::string_view, 10> generic_words = {
    "p", "r", "s", "a", "participant", "respondent", "interviewee", "patient", "client", "speaker"};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What may stand between a word and its number: `P-3`, `SPEAKER_00`, `Participant #3`.
std::size_t skip_separators(std::string_view name, std::size_t at) {
  while (at < name.size()) {
    const std::size_t space = white_space_at(name, at);
    if (space == 0 && std::string_view{"_-.#"}.find(name[at]) == std::string_view::npos) break;
    at += std::max<std::size_t>(space, 1);
  }
  return at;
}

// Who speaks for somebody else, for several, or is not known.
constexpr std::array<std::string_view, 11> other_words = {
    "interpreter", "translator", "everyone", "everybody",    "all",    "group",
    "several",     "multiple",   "unknown",  "unidentified", "unclear"};
constexpr std::array<std::string_view, 14> person_words = {
    "speaker",     "speakers",     "voice", "voices", "person", "persons", "people",
    "participant", "participants", "male",  "female", "man",    "woman",   "respondent"};

/// `Unidentified Speaker #2`
bool names_nobody(std::string_view name) {
  while (!name.empty() && is_digit(name.back())) name.remove_suffix(1);
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t gap = skip_separators(name, at);
    if (gap > at) {
      if (gap < name.size()) words.emplace_back();
      at = gap;
      continue;
    }
    words.back() += to_ascii_lower(name[at++]);
  }
  return contains(other_words, words.front()) &&
         (words.size() == 1 || (words.size() == 2 && contains(person_words, words.back())));
}

bool is_number(std::string_view rest) { return std::all_of(rest.begin(), rest.end(), is_digit); }

/// `A` of `Speaker A`: as good as a number after a whole word and a gap.
bool is_letter_number(std::string_view rest) {
  return rest.size() == 1 && is_ascii_letter(rest.front());
}

}  // namespace

std::string label_word(std::string_view name) {
  const auto letters = std::find_if_not(name.begin(), name.end(), is_ascii_letter);
  const auto size = static_cast<std::size_t>(letters - name.begin());
  const std::size_t number = skip_separators(name, size);
  const std::string_view rest = name.substr(number);
  const bool has_gap = number > size && size > 1;
  if (size == 0 || !(is_number(rest) || (has_gap && is_letter_number(rest)))) return {};
  std::string word{name.substr(0, size)};
  std::transform(word.begin(), word.end(), word.begin(), to_ascii_lower);
  return word;
}

bool is_whole_word(std::string_view label_word) { return label_word.size() > 3; }

}  // namespace detail

bool is_researcher_label(std::string_view name) {
  return detail::contains(detail::researcher_words, detail::label_word(name));
}

bool is_generic_label(std::string_view name) {
  return detail::contains(detail::generic_words, detail::label_word(name));
}

bool is_other_label(std::string_view name) { return detail::names_nobody(name); }

namespace {

enum class Case { capital, small, none };

/// Scripts that have capitals: the Latin, Greek, Cyrillic and Armenian letters and their
/// extensions, Glagolitic, Coptic, Deseret and Adlam.
bool has_case(char32_t c) {
  return (c >= 0xC0 && c <= 0x587) || (c >= 0x1E00 && c <= 0x1FFF) ||
         (c >= 0x2C00 && c <= 0x2D2D) || (c >= 0xA640 && c <= 0xA69B) ||
         (c >= 0xA722 && c <= 0xA7FF) || (c >= 0xAB30 && c <= 0xAB6F) ||
         (c >= 0xFB00 && c <= 0xFB17) || (c >= 0xFF21 && c <= 0xFF5A) ||
         (c >= 0x10400 && c <= 0x104FB) || (c >= 0x1E900 && c <= 0x1E943);
}

/// Small letters that case folding changes all the same: ß ŉ ſ ǰ ΐ ΰ ς և and the ligatures.
bool is_small_though_folded(char32_t c) {
  constexpr std::u32string_view letters = U"\u00B5\u00DF\u0149\u017F\u01F0\u0390\u03B0\u03C2\u0587";
  return letters.find(c) != letters.npos || (c >= 0xFB00 && c <= 0xFB17);
}

/// The case of the character at `at`, which moves past it. A letter of a script without capitals
/// has none, as have marks.
Case case_at(std::string_view name, std::size_t& at) {
  const std::size_t begin = at;
  const char32_t c = text::next_code_point(name, at);
  if (c < 0x80) {
    const char ascii = name[begin];
    if (!detail::is_ascii_letter(ascii)) return Case::none;
    return detail::to_ascii_lower(ascii) == ascii ? Case::small : Case::capital;
  }
  if (!has_case(c) || !detail::is_alphanumeric_at(name, begin)) return Case::none;
  if (is_small_though_folded(c)) return Case::small;
  const std::string_view character = name.substr(begin, at - begin);
  return text::fold(character) == character ? Case::small : Case::capital;
}

/// Calls `use` with each word of `name`, what is no letter or number at its beginning taken off.
template <class Use>
void for_each_word(std::string_view name, Use use) {
  for (std::size_t at = 0; at < name.size();) {
    if (!detail::is_alphanumeric_at(name, at)) {
      text::next_code_point(name, at);
      continue;
    }
    const std::size_t begin = at;
    while (at < name.size() && detail::white_space_at(name, at) == 0) {
      text::next_code_point(name, at);
    }
    use(name.substr(begin, at - begin));
  }
}

/// Words that stay small inside of names: Maria de Silva, Ludwig van Beethoven.
bool is_name_particle(std::string_view word) {
  constexpr std::array<std::string_view, 25> particles = {
      "af",  "al", "av", "bin", "da", "das", "de",  "del", "della", "den", "der", "di", "do",
      "dos", "du", "el", "ibn", "la", "le",  "ten", "ter", "van",   "von", "zu",  "zum"};
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

}  // namespace

bool is_capitalised(std::string_view name) {
  bool all = true;
  bool after_first = false;
  bool ends_small = true;
  for_each_word(name, [&](std::string_view word) {
    std::size_t at = 0;
    const bool is_small = case_at(word, at) == Case::small;
    all = all && (!is_small || (after_first && is_name_particle(word)));
    after_first = true;
    ends_small = is_small;
  });
  return all && !ends_small;
}

bool is_lower_case(std::string_view name) {
  bool has_small = false;
  for (std::size_t at = 0; at < name.size();) {
    const Case letter = case_at(name, at);
    if (letter == Case::capital) return false;
    has_small = has_small || letter == Case::small;
  }
  return has_small;
}

}  // namespace themata::ingest
