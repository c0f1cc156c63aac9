#pragma once

#include <cstddef>

#include "themata/model/corpus.hpp"

namespace themata::analysis {

/// How much speech a selection holds: what a table of words was counted in.
struct SpeechSize {
  std::size_t sources = 0;       ///< with at least one word
  std::size_t participants = 0;  ///< the same
  std::size_t words = 0;
  bool operator==(const SpeechSize&) const = default;
};

/// Walks every word once, as `SpokenWords` does.
SpeechSize speech_size(model::Corpus& corpus);

}  // namespace themata::analysis
