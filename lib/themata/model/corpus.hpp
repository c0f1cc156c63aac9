#pragma once

#include <vector>

#include "themata/model/codebook.hpp"
#include "themata/model/coding.hpp"
#include "themata/model/participant.hpp"
#include "themata/model/selection.hpp"
#include "themata/model/source_data.hpp"

namespace themata::model {

/// A read-only view of what is analysed: the study's small tables at once, its sources one at a
/// time, so that memory follows the largest source and not the corpus.
class Corpus {
 public:
  virtual ~Corpus() = default;

  [[nodiscard]] virtual const Codebook& codebook() const = 0;
  /// All of the study's participants and coders, in the study's order.
  [[nodiscard]] virtual const std::vector<Participant>& participants() const = 0;
  [[nodiscard]] virtual const std::vector<Coder>& coders() const = 0;
  /// What part of the study is analysed. `next` skips the sources it does not admit; turns and
  /// codings are given whole, for the analysis to narrow.
  [[nodiscard]] virtual const Selection& selection() const = 0;

  /// Fills `source` with the next source in the study's order; false at the end. Reuses what
  /// memory `source` has.
  virtual bool next(SourceData& source) = 0;
  /// Begins again at the first source.
  virtual void rewind() = 0;
};

}  // namespace themata::model
