#include "themata/study/participants.hpp"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/participant_csv.hpp"
#include "themata/model/names.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/speakers.hpp"
#include "themata/study/detail/people.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/files.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

using detail::attribute_in_study;
using detail::People;

/// Who speaks without a row, and who has a row and never speaks.
void compare_with_speakers(Project& project,
                           const std::unordered_set<model::ParticipantId>& in_file,
                           ParticipantImport& outcome) {
  std::unordered_set<model::ParticipantId> speaking;
  for (const store::SpeakerSummary& speaker : store::speaker_summaries(project.database())) {
    if (speaker.speaker.participant) speaking.insert(*speaker.speaker.participant);
  }
  for (const model::Participant& participant : store::participants(project.database())) {
    const bool speaks = speaking.contains(participant.id);
    const bool has_row = in_file.contains(participant.id);
    if (has_row && !speaks) outcome.without_source.push_back(participant.name);
    if (speaks && !has_row) outcome.without_row.push_back(participant.name);
  }
}

}  // namespace

std::vector<model::Participant> list_participants(Project& project) {
  return store::participants(project.database());
}

std::vector<std::string> list_attributes(Project& project) {
  return store::attribute_names(project.database());
}

model::Participant find_participant(Project& project, const std::string& name) {
  return model::find_named("participant", name, store::participants(project.database()));
}

model::ParticipantId find_or_add_participant(Project& project, const std::string& name) {
  return People(project).find_or_add(name);
}

ParticipantImport import_participants(Project& project, const std::string& path) {
  const exchange::ParticipantTable table = exchange::read_participants(path, read_file(path));
  Edit edit(project, "participant import");
  ParticipantImport outcome;
  outcome.rows = table.rows.size();
  for (const std::string& name : table.attribute_names) {
    outcome.attributes.push_back(attribute_in_study(project, name));
  }
  People people(project);
  std::unordered_set<model::ParticipantId> in_file;
  for (const exchange::ParticipantRow& row : table.rows) {
    const model::ParticipantId id = people.find_or_add(row.name);
    in_file.insert(id);
    for (std::size_t i = 0; i < row.attributes.size(); ++i) {
      store::set_attribute(project.database(), id, outcome.attributes[i], row.attributes[i].value);
    }
  }
  compare_with_speakers(project, in_file, outcome);
  edit.commit(fmt::format("{}, {}", text::plural(outcome.rows, "participant"),
                          text::plural(outcome.attributes.size(), "attribute")));
  return outcome;
}

bool set_participant(Project& project, const std::string& name,
                     const std::vector<model::Attribute>& attributes) {
  Edit edit(project, "participant set");
  const model::Participant participant = find_participant(project, name);
  std::string summary = participant.name + ":";
  for (const model::Attribute& attribute : attributes) {
    const std::string in_study = attribute_in_study(project, attribute.name);
    store::set_attribute(project.database(), participant.id, in_study, attribute.value);
    summary += fmt::format(" {}={}", in_study, attribute.value);
  }
  return edit.commit(summary);
}

Renamed rename_participant(Project& project, const std::string& name, const std::string& new_name) {
  Edit edit(project, "participant rename");
  const model::Participant participant = find_participant(project, name);
  const std::string checked = model::checked_name("participant", new_name);
  for (const model::Participant& other : store::participants(project.database())) {
    if (other.id != participant.id && text::name_key(other.name) == text::name_key(checked)) {
      throw Conflict(fmt::format("the name \"{}\" is taken by another participant", other.name));
    }
  }
  store::rename_participant(project.database(), participant.id, checked);
  edit.commit(fmt::format("{} is now {}", participant.name, checked));
  return {participant.name, checked};
}

}  // namespace themata::study
