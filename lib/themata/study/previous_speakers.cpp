#include "themata/study/detail/previous_speakers.hpp"

#include <set>

namespace themata::study::detail {

std::vector<store::SpeakerSummary> speakers_of(Project& project, model::SourceId source) {
  std::vector<store::SpeakerSummary> speakers = store::speaker_summaries(project.database());
  std::erase_if(speakers, [&](const auto& speaker) { return speaker.speaker.source != source; });
  return speakers;
}

std::optional<std::string> only_participant(const std::vector<store::SpeakerSummary>& speakers) {
  std::set<std::string> names;
  for (const store::SpeakerSummary& speaker : speakers) {
    if (!speaker.participant.empty()) names.insert(speaker.participant);
  }
  if (names.size() != 1) return std::nullopt;
  return *names.begin();
}

}  // namespace themata::study::detail
