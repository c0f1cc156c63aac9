#include "themata/report/saturation_figure.hpp"

namespace themata::report {

Figure accumulation_figure(const std::vector<AccumulationPoint>& points, const std::string& unit) {
  CurveChart chart;
  for (const AccumulationPoint& point : points) {
    chart.points.push_back({point.source, static_cast<double>(point.fresh), point.expected});
  }
  chart.axis = unit;
  chart.bar_name = "new in the source";
  chart.curve_name = "all so far, expected over all orders";
  Figure figure;
  figure.chart = std::move(chart);
  return figure;
}

}  // namespace themata::report
