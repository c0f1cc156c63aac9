#pragma once

#include <string>
#include <vector>

#include "themata/report/figure.hpp"

namespace themata::report {

/// A source with the units that were new in it and those that as many sources may be expected to
/// have.
struct AccumulationPoint {
  std::string source;
  std::size_t fresh = 0;
  double expected = 0;
};

/// New units as bars, and the curve of accumulation. `unit` is "codes", "themes" or "subthemes".
Figure accumulation_figure(const std::vector<AccumulationPoint>& points, const std::string& unit);

}  // namespace themata::report
