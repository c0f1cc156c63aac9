#pragma once

#include <vector>

#include "themata/analysis/word_table.hpp"
#include "themata/model/corpus.hpp"
#include "themata/model/term_family.hpp"

namespace themata::analysis {

/// A row per family, in the families' order, zero rows kept: participants with at least one hit,
/// and the number of hits. Throws as `TermMatcher` does.
std::vector<TermCount> term_table(model::Corpus& corpus,
                                  const std::vector<model::TermFamily>& families);

}  // namespace themata::analysis
