#include "themata/study/detail/import_speakers.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/store/participants.hpp"
#include "themata/store/speakers.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study::detail {

SpeakerDirectory::SpeakerDirectory(Project& project) : project_(project) {
  for (const model::Participant& participant : store::participants(project.database())) {
    const std::string key = text::name_key(participant.name);
    known_.insert(key);
    by_key_.emplace(key, people_.size());
    people_.push_back({participant.id, participant.name, {}, false});
  }
  for (const store::SpeakerSummary& speaker : store::speaker_summaries(project.database())) {
    const std::string key = text::name_key(speaker.speaker.label);
    known_.insert(key);
    if (speaker.speaker.role != model::SpeakerRole::participant) {
      roles_.emplace(key, speaker.speaker.role);
    }
    if (!speaker.participant.empty()) {
      person(speaker.participant).sources.push_back(speaker.source);
    }
  }
}

std::vector<std::string> SpeakerDirectory::known_speakers() const {
  return {known_.begin(), known_.end()};
}

SpeakerDirectory::Person& SpeakerDirectory::person(const std::string& name) {
  const std::string key = text::name_key(name);
  const auto found = by_key_.find(key);
  if (found != by_key_.end()) return people_[found->second];
  const auto id = store::add_participant(project_.database(), name, project_.new_guid());
  known_.insert(key);
  by_key_.emplace(key, people_.size());
  people_.push_back({id, name, {}, false});
  return people_.back();
}

model::ParticipantId SpeakerDirectory::participant(const std::string& name) const {
  return people_.at(by_key_.at(text::name_key(name))).id;
}

void SpeakerDirectory::take_part(const std::string& name, const std::string& source) {
  Person& who = person(name);
  who.touched = true;
  if (who.sources.empty() || who.sources.back() != source) who.sources.push_back(source);
}

FoundSpeaker SpeakerDirectory::found(const ingest::SpeakerLabel& label, const FileToImport& file,
                                     std::size_t generic_labels) {
  FoundSpeaker speaker;
  speaker.label = label.label;
  speaker.role = label.role;
  speaker.generic = label.generic;
  const auto chosen = roles_.find(text::name_key(label.label));
  if (!label.generic && chosen != roles_.end()) speaker.role = chosen->second;
  if (speaker.role != model::SpeakerRole::participant) return speaker;
  if (!label.generic) {
    speaker.participant = label.label;
  } else if (generic_labels == 1) {
    speaker.participant = file.participant.value_or(file.source);
  } else {
    speaker.participant = file.source + " " + label.label;
  }
  return speaker;
}

std::vector<FoundSpeaker> SpeakerDirectory::assign(const ingest::Transcript& transcript,
                                                   const FileToImport& file) {
  std::vector<FoundSpeaker> speakers;
  if (transcript.speakers.empty()) {
    const std::string name = file.participant.value_or(file.source);
    speakers.push_back({name, model::SpeakerRole::participant, name, true, 0, 0});
  }
  const auto generic_labels = static_cast<std::size_t>(
      std::count_if(transcript.speakers.begin(), transcript.speakers.end(),
                    [](const ingest::SpeakerLabel& label) { return label.generic; }));
  for (const ingest::SpeakerLabel& label : transcript.speakers) {
    speakers.push_back(found(label, file, generic_labels));
    known_.insert(text::name_key(label.label));
  }
  for (FoundSpeaker& speaker : speakers) {
    if (speaker.role != model::SpeakerRole::participant) continue;
    speaker.participant = person(speaker.participant).name;
    take_part(speaker.participant, file.source);
  }
  return speakers;
}

std::vector<JoinedParticipant> SpeakerDirectory::joined() const {
  std::vector<JoinedParticipant> joined;
  for (const Person& who : people_) {
    if (who.touched && who.sources.size() > 1) joined.push_back({who.name, who.sources});
  }
  return joined;
}

}  // namespace themata::study::detail
