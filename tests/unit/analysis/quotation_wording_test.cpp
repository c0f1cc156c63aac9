#include "themata/analysis/quotation_wording.hpp"

#include <random>

#include <catch2/catch.hpp>

#include "support/numbered.hpp"

using themata::analysis::quoted_words;
using themata::analysis::words_not_said;

namespace {

const std::string excerpt =
    "So I sat down ... with the group, you know, and I said “it’s me” [laughs]\nand cried.";

}  // namespace

TEST_CASE("an excerpt as it is, or a part of it, is said") {
  CHECK_FALSE(words_not_said(excerpt, excerpt));
  CHECK_FALSE(words_not_said(excerpt, "with the group, you know"));
  CHECK_FALSE(words_not_said(excerpt, ""));
}

TEST_CASE("words may be left out and put in in brackets") {
  CHECK_FALSE(words_not_said(excerpt, "So I sat down [...] with the group, [...] and cried."));
  CHECK_FALSE(words_not_said(excerpt, "So I sat [beside them] and cried"));
  CHECK_FALSE(words_not_said(excerpt, "[S]o I sat"));
  CHECK_FALSE(words_not_said(excerpt, "I said “it’s me” […] and cried."));
}

TEST_CASE("kinds of quotes, dashes and white space are equal") {
  CHECK_FALSE(words_not_said(excerpt, "I said \"it's me\""));
  CHECK_FALSE(words_not_said(excerpt, "[laughs] and cried"));
}

TEST_CASE("what was not said so is told, from the word where it differs") {
  CHECK(words_not_said(excerpt, "So I sat up") == "up");
  CHECK(words_not_said(excerpt, "with the group and I said") == "and I said");
  CHECK(words_not_said(excerpt, "and cried. [...] So I sat") == "So I sat");
}

TEST_CASE("a pause is never taken for words left out") {
  CHECK_FALSE(words_not_said(excerpt, "I sat down ... with the group"));
  CHECK(words_not_said(excerpt, "I sat ... with the group"));
  CHECK(words_not_said(excerpt, "with the group ... and cried"));
}

TEST_CASE("brackets of an editor have no words of the speaker") {
  CHECK(quoted_words("I sat [...] with [the group] and cried") == 5);
  CHECK(quoted_words("") == 0);
  CHECK(quoted_words("it’s 2 [open") == 3);
}

TEST_CASE("whatever is left out is taken, and whatever is changed is told") {
  std::mt19937 random(8);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < 3 + random() % 20; ++i) {
      words.push_back(themata::test::numbered("w", random() % 9));
    }
    std::string said;
    std::string wording;
    bool is_gap = false;
    for (const std::string& word : words) {
      said += (said.empty() ? "" : random() % 5 == 0 ? "\n" : " ") + word;
      const bool left_out = random() % 3 == 0;
      if (left_out && !is_gap) wording += wording.empty() ? "[...]" : " [...]";
      if (!left_out) wording += (wording.empty() ? "" : " ") + word;
      is_gap = left_out;
    }
    INFO(said + " / " + wording);
    CHECK_FALSE(words_not_said(said, wording));
    CHECK(words_not_said(said, wording + " never"));
    CHECK(words_not_said(said, "never " + wording));
    CHECK_FALSE(words_not_said(said, wording + " [never]"));
  }
}
