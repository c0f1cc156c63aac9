#include "themata/study/saturation.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/study/sources.hpp"

using namespace themata;
using namespace themata::study;
using test::SampleStudy;

namespace {

bool has(const std::vector<std::string>& note, const std::string& words) {
  for (const std::string& sentence : note) {
    if (sentence.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE_METHOD(SampleStudy, "new codes are counted by source", "[saturation]") {
  SaturationRequest request;
  request.rule = {1, 1, 0.05};
  const SaturationTable table = saturation_table(project(), request);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].fresh == 2);  // breathing, humming
  CHECK(table.rows[1].fresh == 1);  // silence
  CHECK(table.rows[2].fresh == 0);
  CHECK(table.rows[2].total == 3);
  CHECK(table.rows[2].expected == Approx(3));
  CHECK(table.rows[2].run->ratio == 0);
  CHECK(table.reached_after == 2);
  CHECK(has(saturation_note(table, request), "2+1 (base 1, run 1, threshold 5 %"));
}

TEST_CASE_METHOD(SampleStudy, "a reflexive study hears what speaks against it", "[saturation]") {
  const auto note = [&] { return saturation_note(saturation_table(project(), {}), {}); };
  CHECK(has(note(), "too few"));
  CHECK(has(note(), "Braun and Clarke (2021"));
  CHECK(has(note(), "Nothing is stated"));
  state(project(), information_power, "A narrow aim and rich talk.");
  CHECK(has(note(), "stated by Ada on "));
  CHECK(has(note(), "A narrow aim and rich talk."));
  CHECK_FALSE(has(note(), "Nothing is stated"));
}
