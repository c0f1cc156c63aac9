#pragma once

#include <string>
#include <unordered_map>

#include "themata/model/corpus.hpp"

namespace themata::analysis {

/// What whoever speaks in a turn is called in a table.
class SpeakerNames {
 public:
  explicit SpeakerNames(const model::Corpus& corpus);

  /// The participant's name; of others the speaker's label; empty for a turn that is nobody's.
  [[nodiscard]] std::string of(const model::SourceData& source, const model::Turn& turn) const;

 private:
  std::unordered_map<model::ParticipantId, std::string> participants_;
};

}  // namespace themata::analysis
