#pragma once

#include <string>
#include <vector>

namespace themata::report {

/// Where an axis from 0 has its ticks: at 0 and at multiples of 1, 2 or 5 times a power of ten, the
/// last at or beyond `largest`; no more than `most` steps (at least 1). With `whole`, no step is
/// less than 1. An axis of nothing (`largest` 0 or less, or not a number) goes to 1.
std::vector<double> axis_ticks(double largest, int most, bool whole);

/// Up to three round values for a legend of sizes, rising, the last not beyond `largest`: about a
/// tenth of it, two fifths and the whole. None if `largest` is not above 0.
std::vector<double> legend_values(double largest, bool whole);

/// A number as papers print it: commas between thousands, up to two decimals and no more than it
/// needs. "1,234", "0.25".
std::string printed_number(double value);

}  // namespace themata::report
