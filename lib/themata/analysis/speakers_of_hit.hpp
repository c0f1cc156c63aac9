#pragma once

#include <vector>

#include "themata/analysis/term_matcher.hpp"
#include "themata/model/selection.hpp"
#include "themata/model/source_data.hpp"

namespace themata::analysis {

/// The participants who speak in a hit, each once, as far as the selection admits them: one at most
/// unless the hit is an excerpt of several turns.
std::vector<model::ParticipantId> speakers_of(const model::SourceData& source, const TermHit& hit,
                                              const model::Selection& selection);

}  // namespace themata::analysis
