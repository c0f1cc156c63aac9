#include "themata/ingest/detail/document_turns.hpp"

#include <string>
#include <unordered_map>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/name_key.hpp"

namespace themata::ingest::detail {

namespace {

model::SpeakerRole role_by_label(std::string_view label) {
  if (is_researcher_label(label)) return model::SpeakerRole::researcher;
  return is_other_label(label) ? model::SpeakerRole::other : model::SpeakerRole::participant;
}

}  // namespace

void take_document_turns(const Document& document, Transcript& transcript) {
  std::unordered_map<std::string, std::size_t> numbers;
  transcript.turns.reserve(document.turns.size());
  for (const DocumentTurn& from : document.turns) {
    model::Turn turn;
    turn.number = transcript.turns.size() + 1;
    turn.label = from.label;
    turn.range = trimmed(transcript.text, from.range);
    turn.started = from.started;
    turn.ended = from.ended;
    if (!from.speaker.empty()) {
      const auto [number, is_new] =
          numbers.try_emplace(text::name_key(from.speaker), transcript.speakers.size());
      if (is_new) {
        transcript.speakers.push_back({from.speaker,
                                       from.role.value_or(role_by_label(from.speaker)),
                                       is_generic_label(from.speaker)});
      }
      turn.speaker = number->second;
    }
    transcript.turns.push_back(turn);
  }
}

}  // namespace themata::ingest::detail
