#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace themata::text::detail {

/// Elements that both of two sequences have, one after another.
struct EqualStretch {
  std::size_t before = 0;  ///< where it begins in the first sequence
  std::size_t after = 0;   ///< and in the second
  std::size_t size = 0;
};

/// What two sequences have in common, in the order of both: no stretch crosses another, and none
/// follows on another without a gap. As much as the shortest edit script leaves (dtl) where the two
/// are short. Longer ones are first cut where some elements in a row stand once in each: that costs
/// O(n log n), and of a passage that was moved the longer side stays. What cannot be cut and is too
/// long for an edit script (more than 1,500,000 pairs of elements) has nothing in common.
std::vector<EqualStretch> equal_stretches(std::span<const std::uint32_t> before,
                                          std::span<const std::uint32_t> after);

}  // namespace themata::text::detail
