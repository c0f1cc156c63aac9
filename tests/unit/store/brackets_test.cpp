#include "themata/store/brackets.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"

using namespace themata;
using namespace themata::store;

namespace {

struct Brackets : test::Study {
  Change change = test::begin(database);
  model::SourceId one =
      test::add_interview(database, "one", "Ben: (laughs) yes (laughs)\nKim: [at home] (laughs)");
  model::SourceId two = test::add_interview(database, "two", "Ben: [at home] no [later]");
};

}  // namespace

TEST_CASE_METHOD(Brackets, "brackets are listed by count, then by text", "[brackets]") {
  test::add_interview(database, "three", "Kim: [Later] [later]");
  const auto all = bracket_summaries(database);
  REQUIRE(all.size() == 4);
  CHECK(all[0].text == "(laughs)");
  CHECK(all[0].count == 3);
  CHECK(all[0].kind == model::AsideKind::note);
  CHECK(all[1].text == "[at home]");
  CHECK(all[1].kind == model::AsideKind::insertion);
  CHECK(all[2].text == "[later]");
  CHECK(all[2].count == 2);
  CHECK(all[3].text == "[Later]");
}

TEST_CASE_METHOD(Brackets, "brackets of removed sources are not listed", "[brackets]") {
  remove_source(database, one);
  const auto all = bracket_summaries(database);
  REQUIRE(all.size() == 2);
  CHECK(all[0].text == "[at home]");
  CHECK(all[0].count == 1);
}

TEST_CASE_METHOD(Brackets, "a bracket set otherwise is so in every source, now and later",
                 "[brackets]") {
  set_bracket(database, "[at home]", model::AsideKind::speech);
  set_bracket(database, "[at home]", model::AsideKind::voice);
  test::add_interview(database, "three", "Kim: [at home]");
  const auto all = bracket_summaries(database);
  CHECK(all[1].text == "[at home]");
  CHECK(all[1].count == 3);
  CHECK(all[1].kind == model::AsideKind::voice);
  CHECK(all[0].kind == model::AsideKind::note);
}

TEST_CASE_METHOD(Brackets, "each distinct bracket text is stored once", "[brackets]") {
  CHECK(test::rows(database, "bracket").size() == 3);
  CHECK(test::rows(database, "aside").size() == 6);
}

TEST_CASE_METHOD(Brackets, "a bracket met in a part that was taken back is stored with the next",
                 "[brackets]") {
  {
    const Savepoint part(database);
    test::add_interview(database, "broken", "Ben: [never seen] [at home]");
  }
  test::add_interview(database, "whole", "Ben: [never seen]");
  const auto all = bracket_summaries(database);
  REQUIRE(all.size() == 4);
  CHECK(all[1].count == 2);
  CHECK(all[3].text == "[never seen]");
  CHECK(all[3].count == 1);
}

TEST_CASE_METHOD(Brackets, "a bare time is an aside without a bracket", "[brackets]") {
  test::Interview interview("times", "Ben: 00:12 well");
  interview.source.asides = {{text::byte_range(5, 10), model::AsideKind::timestamp}};
  interview.source.aside_words = {1};
  const model::SourceId id = add_source(database, interview.source);
  CHECK(bracket_summaries(database).size() == 3);
  CHECK(id.value > two.value);
}
