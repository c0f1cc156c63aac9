#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "themata/analysis/grouping.hpp"
#include "themata/analysis/lexical_diversity.hpp"
#include "themata/model/corpus.hpp"

namespace themata::analysis {

struct DiversityRow {
  std::string group;
  LexicalDiversity diversity;
};

/// How varied the words of each group are, in the study's order; those of a group are taken in that
/// order too, as if they were said in one go. Words are compared by `text::fold`. `window` is
/// MATTR's, at least 1.
std::vector<DiversityRow> diversity_table(model::Corpus& corpus, const Grouping& grouping,
                                          std::size_t window);

}  // namespace themata::analysis
