#include "themata/study/detail/reading_of.hpp"

namespace themata::study::detail {

namespace {

std::string_view name_of(ingest::Convention convention) {
  switch (convention) {
    case ingest::Convention::colon_labels:
      return "colon labels";
    case ingest::Convention::tab_labels:
      return "tab labels";
    case ingest::Convention::line_labels:
      return "line labels";
    case ingest::Convention::own:
      return "own labels";
    case ingest::Convention::captions:
      return "captions";
    case ingest::Convention::table_rows:
      return "table rows";
    case ingest::Convention::styled_labels:
      return "styled labels";
    case ingest::Convention::bold_questions:
      return "bold questions";
    case ingest::Convention::none:
      break;
  }
  return "none";
}

}  // namespace

store::NewSource reading_of(const PreparedFile& prepared, const std::vector<FoundSpeaker>& speakers,
                            const SpeakerDirectory& directory) {
  const ingest::Transcript& transcript = prepared.transcript;
  store::NewSource source;
  source.convention = name_of(transcript.convention);
  source.details = transcript.details;
  for (const FoundSpeaker& speaker : speakers) {
    source.speakers.push_back({speaker.label, speaker.role, std::nullopt});
    if (speaker.role == model::SpeakerRole::participant) {
      source.speakers.back().participant = directory.participant(speaker.participant);
    }
  }
  source.turns = transcript.turns;
  if (transcript.speakers.empty()) {
    for (model::Turn& turn : source.turns) turn.speaker = 0;
  }
  source.turn_words = prepared.turn_words;
  source.asides = transcript.asides;
  source.aside_words = prepared.aside_words;
  return source;
}

}  // namespace themata::study::detail
