#include "themata/study/excerpt_groups.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"

using namespace themata;
using namespace themata::study;

TEST_CASE("excerpts stand once under their codes, these under their themes", "[excerpt_groups]") {
  test::SampleStudy study;
  const auto groups = excerpt_groups(study.project(), {});
  REQUIRE(groups.size() == 4);
  CHECK(groups[0].name == "1 Body");
  REQUIRE(groups[0].codes.size() == 1);
  CHECK(groups[0].codes[0].code == "breathing");
  CHECK(groups[0].codes[0].excerpts.size() == 2);  // one of them by two coders
  CHECK(groups[1].name == "1.1 Sound");
  CHECK(groups[1].level == 1);
  CHECK(groups[3].name.empty());
  CHECK(groups[3].codes[0].code == "silence");
}

TEST_CASE("of a theme that is asked for, it is the highest", "[excerpt_groups]") {
  test::SampleStudy study;
  Filter filter;
  filter.themes = {"1.1"};
  const auto groups = excerpt_groups(study.project(), filter);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].name == "1.1 Sound");
  CHECK(groups[0].level == 0);
}
