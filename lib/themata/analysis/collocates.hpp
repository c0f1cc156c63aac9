#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "themata/analysis/collocation.hpp"
#include "themata/analysis/word_terms.hpp"
#include "themata/model/corpus.hpp"
#include "themata/model/term_family.hpp"

namespace themata::analysis {

/// A word that is said near a pattern. In its meeting, O is how often it stands in the window of an
/// occurrence of the pattern (near two occurrences it counts for each), f_x the occurrences of the
/// pattern, f_y those of the word anywhere, N all words, and the span both sides of the window.
struct Collocate {
  std::string term;
  std::size_t participants = 0;  ///< who said it there
  Meeting meeting;
};

struct CollocateOptions {
  std::size_t window = 5;  ///< words on either side, in the same turn; at least 1
  WordTermOptions words;
};

/// The words said near `node`, by falling logDice, then by falling frequency, then by term. A
/// window ends where the turn does; notes and the like take no place in it; of a phrase, the words
/// themselves are not in its window. Throws as `TermMatcher` does, and `InputError` for a node that
/// is a code, whose excerpts have no window.
std::vector<Collocate> collocates(model::Corpus& corpus, const model::TermFamily& node,
                                  const CollocateOptions& options);

}  // namespace themata::analysis
