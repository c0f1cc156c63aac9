#pragma once

#include <cstddef>
#include <vector>

namespace themata::ingest::detail {

/// Which of the numbers in `sequence` (each below `count`) alternate with another: between two of
/// its places stands another number that alternates too. In `ben anna ben anna` both do, in
/// `ben anna anna ben` none does. Linear.
std::vector<bool> alternating(const std::vector<std::size_t>& sequence, std::size_t count);

}  // namespace themata::ingest::detail
