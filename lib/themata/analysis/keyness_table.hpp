#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/analysis/keyness.hpp"
#include "themata/analysis/word_terms.hpp"
#include "themata/model/corpus.hpp"

namespace themata::analysis {

/// A word in two parts of a study.
struct KeynessRow {
  std::string term;
  std::size_t participants = 0;        ///< of the part, who said it
  std::size_t other_participants = 0;  ///< of the other part
  Contrast contrast;                   ///< A is the part, B the other
  std::optional<double> g2;            ///< `log_likelihood`
};

struct KeynessTable {
  std::size_t words = 0;        ///< said in the part
  std::size_t other_words = 0;  ///< in the other
  std::size_t in_both = 0;      ///< words that are in both, which ought to be none
  std::vector<KeynessRow> rows;
};

/// Every word of either part, by falling G2, then by falling frequency in the part, then by term;
/// where a part is empty and G2 therefore undefined, by the other two. `corpus` must admit
/// everything; `part` and `against` say what is compared. Without `against`: all else that is said
/// in `part`'s scope of speech.
KeynessTable keyness_table(model::Corpus& corpus, const model::Selection& part,
                           const std::optional<model::Selection>& against,
                           const WordTermOptions& options);

}  // namespace themata::analysis
