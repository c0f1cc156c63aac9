#include "themata/text/graphemes.hpp"

#include <chrono>
#include <memory>
#include <set>
#include <string>

#include <catch2/catch.hpp>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include "unit/text/samples.hpp"

namespace {

using namespace themata::text;

std::set<std::size_t> boundaries_by_icu(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  REQUIRE(U_SUCCESS(status));
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  iterator->setText(wide);
  std::set<std::size_t> boundaries = {0};
  std::size_t at = 0;
  for (int32_t begin = 0, end = iterator->next(); end != icu::BreakIterator::DONE;
       begin = end, end = iterator->next()) {
    std::string grapheme;
    wide.tempSubStringBetween(begin, end).toUTF8String(grapheme);
    boundaries.insert(at += grapheme.size());
  }
  return boundaries;
}

void check_all(const std::string& text) {
  const std::set<std::size_t> expected = boundaries_by_icu(text);
  std::size_t wrong = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const std::size_t after = *expected.lower_bound(at);
    const std::size_t before = *std::prev(expected.upper_bound(at));
    if (is_grapheme_boundary(text, ByteOffset{at}) != (expected.count(at) == 1)) ++wrong;
    if (grapheme_boundary_before(text, ByteOffset{at}) != ByteOffset{before}) ++wrong;
    if (grapheme_boundary_after(text, ByteOffset{at}) != ByteOffset{after}) ++wrong;
  }
  CAPTURE(text);
  CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("Characters as people see them are not cut") {
  const std::string text = "e\u0301\r\n\U0001F1EB\U0001F1F7";
  CHECK(is_grapheme_boundary(text, ByteOffset{0}));
  CHECK_FALSE(is_grapheme_boundary(text, ByteOffset{1}));
  CHECK_FALSE(is_grapheme_boundary(text, ByteOffset{2}));  // inside a code point
  CHECK(is_grapheme_boundary(text, ByteOffset{3}));
  CHECK_FALSE(is_grapheme_boundary(text, ByteOffset{4}));  // CR LF
  CHECK_FALSE(is_grapheme_boundary(text, ByteOffset{9}));  // between the halves of a flag
  CHECK(is_grapheme_boundary(text, ByteOffset{13}));
  CHECK_FALSE(is_grapheme_boundary(text, ByteOffset{14}));
  CHECK(is_grapheme_boundary("", ByteOffset{0}));
}

TEST_CASE("A range is widened to the graphemes that it touches") {
  const std::string text = "ae\u0301b";
  CHECK(snap_to_graphemes(text, byte_range(2, 3)) == byte_range(1, 4));
  CHECK(snap_to_graphemes(text, byte_range(0, 1)) == byte_range(0, 1));
  CHECK(snap_to_graphemes(text, byte_range(0, 2)) == byte_range(0, 4));
  CHECK(snap_to_graphemes(text, byte_range(5, 5)) == byte_range(5, 5));
}

TEST_CASE("Every place in every script is judged as by ICU on the whole text") {
  std::string all;
  for (const std::string& sample : themata::test::script_samples()) {
    check_all(sample);
    all += sample;
  }
  check_all(all);
  std::string flags;
  for (int i = 0; i < 9; ++i) flags += "\U0001F1EB\U0001F1F7";
  check_all("a" + flags + "\U0001F1EB" + "b\r\r\n\n");
  check_all("\u0600\u0600a \u0D4E\u0D15 \u1100\u1100\u1161 \uAC00\u11A8 \u0915\u094D\u0915");
}

TEST_CASE("Every place in random texts is judged as by ICU on the whole text") {
  themata::test::TextMaker maker(8);
  for (int round = 0; round < 300; ++round) check_all(maker.text(maker.below(60)));
}

TEST_CASE("The cost does not depend on the length of the text") {
  std::string text;
  for (int i = 0; i < 2000000; ++i) text += "\u6211";
  const auto begin = std::chrono::steady_clock::now();
  std::size_t boundaries = 0;
  for (std::size_t at = 0; at < 3000000; at += 30) {
    boundaries += is_grapheme_boundary(text, ByteOffset{at + 3000000}) ? 1 : 0;
  }
  CHECK(boundaries == 100000);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}
