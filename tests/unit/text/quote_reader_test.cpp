#include "themata/text/quote_reader.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "themata/text/utf8.hpp"
#include "unit/text/samples.hpp"

namespace {

using namespace themata::text;

std::string read(const std::string& text, QuoteMatch level,
                 const std::vector<TextRange>& unspoken = {}) {
  QuoteReader reader(text, level, unspoken);
  std::string out;
  for (QuoteUnit unit; reader.next(unit);) append_code_point(unit.character, out);
  return out;
}

std::string typed(const std::string& text) { return read(text, QuoteMatch::typed); }

}  // namespace

TEST_CASE("As typed, kinds of white space, quotes, dashes and ellipses read as one") {
  CHECK(typed("a \n\t\u00A0b") == "a b");
  CHECK(typed("\u2018a\u2019 `b\u00B4 \u2039c\u203A") == "'a' 'b' 'c'");
  CHECK(typed("\u201Ca\u201D \u00ABb\u00BB \u201Ec\u201F \"d\"") == "'a' 'b' 'c' 'd'");
  CHECK(typed("a\u2014b\u2013c--d---e\u2212f") == "a-b-c-d-e-f");
  CHECK(typed("a... b\u2026 c. . . d.... e..") == "a\u2026 b\u2026 c\u2026 d\u2026 e..");
  CHECK(typed("Mr. Big. End.") == "Mr. Big. End.");
  CHECK(typed("\u00C9t\u00C9") == "E\u0301tE\u0301");
  CHECK(typed("A") == "A");
}

TEST_CASE("As spoken, case is ignored too") {
  CHECK(read("Stra\u00DFe \u00C9\u1FB4", QuoteMatch::spoken) ==
        read("STRASSE e\u0301\u03B1\u0345\u0301", QuoteMatch::spoken));
}

TEST_CASE("Unspoken ranges are passed over with the white space around them") {
  const auto spoken = [](const std::string& text, std::size_t begin, std::size_t end) {
    return read(text, QuoteMatch::spoken, {byte_range(begin, end)});
  };
  CHECK(spoken("I was (laughs) happy", 6, 14) == "i was happy");
  CHECK(spoken("I was (laughs), happy", 6, 14) == "i was, happy");
  CHECK(spoken("wor(x)d", 3, 6) == "word");
  CHECK(spoken("(x) at first", 0, 3) == " at first");
  CHECK(spoken("at last (x)", 8, 11) == "at last ");
  CHECK(spoken("all", 0, 3) == "");
}

TEST_CASE("Units tell the bytes they were made from, in order") {
  themata::test::TextMaker maker(31);
  for (int round = 0; round < 300; ++round) {
    const std::string text = maker.text(30);
    for (const QuoteMatch level : {QuoteMatch::typed, QuoteMatch::spoken}) {
      const std::vector<TextRange> nothing;
      QuoteReader reader(text, level, nothing);
      std::size_t at = 0;
      bool complete = true;
      for (QuoteUnit unit; reader.next(unit);) {
        REQUIRE(unit.first == complete);
        if (unit.first) REQUIRE(unit.source.begin.value == at);
        at = unit.source.end.value;
        complete = unit.last;
      }
      REQUIRE(complete);
      REQUIRE(at == text.size());
    }
  }
}
