#include "themata/text/quote_search.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "themata/text/fold.hpp"
#include "themata/text/graphemes.hpp"
#include "unit/text/samples.hpp"

namespace {

using namespace themata::text;
using Strings = std::vector<std::string>;

struct Found {
  QuoteMatch match;
  Strings texts;
  bool operator==(const Found&) const = default;
};

Found find(const std::string& text, const std::string& quote,
           const std::vector<TextRange>& unspoken = {}) {
  const QuoteHits hits = find_quote(text, quote, unspoken);
  Found found{hits.match, {}};
  for (const TextRange range : hits.ranges) found.texts.emplace_back(slice(text, range));
  return found;
}

// The ranges of all "(...)".
std::vector<TextRange> notes_of(const std::string& text) {
  std::vector<TextRange> notes;
  for (std::size_t at = 0; (at = text.find('(', at)) != text.npos;) {
    const std::size_t end = text.find(')', at) + 1;
    notes.push_back(byte_range(at, end));
    at = end;
  }
  return notes;
}

}  // namespace

TEST_CASE("A quotation is found byte for byte first") {
  CHECK(find("it was 'so' good", "'so'") == Found{QuoteMatch::exact, {"'so'"}});
  CHECK(find_quote("ab ab ab", "ab").ranges ==
        std::vector{byte_range(0, 2), byte_range(3, 5), byte_range(6, 8)});
  CHECK(find_quote("aaaa", "aa").ranges == std::vector{byte_range(0, 2), byte_range(2, 4)});
  // also where another place is equal as typed only
  CHECK(find("don't, don\u2019t", "don't") == Found{QuoteMatch::exact, {"don't"}});
}

TEST_CASE("White space around a quotation is ignored, and a blank one finds nothing") {
  CHECK(find("all right", "  right\n") == Found{QuoteMatch::exact, {"right"}});
  CHECK(find("all right", "").texts.empty());
  CHECK(find("all right", " \u00A0\n").texts.empty());
  CHECK(find("", "right").texts.empty());
}

TEST_CASE("Else it is found as typed otherwise") {
  CHECK(find("I don\u2019t know", "I don't know") ==
        Found{QuoteMatch::typed, {"I don\u2019t know"}});
  CHECK(find("she said \u201Cgo\u201D then", "said 'go'") ==
        Found{QuoteMatch::typed, {"said \u201Cgo\u201D"}});
  CHECK(find("she said \u2018go\u2019 then", "\"go\"") ==
        Found{QuoteMatch::typed, {"\u2018go\u2019"}});
  CHECK(find("she said \u00ABgo\u00BB then", "`go\u00B4") ==
        Found{QuoteMatch::typed, {"\u00ABgo\u00BB"}});
  CHECK(find("she said go then", "'go'").texts.empty());
  CHECK(find("one\n  two\u00A0three", "one two three") ==
        Found{QuoteMatch::typed, {"one\n  two\u00A0three"}});
  CHECK(find("she said \u201Cyes\u201D \u2014 then", "\"yes\" -- then") ==
        Found{QuoteMatch::typed, {"\u201Cyes\u201D \u2014 then"}});
  CHECK(find("well\u2026 I", "well... I") == Found{QuoteMatch::typed, {"well\u2026 I"}});
  CHECK(find("well. . . I", "well\u2026 I") == Found{QuoteMatch::typed, {"well. . . I"}});
  CHECK(find("cafe\u0301s", "caf\u00E9s") == Found{QuoteMatch::typed, {"cafe\u0301s"}});
  CHECK(find("a\u0323\u0307 x", "a\u0307\u0323 x") ==
        Found{QuoteMatch::typed, {"a\u0323\u0307 x"}});
}

