#include "themata/study/verify.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"

using namespace themata;
using namespace themata::study;

TEST_CASE("a study that Themata wrote is whole, and can be taken back to its beginning",
          "[verify]") {
  test::SampleStudy study;
  std::size_t defects = 0;
  const VerifySinks sinks{[&](const Defect&) { ++defects; }, {}};
  study::verify(study.project(), sinks);
  CHECK(verify_undo(study.project(), sinks) > 10);
  CHECK(defects == 0);
}

TEST_CASE("each kind of damage has its advice", "[verify]") {
  for (const Damage damage :
       {Damage::file, Damage::text, Damage::place, Damage::rows, Damage::history}) {
    CHECK_FALSE(advice_on(damage).empty());
  }
}
