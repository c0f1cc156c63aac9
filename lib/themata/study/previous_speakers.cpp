#include "themata/study/detail/previous_speakers.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

#include "themata/ingest/speaker_label.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study::detail {

namespace {

/// Whose turns the labels are in front of, by the labels as they stand in the text.
class TypedLabels {
 public:
  explicit TypedLabels(const model::SourceData& source) {
    std::set<std::pair<std::string_view, const model::Speaker*>> seen;
    for (const model::Turn& turn : source.turns) {
      const model::Speaker* speaker = source.speaker_of(turn);
      const std::string_view typed = text::slice(source.text, turn.label);
      if (speaker == nullptr || typed.empty() || !seen.emplace(typed, speaker).second) continue;
      add(text::name_key(typed), speaker);
      add(text::name_key(ingest::name_in_label(typed)), speaker);
    }
  }

  /// Null if it is nobody's, or that of several.
  [[nodiscard]] const model::Speaker* speaker_of(std::string_view label) const {
    const auto found = speakers_.find(text::name_key(label));
    return found == speakers_.end() ? nullptr : found->second;
  }

 private:
  void add(const std::string& key, const model::Speaker* speaker) {
    if (key.empty()) return;
    const auto [known, is_new] = speakers_.try_emplace(key, speaker);
    if (!is_new && known->second != speaker) known->second = nullptr;
  }

  std::unordered_map<std::string, const model::Speaker*> speakers_;  // by key
};

/// Who of the source before each label of the transcript is: by itself, else by the first label of
/// its turns that is known. Null: somebody new.
std::vector<const model::Speaker*> known_speakers(const TypedLabels& labels,
                                                  const ingest::Transcript& transcript) {
  std::vector<const model::Speaker*> known;
  for (const ingest::SpeakerLabel& label : transcript.speakers) {
    known.push_back(labels.speaker_of(label.label));
  }
  for (const model::Turn& turn : transcript.turns) {
    if (!turn.speaker || known.at(*turn.speaker) != nullptr) continue;
    known[*turn.speaker] = labels.speaker_of(text::slice(transcript.text, turn.label));
  }
  return known;
}

/// Makes one speaker of those with one label.
void join_equal_labels(ingest::Transcript& transcript) {
  std::vector<ingest::SpeakerLabel> speakers;
  std::unordered_map<std::string, std::size_t> numbers;
  std::vector<std::size_t> number_of;
  for (ingest::SpeakerLabel& speaker : transcript.speakers) {
    const auto [number, is_new] =
        numbers.try_emplace(text::name_key(speaker.label), speakers.size());
    if (is_new) speakers.push_back(std::move(speaker));
    number_of.push_back(number->second);
  }
  transcript.speakers = std::move(speakers);
  for (model::Turn& turn : transcript.turns) {
    if (turn.speaker) turn.speaker = number_of.at(*turn.speaker);
  }
}

void restore_only_speaker(const model::SourceData& before, ingest::Transcript& transcript) {
  const bool had_labels = std::any_of(before.turns.begin(), before.turns.end(),
                                      [](const model::Turn& turn) { return !turn.label.empty(); });
  if (had_labels || before.speakers.size() != 1) return;
  const model::Speaker& speaker = before.speakers.front();
  transcript.speakers.push_back({speaker.label, speaker.role, true});
  for (model::Turn& turn : transcript.turns) turn.speaker = 0;
}

}  // namespace

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

void restore_labels(const model::SourceData& before, ingest::Transcript& transcript) {
  if (transcript.speakers.empty()) {
    restore_only_speaker(before, transcript);
    return;
  }
  const std::vector<const model::Speaker*> known = known_speakers(TypedLabels(before), transcript);
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (known[i] != nullptr) transcript.speakers[i].label = known[i]->label;
  }
  join_equal_labels(transcript);
}

}  // namespace themata::study::detail
