#include "themata/report/axis.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace themata::report {

namespace {

constexpr double hair = 1e-9;  ///< so that 0.3 / 0.1 is three steps

/// The power of ten at or below a value above 0.
double decade_of(double value) { return std::pow(10.0, std::floor(std::log10(value) + hair)); }

/// The least of 1, 2, 5 times a power of ten that is not below `value`.
double round_up(double value) {
  const double decade = decade_of(value);
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * decade >= value * (1 - hair)) return factor * decade;
  }
  return 10 * decade;
}

/// The greatest of 1, 2, 5 times a power of ten that is not above `value`.
double round_down(double value) {
  const double decade = decade_of(value);
  for (const double factor : {5.0, 2.0}) {
    if (factor * decade <= value * (1 + hair)) return factor * decade;
  }
  return decade;
}

bool is_above_zero(double value) { return std::isfinite(value) && value > 0; }

}  // namespace

std::vector<double> axis_ticks(double largest, int most, bool whole) {
  if (!is_above_zero(largest)) return {0, 1};
  double step = round_up(largest / std::max(most, 1));
  if (whole) step = std::max(step, 1.0);
  const auto steps = static_cast<int>(std::ceil(largest / step - hair));
  std::vector<double> ticks;
  for (int i = 0; i <= steps; ++i) ticks.push_back(i * step);
  return ticks;
}

std::vector<double> legend_values(double largest, bool whole) {
  std::vector<double> values;
  if (!is_above_zero(largest)) return values;
  for (const double part : {0.1, 0.4, 1.0}) {
    double value = round_down(largest * part);
    if (whole) value = std::max(value, 1.0);
    if (value <= largest && (values.empty() || value > values.back())) values.push_back(value);
  }
  return values;
}

std::string printed_number(double value) {
  std::string digits = fmt::format("{:.2f}", value);
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t at = point; at > first + 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

}  // namespace themata::report
