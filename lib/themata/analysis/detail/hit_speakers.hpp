#pragma once

#include "themata/analysis/tally.hpp"
#include "themata/analysis/term_matcher.hpp"

namespace themata::analysis {

/// Adds to the row of the hit's family those who speak in the hit, as far as the selection admits
/// them.
void add_hit_speakers(const model::SourceData& source, const TermHit& hit,
                      const model::Selection& selection, Tally& tally);

}  // namespace themata::analysis
