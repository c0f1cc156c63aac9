#include "themata/study/detail/import_speakers.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/ingest/speaker_label.hpp"
#include "themata/model/names.hpp"
#include "themata/store/participants.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study::detail {

std::string participant_of_generic_label(const std::string& label, std::size_t generic_labels,
                                         const std::string& source,
                                         const std::optional<std::string>& participant) {
  if (generic_labels == 1) return participant.value_or(source);
  return source + " " + label;
}

SpeakerDirectory::SpeakerDirectory(Project& project, std::optional<model::SourceId> read_again)
    : project_(project) {
  for (const model::Participant& participant : store::participants(project.database())) {
    by_key_.emplace(text::name_key(participant.name), people_.size());
    people_.push_back({participant.id, participant.name, {}, false});
  }
  std::set<std::string> of_that_source;
  for (const store::SpeakerSummary& speaker : store::speaker_summaries(project.database())) {
    if (speaker.speaker.source == read_again) {
      of_that_source.insert(text::name_key(speaker.participant));
      continue;
    }
    learn(speaker);
    if (!speaker.participant.empty()) appear(person(speaker.participant), speaker.source);
  }
  for (const Person& who : people_) {
    const std::string key = text::name_key(who.name);
    if (!who.sources.empty() || !of_that_source.contains(key)) known_.insert(key);
  }
}

void SpeakerDirectory::learn(const store::SpeakerSummary& speaker) {
  const std::string& label = speaker.speaker.label;
  const std::string key = text::name_key(label);
  known_.insert(key);
  if (ingest::is_generic_label(label)) return;
  const KnownLabel who{speaker.speaker.role, speaker.participant, false};
  const auto [known, is_new] = labels_.try_emplace(key, who);
  if (is_new) return;
  KnownLabel& before = known->second;
  before.ambiguous |= before.role != who.role || before.participant != who.participant;
}

std::vector<std::string> SpeakerDirectory::known_speakers() const {
  return {known_.begin(), known_.end()};
}

SpeakerDirectory::Person& SpeakerDirectory::person(const std::string& name) {
  const std::string key = text::name_key(name);
  const auto found = by_key_.find(key);
  if (found != by_key_.end()) return people_[found->second];
  const std::string checked = model::checked_name("participant", name);
  const auto id = store::add_participant(project_.database(), checked, project_.new_guid());
  known_.insert(key);
  by_key_.emplace(key, people_.size());
  people_.push_back({id, checked, {}, false});
  return people_.back();
}

model::ParticipantId SpeakerDirectory::participant(const std::string& name) const {
  return people_.at(by_key_.at(text::name_key(name))).id;
}

void SpeakerDirectory::take_part(const std::string& name, const std::string& source) {
  Person& who = person(name);
  who.touched = true;
  appear(who, source);
}

void SpeakerDirectory::appear(Person& who, const std::string& source) {
  if (who.sources.empty() || who.sources.back() != source) who.sources.push_back(source);
}

FoundSpeaker SpeakerDirectory::found(const ingest::SpeakerLabel& label, const FileToImport& file,
                                     std::size_t generic_labels) const {
  FoundSpeaker speaker;
  speaker.label = label.label;
  speaker.role = label.role;
  speaker.generic = label.generic;
  if (label.generic) {
    speaker.participant =
        participant_of_generic_label(label.label, generic_labels, file.source, file.participant);
    return speaker;
  }
  if (speaker.role == model::SpeakerRole::participant) speaker.participant = label.label;
  const auto known = labels_.find(text::name_key(label.label));
  if (known == labels_.end() || known->second.ambiguous) return speaker;
  speaker.role = known->second.role;
  speaker.participant = known->second.participant;
  return speaker;
}

std::vector<FoundSpeaker> SpeakerDirectory::assign(
    const ingest::Transcript& transcript, const FileToImport& file,
    const std::vector<store::SpeakerSummary>& previous) {
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
  std::unordered_map<std::string, const store::SpeakerSummary*> said_before;
  for (const store::SpeakerSummary& before : previous) {
    said_before.emplace(text::name_key(before.speaker.label), &before);
  }
  for (FoundSpeaker& speaker : speakers) {
    const auto before = said_before.find(text::name_key(speaker.label));
    if (before != said_before.end()) {
      speaker.role = before->second->speaker.role;
      speaker.participant = before->second->participant;
    }
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
