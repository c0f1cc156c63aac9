#include "themata/text/words.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "unit/text/samples.hpp"

namespace {

using namespace themata::text;
using themata::test::real_transcripts;
using themata::test::script_samples;
using themata::test::TextMaker;

std::vector<TextRange> words_of(std::string_view text) {
  WordSegmenter segmenter;
  segmenter.start(text);
  std::vector<TextRange> words;
  while (const auto word = segmenter.next()) words.push_back(*word);
  return words;
}

std::vector<std::string> spelled(std::string_view text) {
  std::vector<std::string> words;
  for (const TextRange word : words_of(text)) words.emplace_back(slice(text, word));
  return words;
}

// The rule itself, in one pass of ICU over the whole text.
std::vector<TextRange> words_by_icu(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> boundaries(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  REQUIRE(U_SUCCESS(status));
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  boundaries->setText(wide);
  std::vector<TextRange> words;
  std::size_t at = 0;
  for (int32_t begin = 0, end = boundaries->next(); end != icu::BreakIterator::DONE;
       begin = end, end = boundaries->next()) {
    std::string segment;
    const icu::UnicodeString part = wide.tempSubStringBetween(begin, end);
    part.toUTF8String(segment);
    bool is_word = false;
    for (int32_t i = 0; i < part.length(); i = part.moveIndex32(i, 1)) {
      const auto mask = U_MASK(u_charType(part.char32At(i)));
      is_word = is_word || (mask & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
    }
    if (is_word) words.push_back(byte_range(at, at + segment.size()));
    at += segment.size();
  }
  return words;
}

// Where the two differ first, with what stands there; empty if they do not.
std::string difference(const std::string& text) {
  const std::vector<TextRange> ours = words_of(text);
  const std::vector<TextRange> rule = words_by_icu(text);
  const auto [mine, theirs] = std::mismatch(ours.begin(), ours.end(), rule.begin(), rule.end());
  if (mine == ours.end() && theirs == rule.end()) return "";
  const std::size_t begin = std::min(mine == ours.end() ? text.size() : mine->begin.value,
                                     theirs == rule.end() ? text.size() : theirs->begin.value);
  std::string shown = mine == ours.end() ? "nothing" : std::string(slice(text, *mine));
  shown += ", not ";
  shown += theirs == rule.end() ? "nothing" : slice(text, *theirs);
  shown += ", from ";
  return shown + text.substr(begin, 40);
}

}  // namespace

TEST_CASE("Words are the segments with a letter or a number") {
  CHECK(spelled("I don't know, really.") ==
        std::vector<std::string>{"I", "don't", "know", "really"});
  CHECK(spelled("I don\u2019t") == std::vector<std::string>{"I", "don\u2019t"});
  CHECK(spelled("1,000.50 and 5 o'clock") ==
        std::vector<std::string>{"1,000.50", "and", "5", "o'clock"});
  CHECK(spelled("well-known \u2014 yes") == std::vector<std::string>{"well", "known", "yes"});
  CHECK(spelled("e.g. a.m.") == std::vector<std::string>{"e.g", "a.m"});
  CHECK(spelled("'quoted' \"twice\"") == std::vector<std::string>{"quoted", "twice"});
  CHECK(spelled("caf\u00E9 cafe\u0301") == std::vector<std::string>{"caf\u00E9", "cafe\u0301"});
}

TEST_CASE("What has no letter and no number is no word") {
  CHECK(spelled("").empty());
  CHECK(spelled(" \n\t ").empty());
  CHECK(spelled("... -- !? _ __ @ : ' \"").empty());
  CHECK(spelled("\U0001F600 \u2026 \u201C\u201D \u0301").empty());
  CHECK(spelled("a_b _c_ \u00BD \u2163") ==
        std::vector<std::string>{"a_b", "_c_", "\u00BD", "\u2163"});
}

TEST_CASE("A word at the very beginning and the very end is found") {
  CHECK(words_of("a") == std::vector{byte_range(0, 1)});
  CHECK(words_of("ab cd") == std::vector{byte_range(0, 2), byte_range(3, 5)});
  CHECK(words_of("\u00E9").size() == 1);
  CHECK(words_of("x.") == std::vector{byte_range(0, 1)});
}

TEST_CASE("A letter that extends the space before it makes a word of both, as in ICU") {
  for (const std::string text : {"a \uFF9E", " \uFF9E", "  \uFF9E", "\n\uFF9E", ". \uFF9E b"}) {
    CHECK(difference(text) == "");
  }
}

TEST_CASE("Every script is cut as by one pass of ICU over the whole text") {
  std::string all;
  for (const std::string& sample : script_samples()) {
    CAPTURE(sample);
    CHECK(difference(sample) == "");
    all += sample + (all.size() % 2 == 0 ? "\n" : " ");
  }
  CHECK(difference(all) == "");
}

TEST_CASE("Every pair and triple of ASCII characters is cut as by ICU") {
  const std::string some = "aZ5 \n\t_@:;.,'\"-/()#*~\r\x7F";
  std::string text;
  for (const char a : some) {
    for (const char b : some) {
      for (const char c : some) text = text + a + b + c + 'x' + a + c + b + '9' + c + a + b + ' ';
    }
  }
  CHECK(difference(text) == "");
  for (int a = 1; a < 128; ++a) {
    for (int b = 1; b < 128; ++b) {
      const std::string three{'k', static_cast<char>(a), static_cast<char>(b), 'k'};
      const std::string wrong = difference(three);
      CAPTURE(a, b);
      REQUIRE(wrong == "");
    }
  }
}

TEST_CASE("Random mixtures of scripts are cut as by ICU") {
  TextMaker maker(20240501);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = maker.text(1 + maker.below(40));
    REQUIRE(difference(text) == "");
  }
}

TEST_CASE("Long lines and long texts are cut as by ICU") {
  TextMaker maker(7);
  const std::string text = maker.text(60000);
  CHECK(difference(text) == "");
  std::string one_line = text;
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  CHECK(difference(one_line) == "");
  std::string chinese;
  for (int i = 0; i < 5000; ++i) chinese += "\u6211\u4EEC\u5728\u8FD9\u91CC\uFF0C";
  CHECK(difference(chinese) == "");
}

TEST_CASE("Real transcripts are cut as by ICU") {
  for (const std::string& text : real_transcripts()) {
    CHECK(difference(text) == "");
  }
}

TEST_CASE("A segmenter may be used again, also in the middle of a text, and moved") {
  WordSegmenter segmenter;
  const std::string first = "\u00E9t\u00E9 \u00E9t\u00E9 \u00E9t\u00E9";
  segmenter.start(first);
  CHECK(segmenter.next() == byte_range(0, 5));
  const std::string second = "one two";
  segmenter.start(second);
  CHECK(segmenter.next() == byte_range(0, 3));
  WordSegmenter moved = std::move(segmenter);
  CHECK(moved.next() == byte_range(4, 7));
  CHECK_FALSE(moved.next());
  CHECK_FALSE(moved.next());
  CHECK(count_words("one two three", moved) == 3);
  CHECK(count_words("", moved) == 0);
}
