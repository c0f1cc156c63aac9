#include "themata/study/speakers.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/error.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/model/names.hpp"
#include "themata/study/detail/import_speakers.hpp"
#include "themata/study/detail/orphans.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/participants.hpp"
#include "themata/study/sources.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

/// The speakers with a label, in every source or in one.
std::vector<SpeakerSummary> speakers_labelled(Project& project, const std::string& wanted_label,
                                              const std::optional<std::string>& in_source) {
  std::vector<SpeakerSummary> speakers = store::speaker_summaries(project.database());
  if (in_source) {
    const model::SourceId source = find_source(project, *in_source).id;
    std::erase_if(speakers, [&](const auto& s) { return s.speaker.source != source; });
  }
  std::vector<std::string> labels;
  for (const SpeakerSummary& summary : speakers) {
    const std::string& label = summary.speaker.label;
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
  }
  const std::string wanted = text::name_key(wanted_label);
  const bool known = std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
    return text::name_key(label) == wanted;
  });
  const std::string key =
      known ? wanted : text::name_key(labels[model::find_name("speaker", wanted_label, labels)]);
  std::erase_if(speakers, [&](const auto& s) { return text::name_key(s.speaker.label) != key; });
  return speakers;
}

/// The participant that a label means by itself, as at an import.
std::string own_name(Project& project, const SpeakerSummary& speaker) {
  const std::string& label = speaker.speaker.label;
  if (!ingest::is_generic_label(label)) return label;
  std::size_t generic_labels = 0;
  for (const SpeakerSummary& other : store::speaker_summaries(project.database())) {
    const bool here = other.speaker.source == speaker.speaker.source;
    generic_labels += here && ingest::is_generic_label(other.speaker.label) ? 1 : 0;
  }
  return detail::participant_of_generic_label(label, generic_labels, speaker.source, std::nullopt);
}

/// True if a source without the label knows from these who it is.
bool mean_one(const std::vector<SpeakerSummary>& speakers) {
  const model::Speaker& first = speakers.front().speaker;
  return !ingest::is_generic_label(first.label) &&
         std::all_of(speakers.begin(), speakers.end(), [&](const SpeakerSummary& other) {
           return other.speaker.role == first.role &&
                  other.speaker.participant == first.participant;
         });
}

model::SpeakerRole role_of(const SpeakerRequest& request, const SpeakerSummary& summary) {
  if (request.role) return *request.role;
  return request.participant ? model::SpeakerRole::participant : summary.speaker.role;
}

}  // namespace

std::vector<SpeakerSummary> list_speakers(Project& project) {
  return store::speaker_summaries(project.database());
}

SpeakerOutcome set_speaker(Project& project, const SpeakerRequest& request) {
  if (request.participant && request.role && *request.role != model::SpeakerRole::participant) {
    throw InputError("only a speaker with the role participant belongs to a participant");
  }
  Edit edit(project, "speaker set");
  detail::Orphans orphans(project);
  SpeakerOutcome outcome;
  std::string summary;
  for (const SpeakerSummary& speaker : speakers_labelled(project, request.label, request.source)) {
    const model::SpeakerRole role = role_of(request, speaker);
    std::optional<model::ParticipantId> participant;
    if (role == model::SpeakerRole::participant) {
      participant = speaker.speaker.participant;
      if (request.participant || !participant) {
        participant = find_or_add_participant(
            project, request.participant ? *request.participant : own_name(project, speaker));
      }
    }
    store::set_speaker(project.database(), speaker.speaker.id, role, participant);
    summary = fmt::format("{}: {}", speaker.speaker.label, model::to_string(role));
    ++outcome.speakers;
  }
  if (request.participant) summary += " " + *request.participant;
  outcome.participants = orphans.remove();
  edit.commit(fmt::format("{} in {}", summary, text::plural(outcome.speakers, "source")));
  return outcome;
}

RenamedSpeaker rename_speaker(Project& project, const std::string& label,
                              const std::string& new_label,
                              const std::optional<std::string>& source) {
  Edit edit(project, "speaker rename");
  const std::vector<SpeakerSummary> all = store::speaker_summaries(project.database());
  RenamedSpeaker renamed{{}, model::checked_name("speaker", new_label), 0};
  for (const SpeakerSummary& speaker : speakers_labelled(project, label, source)) {
    for (const SpeakerSummary& other : all) {
      if (other.speaker.source != speaker.speaker.source) continue;
      if (other.speaker.id == speaker.speaker.id) continue;
      if (text::name_key(other.speaker.label) != text::name_key(renamed.now)) continue;
      throw Conflict(fmt::format(
          "{} has a speaker {} already; if they are one: themata speaker merge \"{}\" --into "
          "\"{}\"",
          speaker.source, other.speaker.label, speaker.speaker.label, other.speaker.label));
    }
    renamed.before = speaker.speaker.label;
    store::rename_speaker(project.database(), speaker.speaker.id, renamed.now);
    ++renamed.sources;
  }
  edit.commit(fmt::format("{} is now {} in {}", renamed.before, renamed.now,
                          text::plural(renamed.sources, "source")));
  return renamed;
}

MergedSpeakers merge_speakers(Project& project, const std::vector<std::string>& labels,
                              const std::string& into, const std::optional<std::string>& source) {
  Edit edit(project, "speaker merge");
  detail::Orphans orphans(project);
  std::vector<SpeakerSummary> targets = speakers_labelled(project, into, std::nullopt);
  const SpeakerSummary elsewhere = targets.front();
  const bool is_known = mean_one(targets);
  std::set<model::SpeakerId> merged;
  MergedSpeakers outcome;
  outcome.into = elsewhere.speaker.label;
  for (const std::string& label : labels) {
    for (const SpeakerSummary& speaker : speakers_labelled(project, label, source)) {
      const auto here = std::find_if(targets.begin(), targets.end(), [&](const auto& target) {
        return target.speaker.source == speaker.speaker.source;
      });
      if (here == targets.end()) {
        store::rename_speaker(project.database(), speaker.speaker.id, outcome.into);
        if (is_known) {
          store::set_speaker(project.database(), speaker.speaker.id, elsewhere.speaker.role,
                             elsewhere.speaker.participant);
        }
        targets.push_back(speaker);
        merged.insert(speaker.speaker.id);
        ++outcome.renamed;
      } else if (here->speaker.id != speaker.speaker.id) {
        store::merge_speakers(project.database(), speaker.speaker.id, here->speaker.id,
                              project.now());
        merged.insert(here->speaker.id);
        ++outcome.merged;
      }
    }
  }
  outcome.speakers = store::speaker_summaries(project.database());
  std::erase_if(outcome.speakers, [&](const auto& s) { return !merged.contains(s.speaker.id); });
  outcome.participants = orphans.remove();
  edit.commit(fmt::format("{} into {}", fmt::join(labels, ", "), outcome.into));
  return outcome;
}

}  // namespace themata::study
