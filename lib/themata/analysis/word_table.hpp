#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/corpus.hpp"

namespace themata::analysis {

/// A row of a word table or a term table.
struct TermCount {
  std::string term;              ///< the folded word, its stem, or the family's label
  std::size_t participants = 0;  ///< who said it at least once
  std::size_t frequency = 0;     ///< how often it was said
  bool operator==(const TermCount&) const = default;
};

struct WordTableOptions {
  std::optional<std::size_t> top;   ///< only the first rows
  bool without_stop_words = false;  ///< leaves out the function words of each source's language
  bool by_stem = false;             ///< counts words of the same stem together, under the stem
  unsigned threads = 2;             ///< at most so many, of two; the table is the same
};

/// Every word said in the corpus, by falling frequency, then by term in code point order. Words
/// are compared by `text::fold`. Throws `NotFound` if a stop list or stemmer is asked for in a
/// language without one.
std::vector<TermCount> word_table(model::Corpus& corpus, const WordTableOptions& options);

}  // namespace themata::analysis
