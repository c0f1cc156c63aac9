#include "themata/report/coded_transcript.hpp"

#include <catch2/catch.hpp>

using namespace themata;
using namespace themata::report;
using text::byte_range;

TEST_CASE("each coding is a comment of its coder, from where it begins to where it ends") {
  const std::vector<CodedTurn> turns = {
      {"Ben",
       "I felt safe",
       {{1, "Trust", "Ana", byte_range(2, 6)}, {2, "Safe", "Ruth", byte_range(2, 11)}}},
      {"", "there", {{2, "Safe", "Ruth", byte_range(0, 3)}}}};
  const Document document = coded_transcript("", turns);
  REQUIRE(document.comments.size() == 2);
  CHECK(document.comments[0].author == "Ana");
  CHECK(document.comments[1].text == "Safe");
  REQUIRE(document.blocks.size() == 2);
  const auto& first = std::get<Paragraph>(document.blocks[0]);
  std::string words;
  for (const TextRun& run : first.runs) words += run.text;
  CHECK(words == "Ben: I felt safe");
  CHECK(first.runs[3].text == "felt");
  CHECK(first.runs[3].comments_begin == std::vector<std::size_t>{0, 1});
  CHECK(first.runs[3].comments_end == std::vector<std::size_t>{0});
  const auto& second = std::get<Paragraph>(document.blocks[1]);
  CHECK(second.runs[0].text == "the");
  CHECK(second.runs[0].comments_begin.empty());
  CHECK(second.runs[0].comments_end == std::vector<std::size_t>{1});
}
