/// Random corrections of random texts: whatever was changed, no place is wrong in silence.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "themata/text/alignment.hpp"
#include "themata/text/graphemes.hpp"

using namespace themata::text;

namespace {

/// A word of a text, with the space or line end behind it, and which it was.
struct Token {
  std::string text;
  std::size_t origin = new_word;
  static constexpr std::size_t new_word = static_cast<std::size_t>(-1);
};
using Tokens = std::vector<Token>;

class RandomTexts {
 public:
  explicit RandomTexts(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string word() {
    static const std::vector<std::string> odd = {"don't",
                                                 "\"yes\"",
                                                 "I",
                                                 "I",
                                                 "the",
                                                 "the",
                                                 "(laughs)",
                                                 "e\u0301te\u0301",
                                                 "été",
                                                 "\U0001F600",
                                                 "\U0001F468\u200D\U0001F469\u200D\U0001F467",
                                                 "\U0001F1EB\U0001F1F7",
                                                 "我们在这里",
                                                 "-",
                                                 "Größe,",
                                                 "um,"};
    if (below(4) == 0) return odd[below(odd.size())];
    std::string letters;
    for (std::size_t i = 0; i < 1 + below(3); ++i) {
      letters += "ktnsrl"[below(6)];
      letters += "aeiou"[below(5)];
    }
    return letters;
  }
  std::string space() { return below(12) == 0 ? (below(2) == 0 ? "\n" : "\n\n") : " "; }

  Tokens text(std::size_t words) {
    Tokens tokens;
    for (std::size_t i = 0; i < words; ++i) tokens.push_back({word() + space(), i});
    return tokens;
  }

  /// One of the things that people do to a transcript.
  void edit(Tokens& tokens) {
    if (tokens.empty()) return;
    const std::size_t at = below(tokens.size());
    const auto place = tokens.begin() + static_cast<std::ptrdiff_t>(at);
    const std::size_t some = std::min(1 + below(40), tokens.size() - at);
    const auto end = place + static_cast<std::ptrdiff_t>(some);
    switch (below(10)) {
      case 0:
        tokens.insert(place, {word() + space()});
        return;
      case 1:
        tokens.erase(place);
        return;
      case 2:
        tokens.erase(place, end);
        return;
      case 3:
        for (auto one = place; one != end; ++one) *one = {word() + space()};
        return;
      case 4:
        std::rotate(place, place + static_cast<std::ptrdiff_t>(some / 2), end);
        return;
      case 5:  // a paragraph is split, or joined with the next
        change(*place, place->text.find('\n') == std::string::npos ? "\n" : " ");
        return;
      case 6:
        place->text.insert(0, "x");
        place->origin = Token::new_word;
        return;
      case 7: {
        const Token quoted{"“" + place->text.substr(0, place->text.size() - 1) + "”\r\n"};
        *place = quoted;
        return;
      }
      case 8:
        place->text[0] =
            static_cast<char>(std::toupper(static_cast<unsigned char>(place->text[0])));
        place->origin = Token::new_word;
        return;
      default:
        *place = {word() + space()};
    }
  }

 private:
  static void change(Token& token, const std::string& space) {
    token.text = token.text.substr(0, token.text.find_first_of(" \n")) + space;
    token.origin = Token::new_word;
  }

  std::mt19937 random_;
};

std::string joined(const Tokens& tokens) {
  std::string text;
  for (const Token& token : tokens) text += token.text;
  return text;
}

/// Some words in a row, without the space behind the last.
TextRange stretch(const Tokens& tokens, std::size_t first, std::size_t count) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < first; ++i) begin += tokens[i].text.size();
  std::size_t end = begin;
  for (std::size_t i = first; i < first + count; ++i) end += tokens[i].text.size();
  const std::string& last = tokens[first + count - 1].text;
  return byte_range(begin, end - (last.size() - last.find_last_not_of(" \r\n") - 1));
}

void check_place(const std::string& before, const std::string& after, TextRange range,
                 const Placement& place) {
  REQUIRE(place.range.begin <= place.range.end);
  REQUIRE(place.range.end.value <= after.size());
  REQUIRE(is_grapheme_boundary(after, place.range.begin));
  REQUIRE(is_grapheme_boundary(after, place.range.end));
  const bool same = slice(before, range) == slice(after, place.range);
  REQUIRE(same == (place.kind == Placement::Kind::same));
  if (place.kind == Placement::Kind::changed) REQUIRE_FALSE(place.range.empty());
}

/// Where the words from `first` on are in the new text, if nobody touched them; else an empty
/// range.
TextRange true_place(const Tokens& after, std::size_t first, std::size_t count) {
  for (std::size_t i = 0; i + count <= after.size(); ++i) {
    if (after[i].origin != first) continue;
    for (std::size_t j = 0; j < count; ++j) {
      if (after[i + j].origin != first + j) return {};
    }
    return stretch(after, i, count);
  }
  return {};
}

}  // namespace

TEST_CASE("whatever was corrected, a place is the same or said to be changed",
          "[alignment][property]") {
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    RandomTexts random(seed);
    const Tokens old_words = random.text(20 + random.below(600));
    Tokens new_words = old_words;
    const std::size_t edits = random.below(60);
    for (std::size_t i = 0; i < edits; ++i) random.edit(new_words);
    const std::string before = joined(old_words);
    const std::string after = joined(new_words);
    const Alignment alignment(before, after);
    for (int i = 0; i < 40; ++i) {
      const std::size_t first = random.below(old_words.size());
      const std::size_t count =
          1 + random.below(std::min<std::size_t>(30, old_words.size() - first));
      const TextRange range = stretch(old_words, first, count);
      check_place(before, after, range, alignment.place(range));
    }
  }
}

TEST_CASE("what nobody touched is found where it is", "[alignment][property]") {
  std::size_t untouched = 0;
  std::size_t found = 0;
  for (std::uint32_t seed = 1000; seed < 1100; ++seed) {
    RandomTexts random(seed);
    const Tokens old_words = random.text(400);
    Tokens new_words = old_words;
    for (int i = 0; i < 12; ++i) random.edit(new_words);
    const std::string before = joined(old_words);
    const std::string after = joined(new_words);
    const Alignment alignment(before, after);
    for (std::size_t first = 0; first + 5 <= old_words.size(); first += 5) {
      const TextRange truth = true_place(new_words, first, 5);
      if (truth.empty()) continue;
      ++untouched;
      const Placement place = alignment.place(stretch(old_words, first, 5));
      if (place.kind == Placement::Kind::same && place.range == truth) ++found;
    }
  }
  CAPTURE(untouched, found);
  CHECK(untouched > 4'000);
  CHECK(found * 100 >= untouched * 97);  // of what changed places, one part is lost and flagged
}
