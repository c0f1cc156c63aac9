#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace themata::report::detail {

/// The lines of a page that a coding touches, both included.
struct LineSpan {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// For each span, in order of their first line, the lane beside the page that its bar stands in:
/// the leftmost that is free from its first line to its last; none if it is not among the first
/// `most` ones. O(n * most).
std::vector<std::optional<std::size_t>> lanes(const std::vector<LineSpan>& spans, std::size_t most);

}  // namespace themata::report::detail
