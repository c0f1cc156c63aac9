#pragma once

#include <cstddef>
#include <unordered_map>

#include "themata/model/corpus.hpp"

namespace themata::analysis {

struct CodingCount {
  std::size_t excerpts = 0;      ///< distinct segments
  std::size_t participants = 0;  ///< who speak in at least one of them
  bool operator==(const CodingCount&) const = default;
};

/// How often each code and each theme was applied. A theme takes in all that lies below it and
/// counts an excerpt or a participant once, whatever number of codes it has there.
struct CodingCounts {
  std::unordered_map<model::CodeId, CodingCount> codes;    ///< every code of the codebook
  std::unordered_map<model::ThemeId, CodingCount> themes;  ///< every theme
};

/// Counts the codings that the corpus' selection admits; of a selection of participants, those in
/// whose segment one of them speaks. Needs no texts. One pass over the sources.
CodingCounts count_codings(model::Corpus& corpus);

/// True if the selection admits the coding: by code, by coder, and by who speaks in its segment.
bool admits_coding(const model::Selection& selection, const model::SourceData& source,
                   const model::Coding& coding);

}  // namespace themata::analysis
