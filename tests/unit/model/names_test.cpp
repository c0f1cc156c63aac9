#include "themata/model/names.hpp"

#include <catch2/catch.hpp>

#include "support/numbered.hpp"
#include "themata/error.hpp"
#include "themata/model/codebook.hpp"

using namespace themata::model;
using Catch::Matchers::Contains;

namespace {

const std::vector<std::string> codes{"Breath", "Breathing space", "Ben’s calm", "Others", "Zoë"};

TEST_CASE("names of other programs become such as a study can have", "[names]") {
  CHECK(usable_name(" Trust\n(early) ", "x") == "Trust (early)");
  CHECK(usable_name("", "unnamed") == "unnamed");
  CHECK(usable_name("\t \u2028", "unnamed") == "unnamed");
  const std::string long_name = usable_name(std::string(499, 'a') + "ää", "x");
  CHECK(long_name == std::string(499, 'a'));
  CHECK(checked_name("code", long_name) == long_name);
}

}  // namespace

TEST_CASE("a name is found exactly before anything else") {
  CHECK(find_name("code", "Breath", codes) == 0);
  CHECK(find_name("code", "Breathing space", codes) == 1);
  CHECK(find_name("code", "ben", {"Ben", "ben"}) == 1);
}

TEST_CASE("a name is found whatever its case, quotes and composition") {
  CHECK(find_name("code", "BREATH", codes) == 0);
  CHECK(find_name("code", "ben's calm", codes) == 2);
  CHECK(find_name("code", "Zoe\u0308", codes) == 4);
}

TEST_CASE("a name is found by its beginning if only one begins so") {
  CHECK(find_name("code", "oth", codes) == 3);
  CHECK(find_name("code", "breathing", codes) == 1);
}

TEST_CASE("a beginning that several share is a conflict that lists them") {
  CHECK_THROWS_AS(find_name("code", "brea", codes), themata::Conflict);
  CHECK_THROWS_WITH(find_name("code", "brea", codes),
                    Contains("\"Breath\" or \"Breathing space\""));
  CHECK_THROWS_AS(find_name("code", "BEN", {"Ben", "ben"}), themata::Conflict);
}

TEST_CASE("a conflict among many names shows the first of them") {
  std::vector<std::string> names;
  for (int i = 0; i < 9; ++i) names.push_back(themata::test::numbered("P", i));
  CHECK_THROWS_WITH(find_name("participant", "p", names),
                    "\"p\" could be the participant \"P0\", \"P1\", \"P2\", \"P3\", \"P4\" or 4 "
                    "more; write more of the name");
}

TEST_CASE("an unknown name is answered with the nearest") {
  try {
    find_name("code", "Braeth", codes);
    FAIL("found");
  } catch (const themata::NotFound& error) {
    CHECK_THAT(error.what(), Contains("no code is named \"Braeth\"; did you mean \"Breath\""));
    REQUIRE_FALSE(error.nearest().empty());
    CHECK(error.nearest().front() == "Breath");
  }
}

TEST_CASE("an unknown name that resembles none is answered with what there is") {
  CHECK_THROWS_WITH(find_name("code", "xyzzy", {}),
                    "no code is named \"xyzzy\"; there is none yet");
  CHECK_THROWS_WITH(find_name("code", "xyzzy", {"Breath", "Others"}),
                    "no code is named \"xyzzy\"; there is \"Breath\" and \"Others\"");
}

TEST_CASE("a blank name is the beginning of nothing") {
  CHECK_THROWS_AS(find_name("code", "", {"Breath"}), themata::NotFound);
  CHECK_THROWS_AS(find_name("code", "  ", {"Breath"}), themata::NotFound);
}

TEST_CASE("find_named gives the thing itself") {
  const std::vector<Code> things{{CodeId{1}, "", "Breath", ""}, {CodeId{2}, "", "Others", ""}};
  CHECK(find_named("code", "others", things).id == CodeId{2});
}

TEST_CASE("a name is trimmed of every kind of white space at its ends") {
  CHECK(checked_name("code", "Breath") == "Breath");
  CHECK(checked_name("code", " \t Deep breath\u00A0\u3000\n") == "Deep breath");
  CHECK(checked_name("code", "日本語") == "日本語");
  CHECK(checked_name("code", "a") == "a");
}

TEST_CASE("a name that is blank, too long or not plain text is refused") {
  CHECK_THROWS_WITH(checked_name("code", ""),
                    "the name of the code is blank; give it at least one character");
  CHECK_THROWS_AS(checked_name("code", " \u2003 "), themata::InputError);
  CHECK_THROWS_WITH(checked_name("code", "a\x07z"), Contains("U+0007"));
  CHECK_THROWS_WITH(checked_name("code", "a\nz"), Contains("U+000A"));
  CHECK_THROWS_WITH(checked_name("code", "a\u2028z"), Contains("U+2028"));
  CHECK_THROWS_WITH(checked_name("code", "a\u0085z"), Contains("U+0085"));
  CHECK_THROWS_WITH(checked_name("code", "a\xFFz"), Contains("UTF-8"));
  CHECK(checked_name("code", std::string(500, 'x')).size() == 500);
  CHECK_THROWS_WITH(checked_name("code", std::string(501, 'x')), Contains("501 bytes"));
}

TEST_CASE("a value is found by its key, in every spelling of it") {
  using Indices = std::vector<std::size_t>;
  CHECK(find_values("region", "north", {"North", "South", "north", "North East"}) == Indices{0, 2});
  CHECK(find_values("region", "Zoe\u0308", codes) == Indices{4});
}

TEST_CASE("a value is found by a beginning that ends with a word") {
  using Indices = std::vector<std::size_t>;
  const std::vector<std::string> sites = {"Site 12", "Site 3", "Q10 North", "Q2. What helped?",
                                          "q2. what helped?"};
  CHECK_THROWS_AS(find_values("question", "Site 1", sites), themata::NotFound);
  CHECK_THROWS_WITH(find_values("question", "Site 1", sites),
                    Contains("no question is named \"Site 1\"; did you mean \"Site 12\""));
  CHECK_THROWS_AS(find_values("question", "Q1", sites), themata::NotFound);
  CHECK_THROWS_AS(find_values("question", "", sites), themata::NotFound);
  CHECK(find_values("question", "q10", sites) == Indices{2});
  CHECK(find_values("question", "Q2. What", sites) == Indices{3, 4});
  CHECK_THROWS_AS(find_values("question", "Site", sites), themata::Conflict);
  CHECK_THROWS_WITH(find_values("question", "Site", sites), Contains("\"Site 12\" or \"Site 3\""));
  CHECK_THROWS_AS(find_values("question", "Site", {}), themata::NotFound);
  CHECK_THROWS_AS(find_values("word", "cafe", {"cafe\u0301s"}), themata::NotFound);
}
