#include "themata/analysis/keyness.hpp"

#include <cmath>

namespace themata::analysis {

namespace {

double real(std::size_t number) { return static_cast<double>(number); }

bool is_defined(const Contrast& in) {
  return in.c > 0 && in.d > 0 && in.a <= in.c && in.b <= in.d && in.a + in.b > 0;
}

/// One cell's part of a log-likelihood: what was observed, and what would be if the rows (`of_row`
/// of `all`) did not differ.
double cell(std::size_t observed, std::size_t of_row, std::size_t of_column, std::size_t all) {
  if (observed == 0) return 0;
  return real(observed) * std::log(real(observed) / (real(of_row) * real(of_column) / real(all)));
}

}  // namespace

std::optional<double> log_likelihood(const Contrast& in) {
  if (!is_defined(in)) return std::nullopt;
  const std::size_t occurrences = in.a + in.b;
  const std::size_t words = in.c + in.d;
  return 2 * (cell(in.a, in.c, occurrences, words) + cell(in.b, in.d, occurrences, words));
}

std::optional<double> log_likelihood_four_cells(const Contrast& in) {
  if (!is_defined(in)) return std::nullopt;
  const std::size_t words = in.c + in.d;
  const std::size_t others = words - in.a - in.b;
  return *log_likelihood(in) +
         2 * (cell(in.c - in.a, in.c, others, words) + cell(in.d - in.b, in.d, others, words));
}

std::optional<double> log_ratio(const Contrast& in) {
  if (!is_defined(in)) return std::nullopt;
  constexpr double instead_of_zero = 0.5;
  const double a = in.a == 0 ? instead_of_zero : real(in.a);
  const double b = in.b == 0 ? instead_of_zero : real(in.b);
  return std::log2((a / real(in.c)) / (b / real(in.d)));
}

std::optional<double> percent_difference(const Contrast& in) {
  if (!is_defined(in) || in.b == 0) return std::nullopt;
  const double relative_b = real(in.b) / real(in.d);
  return 100 * (real(in.a) / real(in.c) - relative_b) / relative_b;
}

std::optional<double> odds_ratio(const Contrast& in) {
  if (!is_defined(in) || in.b == 0 || in.a == in.c) return std::nullopt;
  return real(in.a) / real(in.c - in.a) * (real(in.d - in.b) / real(in.b));
}

}  // namespace themata::analysis
