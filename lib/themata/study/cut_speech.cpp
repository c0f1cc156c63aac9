#include "themata/study/detail/cut_speech.hpp"

#include <algorithm>
#include <unordered_set>

#include "themata/text/name_key.hpp"

namespace themata::study::detail {

namespace {

bool is_theirs(const model::SourceData& source, const model::Turn& turn, model::ParticipantId who) {
  const model::Speaker* speaker = source.speaker_of(turn);
  return speaker != nullptr && speaker->participant == who;
}

/// Where what belongs to a turn begins: the beginning of its line, if nobody else speaks there.
std::size_t beginning_of(const model::SourceData& source, std::size_t turn) {
  const model::Turn& at = source.turns[turn];
  const text::ByteOffset first =
      at.label.empty() ? at.range.begin : std::min(at.label.begin, at.range.begin);
  const std::size_t line_feed =
      first.value == 0 ? std::string::npos : source.text.rfind('\n', first.value - 1);
  const std::size_t line = line_feed == std::string::npos ? 0 : line_feed + 1;
  return turn == 0 ? line : std::max(line, source.turns[turn - 1].range.end.value);
}

void cut_turns(const model::SourceData& source, model::ParticipantId who,
               SourceRewriting& rewriting, std::vector<text::Edit>& edits) {
  for (std::size_t i = 0; i < source.turns.size(); ++i) {
    if (!is_theirs(source, source.turns[i], who)) continue;
    rewriting.cut_turns.push_back(i);
    const std::size_t begin = beginning_of(source, i);
    const std::size_t end =
        i + 1 < source.turns.size() ? beginning_of(source, i + 1) : source.text.size();
    if (!edits.empty() && edits.back().range.end.value == begin) {
      edits.back().range.end = text::ByteOffset{end};
    } else if (end > begin) {
      edits.push_back({text::byte_range(begin, end), ""});
    }
  }
}

/// "Joanne" of "[Joanne: mm]".
std::string voice_of(std::string_view bracket) {
  const std::size_t colon = bracket.find(':');
  if (bracket.size() < 2 || colon == std::string_view::npos) return {};
  return text::name_key(bracket.substr(1, colon - 1));
}

void cut_voices(const model::SourceData& source, const store::NewSource& reading,
                const std::unordered_set<std::string>& theirs, std::vector<text::Edit>& edits) {
  const auto turns = static_cast<std::ptrdiff_t>(edits.size());
  for (const model::Aside& aside : reading.asides) {
    if (aside.kind != model::AsideKind::voice) continue;
    if (!theirs.contains(voice_of(text::slice(source.text, aside.range)))) continue;
    const auto behind = std::partition_point(
        edits.begin(), edits.begin() + turns,
        [&](const text::Edit& edit) { return edit.range.end <= aside.range.begin; });
    const bool gone = behind != edits.begin() + turns && behind->range.contains(aside.range);
    if (!gone) edits.push_back({aside.range, ""});
  }
  std::sort(edits.begin(), edits.end(),
            [](const text::Edit& a, const text::Edit& b) { return a.range.begin < b.range.begin; });
}

}  // namespace

std::vector<std::string> labels_of(const model::SourceData& source, model::ParticipantId who) {
  std::vector<std::string> labels;
  for (const model::Speaker& speaker : source.speakers) {
    if (speaker.participant == who) labels.push_back(speaker.label);
  }
  return labels;
}

bool speaks_alone(const model::SourceData& source, model::ParticipantId who) {
  return std::none_of(source.turns.begin(), source.turns.end(), [&](const model::Turn& turn) {
    const auto participant = source.participant_of(turn);
    return participant.has_value() && *participant != who;
  });
}

SourceRewriting cut_speech(const model::SourceData& source, const store::NewSource& reading,
                           model::ParticipantId who, const std::vector<std::string>& names) {
  SourceRewriting rewriting;
  rewriting.source = source.source.id;
  rewriting.text = source.text;
  std::vector<text::Edit> edits;
  cut_turns(source, who, rewriting, edits);
  std::unordered_set<std::string> theirs;
  for (const std::string& name : names) theirs.insert(text::name_key(name));
  for (const model::Speaker& speaker : source.speakers) {
    if (speaker.participant != who) theirs.erase(text::name_key(speaker.label));
  }
  for (const std::string& label : labels_of(source, who)) theirs.insert(text::name_key(label));
  cut_voices(source, reading, theirs, edits);
  for (std::size_t i = 0; i < source.speakers.size(); ++i) {
    if (source.speakers[i].participant == who) rewriting.cut_speakers.push_back(i);
  }
  rewriting.edits = text::Edits(std::move(edits));
  return rewriting;
}

}  // namespace themata::study::detail
