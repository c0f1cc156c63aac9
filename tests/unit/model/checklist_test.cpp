#include "themata/model/checklist.hpp"

#include <catch2/catch.hpp>

using namespace themata::model;

TEST_CASE("the checklist has fifteen points in order", "[checklist]") {
  const auto points = checklist_points();
  REQUIRE(points.size() == 15);
  for (int i = 0; i < 15; ++i) CHECK(points[static_cast<std::size_t>(i)].number == i + 1);
  CHECK(points[3].kind == PointKind::shown);
  CHECK(to_string(PointKind::evidence) == "evidence");
}
