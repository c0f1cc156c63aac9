#include "cli/ranges.hpp"

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

}  // namespace themata::cli
