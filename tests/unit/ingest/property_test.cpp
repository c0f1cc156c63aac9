#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/ingest/markdown.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/utf8.hpp"
#include "unit/ingest/growth.hpp"
#include "unit/ingest/reading.hpp"

namespace themata::ingest::test {
namespace {

std::string random_text(std::mt19937& random) {
  constexpr std::string_view pieces[] = {
      "Ben: ",   "Anna: ", "I: ",    "P1: ",     "ben: ",  "Ben\t",      "Ben\n",    "Anna  0:22\n",
      "\n",      "\n\n",   " ",      "text",     "So ",    "(laughs)",   "[x]",      "[Int: mm]",
      "(",       ")",      "[",      "]",        "0:22 ",  "[00:12] ",   "#",        "#00:12:31-5#",
      "Date: 3", "é",      "\u00A0", "\u2028",   "**",     "_",          "**Ben:**", "&amp;",
      "\\[",     "`",      "<b>",    "Anyway: ", "\uFF1A", "\U0001F600", ":",        "?"};
  std::string text;
  for (auto left = random() % 40; left > 0; --left) text += pieces[random() % std::size(pieces)];
  return text;
}

bool is_boundary(std::string_view text, text::ByteOffset at) {
  return at.value == text.size() ||
         (at.value < text.size() && !text::is_continuation(text[at.value]));
}

void check_range(const Transcript& read_text, text::TextRange range) {
  REQUIRE(range.begin <= range.end);
  REQUIRE(is_boundary(read_text.text, range.begin));
  REQUIRE(is_boundary(read_text.text, range.end));
}

/// Labels and turns in order and apart; between them, and after the last, white space alone.
void check_turns(const Transcript& read_text) {
  const std::string_view text = read_text.text;
  std::size_t at = read_text.turns.front().label.begin.value;
  for (std::size_t i = 0; i < read_text.turns.size(); ++i) {
    const model::Turn& turn = read_text.turns[i];
    check_range(read_text, turn.label);
    check_range(read_text, turn.range);
    REQUIRE(turn.number == i + 1);
    REQUIRE(at <= turn.label.begin.value);
    REQUIRE(turn.label.end <= turn.range.begin);
    REQUIRE(text::trim(text.substr(at, turn.label.begin.value - at)).empty());
    REQUIRE(
        text::trim(text.substr(turn.label.end.value, turn.range.begin - turn.label.end)).empty());
    REQUIRE(text::trim(text::slice(text, turn.range)) == text::slice(text, turn.range));
    at = turn.range.end.value;
  }
  REQUIRE(text::trim(text.substr(at)).empty());
}

void check_asides(const Transcript& read_text) {
  std::size_t turn = 0;
  text::ByteOffset at{0};
  for (const model::Aside& aside : read_text.asides) {
    check_range(read_text, aside.range);
    REQUIRE(at <= aside.range.begin);
    at = aside.range.end;
    while (read_text.turns.at(turn).range.end <= aside.range.begin) ++turn;
    REQUIRE(read_text.turns.at(turn).range.contains(aside.range));
  }
}

}  // namespace

TEST_CASE("whatever is read, every character below the head is in exactly one place") {
  std::mt19937 random(20240611);
  std::size_t with_labels = 0;
  for (int i = 0; i < 10'000; ++i) {
    const std::string input = random_text(random);
    const bool markdown = i % 2 == 1;
    CAPTURE(input, markdown);
    try {
      const Transcript read_text = read(input, markdown);
      REQUIRE_FALSE(read_text.turns.empty());
      if (!markdown) REQUIRE(read_text.text == input);
      check_turns(read_text);
      check_asides(read_text);
      REQUIRE((read_text.convention == Convention::none) == read_text.speakers.empty());
      with_labels += read_text.speakers.empty() ? 0 : 1;
    } catch (const InputError&) {
      SUCCEED("no letter or number in it");
    }
  }
  CHECK(with_labels > 2'500);
}

TEST_CASE("what is not Markdown's mark-up is never lost") {
  std::mt19937 random(7);
  for (int i = 0; i < 10'000; ++i) {
    const std::string input = random_text(random);
    CAPTURE(input);
    const std::string plain = plain_from_markdown(input);
    REQUIRE(text::is_valid_utf8(plain));
    REQUIRE(plain.size() <= input.size());
    REQUIRE(std::count(plain.begin(), plain.end(), '\n') ==
            std::count(input.begin(), input.end(), '\n'));
  }
}

TEST_CASE("hostile transcripts take linear time") {
  const auto read_it = [](const std::string& text) { return read(text).turns.size(); };
  const auto read_markdown = [](const std::string& text) { return read(text, true).turns.size(); };
  for (const std::string unit :
       {"A: [\n", "A\n\n", "a: b\n", "A (\n", "A\t", "0:00 ", "0:00 - ", "#0:00", "(0:00",
        "Ben: \n", "Participant: Joanne\n", "Date: x\n", "A A\n\nx\n", ":", "**A:**b\n\n",
        "Participant: Joanne\n\n", "A: B\nC: D\n\n", "- A: b\n", "1. A: b\n"}) {
    CAPTURE(unit);
    const auto make = [&](std::size_t size) { return "x\n" + repeated(unit, size); };
    CHECK(grows_linearly(make, read_it, 40'000));
    CHECK(grows_linearly(make, read_markdown, 40'000));
  }
}

TEST_CASE("many small labels, each in another, take linear time") {
  const auto nested = [](std::size_t size) {
    std::string text;
    const std::size_t labels = size / 16;
    for (std::size_t i = 0; i < labels; ++i) text += "a" + std::to_string(i) + ": b [\n";
    for (std::size_t i = labels; i > 0; --i) text += "a" + std::to_string(i - 1) + ": b\n";
    return text;
  };
  const auto read_it = [](const std::string& text) { return read(text).turns.size(); };
  CHECK(read_it(nested(1'000)) == 1);
  CHECK(grows_linearly(nested, read_it, 40'000));
}

}  // namespace themata::ingest::test