TEST_CASE("Else it is found as spoken") {
  CHECK(find("I WAS there", "i was There") == Found{QuoteMatch::spoken, {"I WAS there"}});
  CHECK(find("die Stra\u00DFe", "STRASSE") == Found{QuoteMatch::spoken, {"Stra\u00DFe"}});
  CHECK(find("die Stra\u00DFe", "stras").texts.empty());  // half of a letter
  CHECK(find("die Stra\u00DFe", "SE").texts.empty());
}

TEST_CASE("As spoken, notes are passed over") {
  const std::string text = "I was (laughs) happy (pause), so (sighs)happy";
  const auto notes = notes_of(text);
  CHECK(find(text, "I was happy", notes) == Found{QuoteMatch::spoken, {"I was (laughs) happy"}});
  CHECK(find(text, "happy, so happy", notes) ==
        Found{QuoteMatch::spoken, {"happy (pause), so (sighs)happy"}});
  CHECK(find(text, "I was happy").texts.empty());
  CHECK(find(text, "laughs", notes) == Found{QuoteMatch::exact, {"laughs"}});
}

TEST_CASE("A spoken hit neither begins nor ends in a note") {
  const std::string text = "(laughs) Yes (laughs) Yes";
  const auto notes = notes_of(text);
  CHECK(find_quote(text, "YES YES", notes).ranges == std::vector{byte_range(9, 25)});
  CHECK(find(text, "LAUGHS", notes).texts.empty());
  CHECK(find(text, "YES", notes) == Found{QuoteMatch::spoken, {"Yes", "Yes"}});
  // a quotation that holds the note whole is found with it
  CHECK(find(text, "YES (laughs) YES", notes) == Found{QuoteMatch::spoken, {"Yes (laughs) Yes"}});
  CHECK(find(text, "(LAUGHS) yes (laughs)", notes) ==
        Found{QuoteMatch::spoken, {"(laughs) Yes (laughs)"}});
}

TEST_CASE("A hit that would cut a grapheme is none") {
  CHECK(find("cafe\u0301", "cafe").texts.empty());
  CHECK(find("cafe\u0301 cafe", "cafe") == Found{QuoteMatch::exact, {"cafe"}});
  CHECK(find("\uAC01", "\uAC00").texts.empty());  // a syllable's beginning
  CHECK(find("\u1100\u1161\u11A8", "\uAC00").texts.empty());
  CHECK(find("\u1100\u1161\u11A8", "\uAC01") == Found{QuoteMatch::typed, {"\u1100\u1161\u11A8"}});
  CHECK(find("\U0001F468\u200D\U0001F469", "\U0001F469").texts.empty());
  // a hit that is refused does not hide one that overlaps it
  CHECK(find_quote("aa\u0301aa", "aa").ranges == std::vector{byte_range(4, 6)});
}

TEST_CASE("A piece of any text is found in it, and in its other spellings") {
  themata::test::TextMaker maker(77);
  for (int round = 0; round < 500; ++round) {
    const std::string text = maker.text(60);
    const std::size_t begin = maker.below(text.size());
    const TextRange piece =
        snap_to_graphemes(text, byte_range(begin, std::min(text.size(), begin + 20)));
    const std::string quote(slice(text, piece));
    CAPTURE(text, quote);
    const QuoteHits hits = find_quote(text, quote);
    if (fold(quote).find_first_not_of(" \n\t") == std::string::npos) continue;
    for (std::size_t i = 0; i < hits.ranges.size(); ++i) {
      REQUIRE(is_grapheme_boundary(text, hits.ranges[i].begin));
      REQUIRE(is_grapheme_boundary(text, hits.ranges[i].end));
      if (i > 0) REQUIRE(hits.ranges[i - 1].end <= hits.ranges[i].begin);
    }
  }
}

TEST_CASE("Time is linear in the text, also where it repeats itself") {
  const std::string text(4000000, 'a');
  const std::string quote = std::string(20000, 'a') + "b";
  const auto begin = std::chrono::steady_clock::now();
  CHECK(find_quote(text, quote).ranges.empty());
  CHECK(find_quote(text, std::string(1000, 'a')).ranges.size() == 4000);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}
