#include "themata/text/display_width.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <unicode/uchar.h>

#include "themata/text/graphemes.hpp"
#include "themata/text/utf8.hpp"
#include "unit/text/samples.hpp"

using namespace themata::text;
using Lines = std::vector<std::string>;

TEST_CASE("The width of a text is the columns it takes on a terminal") {
  CHECK(display_width("") == 0);
  CHECK(display_width("plain text") == 10);
  CHECK(display_width("caf\u00E9") == 4);
  CHECK(display_width("cafe\u0301") == 4);
  CHECK(display_width("\u6211\u4EEC") == 4);
  CHECK(display_width("\uFF21\uFF71") == 3);  // full-width A, half-width A
  CHECK(display_width("\U0001F600") == 2);
  CHECK(display_width("\U0001F468\u200D\U0001F469\u200D\U0001F467") == 2);
  CHECK(display_width("\U0001F1EB\U0001F1F7") == 2);
  CHECK(display_width("\u2764") == 1);
  CHECK(display_width("\u2764\uFE0F") == 2);
  CHECK(display_width("\u1100\u1161\u11A8") == 2);
  CHECK(display_width("a\u200Bb") == 2);
  CHECK(display_width("\t\n") == 2);
}

TEST_CASE("A text is as wide as its graphemes, each alone") {
  themata::test::TextMaker maker(11);
  for (int round = 0; round < 500; ++round) {
    const std::string text = maker.text(40);
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = grapheme_boundary_after(text, ByteOffset{at + 1}).value;
      columns += display_width(text.substr(at, end - at));
      at = end;
    }
    CHECK(display_width(text) == columns);
  }
}

TEST_CASE("Latin letters, quotes and dashes take a column, as Unicode says") {
  const auto is_narrow = [](char32_t c) {
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
    return (mask & (U_GC_MN_MASK | U_GC_ME_MASK)) == 0 && width != U_EA_WIDE &&
           width != U_EA_FULLWIDTH && ((mask & U_GC_CF_MASK) == 0 || c == 0xAD) &&
           u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI_PRESENTATION) == 0;
  };
  for (char32_t c = 1; c < 0x2100; ++c) {
    if (c == 0x1100) c = 0x1200;  // Korean letters, which are wide
    std::string character;
    append_code_point(c, character);
    CHECK(display_width(character) == (is_narrow(c) ? 1 : 0));
  }
}

TEST_CASE("Lines are broken at white space, which goes") {
  CHECK(wrap("the quick brown fox", 10) == Lines{"the quick", "brown fox"});
  CHECK(wrap("the quick brown fox", 9) == Lines{"the quick", "brown fox"});
  CHECK(wrap("the quick", 100) == Lines{"the quick"});
  CHECK(wrap("one   two", 3) == Lines{"one", "two"});
  CHECK(wrap("one   ", 3) == Lines{"one"});
  CHECK(wrap("  indented text", 10) == Lines{"  indented", "text"});
}

TEST_CASE("A word that is too long is broken between graphemes") {
  CHECK(wrap("abcdefgh", 3) == Lines{"abc", "def", "gh"});
  CHECK(wrap("ab cdefgh", 4) == Lines{"ab", "cdef", "gh"});
  CHECK(wrap("\u6211\u4EEC\u5728", 4) == Lines{"\u6211\u4EEC", "\u5728"});
  CHECK(wrap("e\u0301e\u0301", 1) == Lines{"e\u0301", "e\u0301"});
  CHECK(wrap("\u6211\u4EEC", 1) == Lines{"\u6211", "\u4EEC"});
  CHECK(wrap("ab", 0) == Lines{"a", "b"});
}

TEST_CASE("Line feeds end lines, and there is always one") {
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("\n", 10) == Lines{""});
  CHECK(wrap("a\n\nb\n", 10) == Lines{"a", "", "b"});
  CHECK(wrap("a b\nc d", 1) == Lines{"a", "b", "c", "d"});
}

TEST_CASE("A text that does not fit is cut at one end, with an ellipsis") {
  using themata::text::CutAt;
  using themata::text::shortened;
  CHECK(shortened("abcdef", 6, CutAt::end) == "abcdef");
  CHECK(shortened("abcdef", 4, CutAt::end) == "abc…");
  CHECK(shortened("abcdef", 4, CutAt::begin) == "…def");
  CHECK(shortened("日本語", 4, CutAt::end) == "日…");
  CHECK(shortened("日本語", 4, CutAt::begin) == "…語");
  CHECK(shortened("e\u0301e\u0301e\u0301", 2, CutAt::begin) == "…e\u0301");
  CHECK(shortened("abc", 1, CutAt::end) == "…");
  CHECK(shortened("", 1, CutAt::end).empty());
}

TEST_CASE("Behind a margin lines are shorter, but not too short to read") {
  const std::string text = "one two three four five six";
  CHECK(wrap_behind(0, text, 24) == Lines{"one two three four five", "six"});
  CHECK(wrap_behind(4, text, 27) == Lines{"one two three four five", "six"});
  CHECK(wrap_behind(100, text, 80) == Lines{"one two three four", "five six"});
}

TEST_CASE("No line is wider than asked, and nothing but white space is lost") {
  const auto without_space = [](const std::string& text) {
    std::string out;
    for (const std::string& line : wrap(text, 1)) out += line;
    return out;
  };
  themata::test::TextMaker maker(4);
  for (int round = 0; round < 200; ++round) {
    const std::string text = maker.text(40);
    std::string joined;
    for (const std::string& line : wrap(text, 12)) {
      REQUIRE(display_width(line) <= 12);
      joined += line;
    }
    REQUIRE(without_space(joined).size() <= text.size());
    std::string letters;
    for (const char c : text) {
      if (c >= 'a' && c <= 'z') letters += c;
    }
    std::string kept;
    for (const char c : joined) {
      if (c >= 'a' && c <= 'z') kept += c;
    }
    REQUIRE(kept == letters);
  }
}

TEST_CASE("the ranges of wrapped lines are those of the text", "[display_width]") {
  const std::string_view text = "one two\n\nthree  four ";
  std::vector<std::string> lines;
  for (const TextRange line : wrap_ranges(text, 5)) lines.emplace_back(slice(text, line));
  CHECK(lines == wrap(text, 5));
  CHECK(wrap_ranges(text, 5) == std::vector{byte_range(0, 3), byte_range(4, 7), byte_range(8, 8),
                                            byte_range(9, 14), byte_range(16, 20)});
  CHECK(wrap_ranges("", 5) == std::vector{byte_range(0, 0)});
}
