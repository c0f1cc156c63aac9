#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "themata/model/corpus.hpp"

namespace themata::analysis {

/// Words that a participant said with no coding on them or between them.
struct UncodedStretch {
  std::size_t first_turn = 0;  ///< from 1
  std::size_t last_turn = 0;   ///< included
  std::size_t words = 0;
};

/// How much of a source's speech is coded.
struct SourceCoverage {
  std::string source;
  std::size_t words = 0;        ///< that the selection admits
  std::size_t coded_words = 0;  ///< of them with a coding on them, wholly or in part
  std::size_t codings = 0;
  std::vector<UncodedStretch> uncoded;  ///< in order, of `least` words or more
};

/// Measures each source of the corpus, whose selection asks for no codes or coders, and hands it to
/// `sink`. Needs texts. One pass.
void measure_coverage(model::Corpus& corpus, std::size_t least,
                      const std::function<void(const SourceCoverage&)>& sink);

}  // namespace themata::analysis
