#include "cli/ranges.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/arguments.hpp"

namespace themata::cli {

text::CodePointRange parse_range(const std::string& word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string::npos) {
    throw UsageError("--range " + word + ": write it as A:B, two offsets in characters");
  }
  return {text::CodePointOffset{parse_number("--range", word.substr(0, colon), 0)},
          text::CodePointOffset{parse_number("--range", word.substr(colon + 1), 0)}};
}

std::pair<std::size_t, std::size_t> parse_turns(const std::string& word) {
  const std::size_t dash = word.find('-');
  const std::size_t first = parse_number("--turns", word.substr(0, dash), 1);
  if (dash == std::string::npos) return {first, first};
  return {first, parse_number("--turns", word.substr(dash + 1), 1)};
}

std::string parse_moment(const std::string& option, const std::string& word) {
  constexpr std::string_view pattern = "0000-00-00T00:00:00Z";
  constexpr std::array ends{4, 7, 10, 13, 16, 19, 20};  // where a moment may stop
  const auto fits = [](char expected, char c) {
    return expected == '0' ? c >= '0' && c <= '9' : c == expected;
  };
  const bool is_moment =
      word.size() <= pattern.size() &&
      std::equal(word.begin(), word.end(), pattern.begin(),
                 [&](char c, char expected) { return fits(expected, c); }) &&
      std::find(ends.begin(), ends.end(), static_cast<int>(word.size())) != ends.end();
  if (is_moment) return word;
  throw UsageError("--" + option + " " + word + ": write a date as 2026-11-26");
}

}  // namespace themata::cli
