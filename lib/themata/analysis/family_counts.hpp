#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "themata/model/corpus.hpp"
#include "themata/model/term_family.hpp"

namespace themata::analysis {

/// How often one form was said: a folded word, or the folded words of a phrase with a space
/// between.
struct FormCount {
  std::string form;
  std::size_t frequency = 0;
  bool operator==(const FormCount&) const = default;
};

/// A row of a term table with what stands behind it. The most frequent forms come first, then by
/// code points.
struct FamilyCount {
  std::string label;
  std::size_t participants = 0;     ///< with at least one hit
  std::size_t frequency = 0;        ///< hits: of `forms`, and `excerpts`
  std::vector<FormCount> forms;     ///< what was counted
  std::size_t excerpts = 0;         ///< hits of `code:` patterns
  std::vector<FormCount> rejected;  ///< what the excluded patterns met in the same speech
  std::size_t rejected_excerpts = 0;  ///< what the excluded `code:` patterns met
  std::size_t left_out = 0;         ///< hits that were left out by sense
};

/// A row per family, in the families' order, zero rows kept. Frequencies and participants are those
/// of `term_table`. Throws as `TermMatcher` does.
std::vector<FamilyCount> count_families(model::Corpus& corpus,
                                        const std::vector<model::TermFamily>& families);

}  // namespace themata::analysis
