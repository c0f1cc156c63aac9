#include "themata/analysis/speaker_names.hpp"

namespace themata::analysis {

SpeakerNames::SpeakerNames(const model::Corpus& corpus) {
  for (const auto& participant : corpus.participants()) {
    participants_.emplace(participant.id, participant.name);
  }
}

std::string SpeakerNames::of(const model::SourceData& source, const model::Turn& turn) const {
  if (const auto who = source.participant_of(turn)) return participants_.at(*who);
  const model::Speaker* speaker = source.speaker_of(turn);
  return speaker == nullptr ? std::string{} : speaker->label;
}

}  // namespace themata::analysis
