#include "themata/study/marking_read.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/store/readings.hpp"
#include "themata/study/analyses.hpp"

using namespace themata;
using namespace themata::study;
using test::SampleStudy;

TEST_CASE_METHOD(SampleStudy, "who has read what is noted, each time", "[marking_read]") {
  CHECK(mark_source_read(project(), "tog") == "together");
  CHECK(mark_source_read(project(), "together") == "together");
  CHECK(log_entries(project()).back().summary == "together: read through");
  const auto readings = store::readings(project().database());
  REQUIRE(readings.size() == 2);
  CHECK(readings[0].target == model::ReadingTarget::source);
}

TEST_CASE_METHOD(SampleStudy, "what is not there cannot have been read", "[marking_read]") {
  test::refused<NotFound>(*this, [&] { mark_source_read(project(), "nowhere"); });
  test::refused<NotFound>(*this, [&] { mark_theme_read(project(), "nowhere"); });
}
