#include "themata/analysis/collocation.hpp"

#include <cmath>

namespace themata::analysis {

namespace {

double real(std::size_t number) { return static_cast<double>(number); }

}  // namespace

std::optional<double> expected_together(const Meeting& in) {
  if (in.words == 0) return std::nullopt;
  return real(in.first) * real(in.second) * real(in.span) / real(in.words);
}

std::optional<double> mutual_information(const Meeting& in) {
  const auto expected = expected_together(in);
  if (!expected || *expected == 0 || in.together == 0) return std::nullopt;
  return std::log2(real(in.together) / *expected);
}

std::optional<double> t_score(const Meeting& in) {
  const auto expected = expected_together(in);
  if (!expected || in.together == 0) return std::nullopt;
  return (real(in.together) - *expected) / std::sqrt(real(in.together));
}

std::optional<double> dice(const Meeting& in) {
  if (in.first + in.second == 0) return std::nullopt;
  return 2 * real(in.together) / real(in.first + in.second);
}

std::optional<double> log_dice(const Meeting& in) {
  const auto share = dice(in);
  if (!share || in.together == 0) return std::nullopt;
  return 14 + std::log2(*share);
}

}  // namespace themata::analysis
