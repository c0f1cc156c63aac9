#include "themata/text/names_in_text.hpp"

#include <algorithm>

#include "themata/error.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/letter_case.hpp"
#include "themata/text/stop_words.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

constexpr std::size_t longest_gap = 16;  // bytes between two parts of a name

/// The apostrophes, and what else joins letters to one word by UAX #29.
bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02BC' || c == U'\uFF07';
}

bool is_joiner(char32_t c) {
  return is_apostrophe(c) || c == U'.' || c == U':' || c == U'_' || c == U'\u00B7' ||
         c == U'\u2024' || c == U'\u203F' || c == U'\uFF0E';
}

/// Invisible inside a word: soft hyphen, zero width space and joiners, word joiner.
bool is_hidden(char32_t c) {
  return c == U'\u00AD' || (c >= U'\u200B' && c <= U'\u200D') || c == U'\u2060' || c == U'\uFEFF';
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_small(std::string_view letter) { return letter_case(letter) == LetterCase::lower; }

bool is_capital(std::string_view letter) { return lower_case(letter) != composed(letter); }

/// Adds the parts of one word; `joined` words are parted at capital letters too.
template <class Parts>
void part_word(std::string_view text, TextRange word, Parts& parts, bool joined = false) {
  std::size_t begin = word.begin.value;
  bool digits = false;
  bool small = false;
  const auto end_part = [&](std::size_t end) {
    if (end > begin) parts.push_back(byte_range(begin, end));
    begin = end;
  };
  for (std::size_t at = begin; at < word.end.value;) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    if (is_joiner(c)) {
      end_part(here);
      begin = at;
      small = false;
      continue;
    }
    if (joined) {
      const std::string_view letter = text.substr(here, at - here);
      if (small && here > begin && is_capital(letter)) end_part(here);
      small = is_small(letter);
    }
    if (is_digit(c) != digits && here > begin) end_part(here);
    digits = is_digit(c);
  }
  end_part(word.end.value);
}

std::string part_key(std::string_view part) {
  std::string shown;
  for (std::size_t at = 0; at < part.size();) {
    const std::size_t here = at;
    if (!is_hidden(next_code_point(part, at))) shown += part.substr(here, at - here);
  }
  return fold(shown);
}

/// What stands between two parts of a name, in a form that can be compared; "" if no name has that.
/// Spaces and dashes count as one, kinds of apostrophe too.
std::string gap_key(std::string_view gap) {
  if (gap.empty()) return "|";
  if (gap.size() > longest_gap) return "";
  std::string key;
  std::size_t lines = 0;
  for (std::size_t at = 0; at < gap.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(gap, at);
    if (c == U'\n') ++lines;
    if (is_white_space(c) || is_dash(c) || is_hidden(c)) continue;
    key += is_apostrophe(c) ? std::string_view("'") : gap.substr(here, at - here);
  }
  if (lines > 1) return "";
  return key.empty() ? " " : key;
}

const std::unordered_set<std::string_view>& english_names_that_are_words() {
  static const std::unordered_set<std::string_view> words = {
      "abbey",     "amber",  "angel",    "april",   "archer", "art",      "ash",      "aspen",
      "august",    "autumn", "baker",    "banks",   "baron",  "barber",   "bay",      "beau",
      "bell",      "berry",  "bill",     "bird",    "bishop", "black",    "bliss",    "blue",
      "bob",       "bond",   "brandy",   "brook",   "brown",  "buddy",    "bush",     "butler",
      "candy",     "carol",  "carter",   "case",    "chance", "charity",  "chase",    "cherry",
      "christian", "church", "clay",     "cliff",   "cook",   "coral",    "cross",    "crystal",
      "daisy",     "dale",   "dawn",     "day",     "dean",   "dick",     "dolly",    "don",
      "drew",      "duke",   "earl",     "east",    "eve",    "faith",    "fern",     "field",
      "fields",    "fisher", "flora",    "ford",    "forest", "fox",      "frank",    "gay",
      "gene",      "ginger", "glen",     "glory",   "grace",  "grant",    "gray",     "green",
      "grey",      "guy",    "hall",     "harmony", "hart",   "hazel",    "heath",    "heather",
      "heaven",    "hill",   "holly",    "honey",   "hope",   "hunt",     "hunter",   "iris",
      "ivory",     "ivy",    "jack",     "jade",    "jay",    "jean",     "jewel",    "john",
      "joy",       "judge",  "june",     "justice", "king",   "knight",   "lake",     "lance",
      "lane",      "lily",   "little",   "long",    "love",   "mark",     "marsh",    "mason",
      "max",       "may",    "mercy",    "miles",   "mill",   "miller",   "moon",     "moss",
      "nick",      "norm",   "north",    "old",     "olive",  "opal",     "page",     "park",
      "parks",     "pat",    "patience", "pearl",   "peg",    "penny",    "perry",    "piper",
      "pepper",    "poll",   "pope",     "poppy",   "porter", "potter",   "price",    "prince",
      "queen",     "randy",  "ray",      "read",    "reed",   "rich",     "river",    "rivers",
      "rob",       "robin",  "rock",     "rocky",   "rod",    "rose",     "rosemary", "rowan",
      "ruby",      "rusty",  "sage",     "sally",   "sandy",  "savannah", "sharp",    "short",
      "skip",      "sky",    "smith",    "snow",    "south",  "spencer",  "star",     "stone",
      "storm",     "strong", "sue",      "summer",  "sunny",  "swan",     "taylor",   "temple",
      "trinity",   "turner", "tyler",    "victor",  "violet", "wade",     "walker",   "wall",
      "ward",      "warren", "waters",   "weaver",  "wells",  "west",     "white",    "will",
      "willow",    "winter", "wolf",     "wood",    "woods",  "wren",     "wright",   "young"};
  return words;
}

