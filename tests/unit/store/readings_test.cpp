#include "themata/store/readings.hpp"

#include <catch2/catch.hpp>

#include "filled_study.hpp"
#include "support.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/sources.hpp"

using namespace themata;
using namespace themata::store;

TEST_CASE("what was read of a source goes with it", "[readings]") {
  test::Study study;
  test::fill(study.database);
  const auto before = readings(study.database);
  REQUIRE(before.size() == 1);
  CHECK(before[0].target == model::ReadingTarget::source);
  const model::SourceId source{before[0].target_id};
  test::command(study.database, [&] { remove_source(study.database, source); });
  CHECK(readings(study.database).empty());
}
