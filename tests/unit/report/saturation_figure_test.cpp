#include "themata/report/saturation_figure.hpp"

#include <catch2/catch.hpp>

using namespace themata::report;

TEST_CASE("new units are bars, and what is expected is a curve", "[saturation_figure]") {
  const Figure figure = accumulation_figure({{"one", 3, 2.5}, {"two", 0, 3}}, "codes");
  const auto& chart = std::get<CurveChart>(figure.chart);
  REQUIRE(chart.points.size() == 2);
  CHECK(chart.points[0].label == "one");
  CHECK(chart.points[0].bar == 3);
  CHECK(chart.points[1].curve == 3);
  CHECK(chart.axis == "codes");
}