bool is_function_word(std::string_view folded, const std::string& language) {
  try {
    return stop_words(language).contains(folded) || filler_words(language).contains(folded);
  } catch (const NotFound&) {
    return false;  // a language without lists
  }
}

}  // namespace

std::vector<TextRange> name_parts(std::string_view text, WordSegmenter& segmenter) {
  std::vector<TextRange> parts;
  segmenter.start(text);
  while (const auto word = segmenter.next()) part_word(text, *word, parts);
  return parts;
}

std::string NameFinder::key(std::string_view name, WordSegmenter& segmenter) {
  std::string result;
  const std::vector<TextRange> parts = name_parts(name, segmenter);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result += gap_key(slice(name, {parts[i - 1].end, parts[i].begin}));
    result += part_key(slice(name, parts[i]));
  }
  return result;
}

NameFinder::NameFinder(const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::vector<TextRange> parts = name_parts(names[i], segmenter_);
    if (parts.empty()) continue;
    names_.emplace(key(names[i], segmenter_), i);
    beginnings_.insert(part_key(slice(names[i], parts.front())));
    longest_ = std::max(longest_, parts.size());
  }
}

std::vector<NameFinder::Hit> NameFinder::find(std::string_view text) {
  return find_parts(text, false);
}

std::vector<NameFinder::Hit> NameFinder::find_joined(std::string_view text) {
  return find_parts(text, true);
}

std::vector<NameFinder::Hit> NameFinder::find_parts(std::string_view text, bool joined) {
  std::vector<Hit> hits;
  if (names_.empty()) return hits;
  segmenter_.start(text);
  std::deque<TextRange> ahead;
  while (true) {
    while (ahead.size() < longest_) {
      const auto word = segmenter_.next();
      if (!word) break;
      part_word(text, *word, ahead, joined);
    }
    if (ahead.empty()) return hits;
    const auto [parts, name] = longest_name(text, ahead);
    if (parts > 0) hits.push_back({{ahead.front().begin, ahead[parts - 1].end}, name});
    const auto passed = static_cast<std::ptrdiff_t>(std::max<std::size_t>(parts, 1));
    ahead.erase(ahead.begin(), ahead.begin() + passed);
  }
}

std::pair<std::size_t, std::size_t> NameFinder::longest_name(
    std::string_view text, const std::deque<TextRange>& ahead) const {
  std::pair<std::size_t, std::size_t> best{0, 0};
  std::string sequence = part_key(slice(text, ahead.front()));
  if (!beginnings_.contains(sequence)) return best;
  for (std::size_t parts = 1;; ++parts) {
    if (const auto found = names_.find(sequence); found != names_.end()) {
      best = {parts, found->second};
    }
    if (parts == std::min(longest_, ahead.size())) return best;
    const std::string gap = gap_key(slice(text, {ahead[parts - 1].end, ahead[parts].begin}));
    if (gap.empty()) return best;
    sequence += gap + part_key(slice(text, ahead[parts]));
  }
}

bool is_also_a_word(std::string_view folded, const std::string& language) {
  if (is_function_word(folded, language)) return true;
  const bool english = language == "en" || language.starts_with("en-");
  return english && english_names_that_are_words().contains(folded);
}

}  // namespace themata::text
