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

TEST_CASE("more attributes than are combined unless named", "[disclosure]") {
  test::TemporaryStudy study;
  // every three of the four values are shared by two, all four by nobody
  for (int p = 0; p < 16; ++p) {
    const auto bit = [&](int which) { return std::string((p >> which) % 2 == 0 ? "x" : "y"); };
    const std::string name = std::string("Ann") + static_cast<char>('a' + p);
    study.import(name + ".txt", name + ": Yes.\n");
    set_participant(study.project(), name,
                    {{"a", bit(0)}, {"b", bit(1)}, {"c", bit(2)}, {"d", bit(3)}});
  }
  const DisclosureReport report = disclosure(study.project(), {2, {}});
  CHECK(report.rows.empty());
  CHECK(report.attributes == 4);
  CHECK(report.attributes_together == 3);
  CHECK_FALSE(report.all_combined);
  CHECK_FALSE(report.too_many);
  const DisclosureReport named = disclosure(study.project(), {2, {"a", "b", "c", "d"}});
  CHECK(named.rows.size() == 16);
  CHECK(named.all_combined);
}
