#include "themata/study/disclosure.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/error.hpp"

using namespace themata;
using namespace themata::study;

TEST_CASE("who is singled out by attributes, by name", "[disclosure]") {
  test::SampleStudy study;
  const DisclosureReport report = disclosure(study.project(), {2, {}});
  REQUIRE(report.rows.size() == 3);
  CHECK(report.rows[0].attributes == test::Names{"age"});
  CHECK(report.rows[0].values == test::Names{"45"});
  CHECK(report.rows[0].participants == test::Names{"Ben"});
  CHECK(report.rows[2].values == test::Names{"Turku"});
  CHECK(report.numeric == test::Names{"age"});
  CHECK(report.participants == 2);
  CHECK(report.all_combined);
}

TEST_CASE("only the attributes that were named", "[disclosure]") {
  test::SampleStudy study;
  const DisclosureReport report = disclosure(study.project(), {5, {"Place"}});
  REQUIRE(report.rows.size() == 1);
  CHECK(report.rows[0].attributes == test::Names{"place"});
  CHECK_THROWS_AS(disclosure(study.project(), {5, {"shoe size"}}), NotFound);
}

TEST_CASE("a study without attributes discloses nothing", "[disclosure]") {
  test::TemporaryStudy study;
  CHECK_THROWS_AS(disclosure(study.project(), {5, {}}), Conflict);
}
