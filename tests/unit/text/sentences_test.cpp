#include "themata/text/sentences.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "unit/text/samples.hpp"

namespace {

std::vector<std::string> spelled(const std::string& text, const std::string& language = "en") {
  std::vector<std::string> out;
  for (const auto range : themata::text::sentences(text, language)) {
    out.emplace_back(themata::text::slice(text, range));
  }
  return out;
}

}  // namespace

TEST_CASE("Sentences are cut at their full stops and trimmed") {
  CHECK(spelled("  I went home.  Did I?\u00A0Yes! ") ==
        std::vector<std::string>{"I went home.", "Did I?", "Yes!"});
  CHECK(spelled("One 3.5 two") == std::vector<std::string>{"One 3.5 two"});
  CHECK(spelled("A line\nanother\n\n") == std::vector<std::string>{"A line", "another"});
  CHECK(spelled("\u6211\u4EEC\u3002\u4F60\u3002", "zh") ==
        std::vector<std::string>{"\u6211\u4EEC\u3002", "\u4F60\u3002"});
}

TEST_CASE("A text without words has no sentences") {
  CHECK(spelled("").empty());
  CHECK(spelled(" \n\u2028 ").empty());
}

TEST_CASE("The language has a say") {
  CHECK(spelled("What; is it?", "el").size() == 2);  // the Greek question mark
  CHECK(spelled("What; is it?", "en").size() == 1);
}

TEST_CASE("An unknown or ill-formed language gives the general rules") {
  CHECK(spelled("One. Two.", "xx").size() == 2);
  CHECK(spelled("One. Two.", "").size() == 2);
  CHECK(spelled("One. Two.", "not a tag!").size() == 2);
}

TEST_CASE("Sentences stand in order, within the text, and hold all that is not white space") {
  themata::test::TextMaker maker(5);
  for (int round = 0; round < 200; ++round) {
    const std::string text = maker.text(60);
    std::size_t at = 0;
    for (const auto range : themata::text::sentences(text, "en")) {
      REQUIRE(range.begin.value >= at);
      REQUIRE_FALSE(range.empty());
      at = range.end.value;
    }
    REQUIRE(at <= text.size());
  }
}
