#include "themata/analysis/stretches.hpp"

#include <random>

#include <catch2/catch.hpp>

using namespace themata;
using analysis::lies_in;
using analysis::overlaps_any;
using analysis::stretches_of;
using text::byte_range;

namespace {

using Ranges = std::vector<text::TextRange>;

}  // namespace

TEST_CASE("ranges that overlap or touch become one stretch") {
  CHECK(stretches_of({}).empty());
  CHECK(stretches_of({byte_range(5, 8), byte_range(0, 3), byte_range(3, 4), byte_range(6, 7)}) ==
        Ranges{byte_range(0, 4), byte_range(5, 8)});
  CHECK(stretches_of({byte_range(0, 9), byte_range(1, 2), byte_range(8, 10)}) ==
        Ranges{byte_range(0, 10)});
}

TEST_CASE("random stretches agree with a bitmap") {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::vector<bool> covered(40);
    Ranges ranges;
    for (std::size_t i = random() % 8; i > 0; --i) {
      const std::size_t begin = random() % 36;
      const std::size_t end = begin + 1 + random() % 4;
      ranges.push_back(byte_range(begin, end));
      std::fill(covered.begin() + static_cast<std::ptrdiff_t>(begin),
                covered.begin() + static_cast<std::ptrdiff_t>(end), true);
    }
    const Ranges stretches = stretches_of(ranges);
    const std::size_t begin = random() % 36;
    const std::size_t end = begin + 1 + random() % 4;
    const auto from = covered.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto to = covered.begin() + static_cast<std::ptrdiff_t>(end);
    CHECK(lies_in(byte_range(begin, end), stretches) == (std::find(from, to, false) == to));
    CHECK(overlaps_any(byte_range(begin, end), stretches) == (std::find(from, to, true) != to));
  }
}
