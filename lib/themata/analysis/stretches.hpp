#pragma once

#include <vector>

#include "themata/model/selection.hpp"
#include "themata/model/source_data.hpp"

namespace themata::analysis {

/// *Stretches* are ranges in order and apart from each other.

/// What `ranges` cover together: those that overlap or touch become one stretch.
std::vector<text::TextRange> stretches_of(std::vector<text::TextRange> ranges);

/// The stretches of a source that carry a coding which the selection admits by coder and code.
std::vector<text::TextRange> coded_stretches(const model::SourceData& source,
                                             const model::Selection& selection);

/// True if `range` lies wholly inside one of the stretches; if it shares text with one. O(log n).
bool lies_in(text::TextRange range, const std::vector<text::TextRange>& stretches);
bool overlaps_any(text::TextRange range, const std::vector<text::TextRange>& stretches);

}  // namespace themata::analysis
