#include "themata/model/source_data.hpp"

#include <algorithm>

namespace themata::model {

namespace {

/// [first, last) of those `things` (in order, not overlapping) that share text with `range`. One
/// that is empty itself shares nothing, so none stands at either end of the result.
template <class Thing>
std::pair<std::size_t, std::size_t> sharing_text(const std::vector<Thing>& things,
                                                 text::TextRange range) {
  const auto begin = things.begin();
  auto first = std::partition_point(
      begin, things.end(), [&](const Thing& thing) { return thing.range.end <= range.begin; });
  auto last = std::partition_point(
      first, things.end(), [&](const Thing& thing) { return thing.range.begin < range.end; });
  if (range.empty()) last = first;
  while (first != last && first->range.empty()) ++first;
  while (first != last && std::prev(last)->range.empty()) --last;
  return {static_cast<std::size_t>(first - begin), static_cast<std::size_t>(last - begin)};
}

}  // namespace

const Speaker* SourceData::speaker_of(const Turn& turn) const {
  return turn.speaker ? &speakers.at(*turn.speaker) : nullptr;
}

std::pair<std::size_t, std::size_t> SourceData::turns_in(text::TextRange range) const {
  return sharing_text(turns, range);
}

std::optional<ParticipantId> SourceData::participant_of(const Turn& turn) const {
  const Speaker* speaker = speaker_of(turn);
  if (speaker == nullptr || speaker->role != SpeakerRole::participant) return std::nullopt;
  return speaker->participant;
}

std::vector<ParticipantId> SourceData::participants_in(text::TextRange range) const {
  std::vector<ParticipantId> found;
  const auto [first, last] = turns_in(range);
  for (std::size_t i = first; i < last; ++i) {
    if (turns[i].range.empty()) continue;
    const auto who = participant_of(turns[i]);
    if (who && std::find(found.begin(), found.end(), *who) == found.end()) found.push_back(*who);
  }
  return found;
}

std::pair<std::size_t, std::size_t> SourceData::asides_in(text::TextRange range) const {
  return sharing_text(asides, range);
}

}  // namespace themata::model
