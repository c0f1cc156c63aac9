#include "themata/analysis/stretches.hpp"

#include <algorithm>
#include <utility>

namespace themata::analysis {

namespace {

using text::TextRange;

/// The first stretch that does not end before `range`.
auto first_reaching(TextRange range, const std::vector<TextRange>& stretches) {
  return std::partition_point(stretches.begin(), stretches.end(),
                              [&](const TextRange& stretch) { return stretch.end <= range.begin; });
}

}  // namespace

std::vector<TextRange> stretches_of(std::vector<TextRange> ranges) {
  if (!std::is_sorted(ranges.begin(), ranges.end())) std::sort(ranges.begin(), ranges.end());
  std::vector<TextRange> stretches;
  for (const TextRange range : ranges) {
    if (!stretches.empty() && range.begin <= stretches.back().end) {
      stretches.back().end = std::max(stretches.back().end, range.end);
    } else {
      stretches.push_back(range);
    }
  }
  return stretches;
}

std::vector<TextRange> coded_stretches(const model::SourceData& source,
                                       const model::Selection& selection) {
  std::vector<TextRange> ranges;
  for (const model::Coding& coding : source.codings) {
    if (selection.admits(coding)) ranges.push_back(coding.segment.range);
  }
  return stretches_of(std::move(ranges));
}

bool lies_in(TextRange range, const std::vector<TextRange>& stretches) {
  const auto stretch = first_reaching(range, stretches);
  return stretch != stretches.end() && stretch->contains(range);
}

bool overlaps_any(TextRange range, const std::vector<TextRange>& stretches) {
  const auto stretch = first_reaching(range, stretches);
  return stretch != stretches.end() && stretch->overlaps(range);
}

}  // namespace themata::analysis
