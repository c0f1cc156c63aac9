#include "themata/report/reading_page.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "themata/report/detail/coded_runs.hpp"
#include "themata/report/detail/coding_lanes.hpp"
#include "themata/text/display_width.hpp"

using namespace themata;
using namespace themata::report;
using text::byte_range;

namespace {

using Lines = std::vector<std::string>;

std::string plain(const PageLine& line) {
  std::string text;
  for (const Run& run : line) text += run.text;
  return text;
}

Lines plain(const std::vector<PageLine>& lines) {
  Lines texts;
  for (const PageLine& line : lines) texts.push_back(plain(line));
  return texts;
}

PageTurn turn(std::size_t number, const std::string& speaker, const std::string& text) {
  PageTurn turn;
  turn.number = number;
  turn.speaker = speaker;
  turn.text = text;
  return turn;
}

const std::string long_words = "The water is cold, and it keeps being cold, until it is not.";

}  // namespace

TEST_CASE("a page without codings is numbered turns, wrapped", "[reading_page]") {
  PageTurn above = turn(0, "", "Date: 3 May");
  PageTurn second = turn(12, "Ben", long_words);
  second.time = "00:01:22";
  CHECK(plain(reading_page({above, turn(1, "I", "How is it?"), second}, 44)) ==
        Lines{"    Date: 3 May", "", " 1  I", "    How is it?", "", "12  Ben [00:01:22]",
              "    The water is cold, and it keeps being", "    cold, until it is not."});
  CHECK(reading_page({}, 80).empty());
}

TEST_CASE("a coding has a bar along its lines, and its name beside the first", "[reading_page]") {
  PageTurn one = turn(1, "Ben", long_words);
  one.codings = {{1, 0, "Cold", byte_range(4, 42)}, {2, 1, "Going on", byte_range(44, 59)}};
  CHECK(plain(reading_page({one}, 60)) ==
        Lines{"1  Ben", "   The water is cold, and it keeps being cold,   [ Cold",
              "   until it is not.                              [ Going on"});
  one.codings[0].range = byte_range(4, 59);
  CHECK(plain(reading_page({one}, 60)) ==
        Lines{"1  Ben", "   The water is cold, and it keeps being cold,   ┌  Cold",
              "   until it is not.                              └[ Going on"});
}

TEST_CASE("a coding through two turns has one bar and one name", "[reading_page]") {
  PageTurn one = turn(1, "Ben", "It is cold.");
  PageTurn two = turn(2, "Ann", "It is not.");
  one.codings = {{7, 0, "Cold", byte_range(0, 11)}};
  two.codings = {{7, 0, "Cold", byte_range(0, 10)}};
  const auto page = reading_page({one, two}, 60);
  CHECK(plain(page) == Lines{"1  Ben", "   It is cold." + std::string(40, ' ') + "┌ Cold",
                             std::string(54, ' ') + "│", "2  Ann" + std::string(48, ' ') + "│",
                             "   It is not." + std::string(41, ' ') + "└"});
}

TEST_CASE("names that begin on one line stand on it and go on below", "[reading_page]") {
  PageTurn one = turn(1, "Ben", "It is cold.");
  one.codings = {{1, 0, "Cold", byte_range(0, 5)},
                 {2, 1, "Water", byte_range(0, 11)},
                 {3, 2, "A code with a long name", byte_range(3, 11)}};
  const Lines lines = plain(reading_page({one}, 60));
  REQUIRE(lines.size() == 4);
  CHECK(lines[1].find("[[[ Cold, Water") != std::string::npos);
  CHECK(lines[2].find("    A code with a long") != std::string::npos);
  CHECK(lines[3] == std::string(40, ' ') + "name");
}

TEST_CASE("on a narrow terminal the names stand below the turn", "[reading_page]") {
  PageTurn one = turn(1, "Ben", "It is cold.");
  one.codings = {{1, 0, "Cold", byte_range(0, 5)}};
  CHECK(plain(reading_page({one}, 40)) == Lines{"1  Ben", "   It is cold.", "   │ Cold"});
}

TEST_CASE("the shortest coding gives its colour, and a hit stands out", "[reading_page]") {
  PageTurn one = turn(1, "Ben", "It is cold.");
  one.codings = {{1, 4, "All", byte_range(0, 11)}, {2, 5, "Cold", byte_range(6, 10)}};
  one.hits = {byte_range(8, 10)};
  const PageLine line = reading_page({one}, 80)[1];
  CHECK(PageLine(line.begin(), line.begin() + 5) == PageLine{{"   ", Ink::plain, 0},
                                                             {"It is ", Ink::coded, 4},
                                                             {"co", Ink::coded, 5},
                                                             {"ld", Ink::hit, 0},
                                                             {".", Ink::coded, 4}});
}

TEST_CASE("no line is wider than the terminal, whatever is coded", "[reading_page]") {
  const std::size_t width = GENERATE(40, 59, 60, 80, 200);
  std::vector<PageTurn> turns;
  std::int64_t id = 0;
  for (std::size_t number = 1; number < 40; ++number) {
    PageTurn one = turn(number, number % 2 ? "我们在水里" : "Ben",
                        long_words + "\n\n我们在水里 " + long_words);
    for (std::size_t begin = 0; begin + 12 < 60; begin += 1 + number % 7) {
      one.codings.push_back({++id, number % 6, "Code " + std::string(number % 50, 'x'),
                             byte_range(begin, begin + 12)});
    }
    turns.push_back(one);
  }
  std::size_t widest = 0;
  std::string names;
  for (const PageLine& line : reading_page(turns, width)) {
    widest = std::max(widest, text::display_width(plain(line)));
    for (const Run& run : line) names += run.ink == Ink::name ? run.text : "";
  }
  CHECK(widest <= width);
  CHECK(std::count(names.begin(), names.end(), 'C') == id);  // every coding is named, once
}

TEST_CASE("the words of a page are those of the text", "[reading_page]") {
  PageTurn one = turn(1, "Ben", long_words);
  one.codings = {{1, 4, "All", byte_range(2, 30)}, {2, 5, "Cold", byte_range(20, 50)}};
  std::string words;
  for (const detail::InkedRange& range : detail::inked_ranges(one)) {
    words += text::slice(one.text, range.range);
  }
  CHECK(words == long_words);
}

TEST_CASE("bars that meet on a line stand in different lanes", "[reading_page]") {
  using Lanes = std::vector<std::optional<std::size_t>>;
  CHECK(detail::lanes({{0, 3}, {1, 1}, {2, 5}, {4, 4}}, 8) == Lanes{0, 1, 1, 0});
  CHECK(detail::lanes({{0, 3}, {0, 1}, {1, 5}}, 2) == Lanes{0, 1, std::nullopt});
}
