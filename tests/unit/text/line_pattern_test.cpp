#include "themata/text/line_pattern.hpp"

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using namespace themata;
using namespace themata::text;
using Catch::Contains;

namespace {

/// What of a line an expression fits, as "whole|group"; empty if it does not fit.
std::string matched(LinePattern& pattern, std::string_view line) {
  const auto match = pattern.match(line);
  if (!match) return "";
  return std::string(slice(line, match->whole)) + "|" + std::string(slice(line, match->group));
}

std::string matched(const std::string& expression, std::string_view line) {
  LinePattern pattern(expression);
  return matched(pattern, line);
}

}  // namespace

TEST_CASE("a line pattern fits where a line begins, and nowhere else") {
  CHECK(matched("[A-Z]+:", "BEN: yes, ANN: no") == "BEN:|BEN:");
  CHECK(matched("[A-Z]+:", " BEN: yes").empty());
  CHECK(matched("[A-Z]+:", "yes BEN:").empty());
  CHECK(matched("[A-Z]+:", "").empty());
  CHECK(matched("^[A-Z]+:", "BEN: yes") == "BEN:|BEN:");
}

TEST_CASE("the first group is the name, or the whole if there is none") {
  CHECK(matched("<([^>]+)>\\s*", "<Ben>  yes") == "<Ben>  |Ben");
  CHECK(matched("<(?:[^>]+)>", "<Ben> yes") == "<Ben>|<Ben>");
  CHECK(matched("\\[(\\d+)\\] (\\w+)", "[12] Ben") == "[12] Ben|12");
}

TEST_CASE("a first group that takes no part leaves the whole") {
  CHECK(matched("(?:<(\\w+)>|\\w+:)", "Ben: yes") == "Ben:|Ben:");
  CHECK(matched("(?:<(\\w+)>|\\w+:)", "<Ben> yes") == "<Ben>|Ben");
}

TEST_CASE("ranges are bytes, whatever the characters") {
  LinePattern pattern("(\\w+)\\s*–");
  const std::string line = "Zoë – ja, Köln";
  const auto match = pattern.match(line);
  REQUIRE(match);
  CHECK(match->group == byte_range(0, 4));
  CHECK(match->whole == byte_range(0, 8));
  CHECK(matched("(.+?) =", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 = yes") ==
        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 =|\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91"
        "\xA7");
  CHECK(matched("(Бен):", "Бен: да") == "Бен:|Бен");
}

TEST_CASE("letter and digit mean those of every script") {
  CHECK(matched("(\\w+) (\\d+)", "Йоан ٣ да") == "Йоан ٣|Йоан");
  CHECK(matched("(?i)BEN", "ben: yes") == "ben|ben");
}

TEST_CASE("one pattern serves any number of lines") {
  LinePattern pattern("(\\w+):");
  CHECK(matched(pattern, "Ben: a long line with many words in it") == "Ben:|Ben");
  CHECK(matched(pattern, "no").empty());
  CHECK(matched(pattern, "A:") == "A:|A");
  LinePattern moved = std::move(pattern);
  CHECK(matched(moved, "Ann: yes") == "Ann:|Ann");
  pattern = std::move(moved);
  CHECK(matched(pattern, "Eve: no") == "Eve:|Eve");
}

TEST_CASE("an expression that is not well-formed is refused with the place") {
  CHECK_THROWS_AS(LinePattern("<([^>]+"), InputError);
  CHECK_THROWS_WITH(LinePattern("Ben)"),
                    "the regular expression \"Ben)\" is not well-formed at character 4");
  CHECK_THROWS_WITH(LinePattern("(Ben"), Contains("is not well-formed at character 4"));
  CHECK_THROWS_WITH(LinePattern("*"), Contains("is not well-formed at character 1"));
  CHECK_THROWS_AS(LinePattern("[z-a]"), InputError);
  CHECK_THROWS_AS(LinePattern("\\p{Nonsense}"), InputError);
}

TEST_CASE("an expression that fits an empty line is refused") {
  CHECK_THROWS_AS(LinePattern(""), InputError);
  CHECK_THROWS_WITH(LinePattern("\\w*"), "the regular expression \"\\w*\" fits an empty line");
  CHECK_THROWS_AS(LinePattern("^"), InputError);
  CHECK_THROWS_AS(LinePattern("(?=.*)"), InputError);
}

TEST_CASE("an expression that takes too long on a line is given up") {
  LinePattern pattern("(a+)+:");
  CHECK_THROWS_AS(pattern.match(std::string(60, 'a')), InputError);
  CHECK_THROWS_WITH(pattern.match(std::string(60, 'a')),
                    Contains("takes too long on a line; make it simpler"));
  CHECK(matched(pattern, "aaa: yes") == "aaa:|aaa");  // and serves again
}

TEST_CASE("a long line is no trouble to a simple expression") {
  LinePattern pattern("([^:]+):");
  std::string line(1'000'000, 'x');
  line += ": y";
  const auto match = pattern.match(line);
  REQUIRE(match);
  CHECK(match->group == byte_range(0, 1'000'000));
}
