#include "themata/report/detail/coding_lanes.hpp"

#include <algorithm>

namespace themata::report::detail {

std::vector<std::optional<std::size_t>> lanes(const std::vector<LineSpan>& spans,
                                              std::size_t most) {
  std::vector<std::optional<std::size_t>> found;
  std::vector<std::size_t> free_from;  // for each lane, the first line that is free in it
  for (const LineSpan& span : spans) {
    const auto lane = std::find_if(free_from.begin(), free_from.end(),
                                   [&](std::size_t from) { return from <= span.first; });
    const auto index = static_cast<std::size_t>(lane - free_from.begin());
    if (index == most) {
      found.emplace_back();
      continue;
    }
    if (lane == free_from.end()) free_from.push_back(0);
    free_from[index] = span.last + 1;
    found.emplace_back(index);
  }
  return found;
}

}  // namespace themata::report::detail
