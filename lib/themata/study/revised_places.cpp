#include "themata/study/detail/revised_places.hpp"

#include <algorithm>
#include <string_view>

#include "themata/text/characters.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/utf8.hpp"

namespace themata::study::detail {

namespace {

/// `text` without any white space.
std::string without_spaces(std::string_view text) {
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!text::is_white_space(text::next_code_point(text, at)))
      rest += text.substr(begin, at - begin);
  }
  return rest;
}

std::string reason_for(const text::Placement& place, std::string_view before, std::string_view now,
                       bool speaker_is_there) {
  if (place.kind == text::Placement::Kind::changed) {
    return without_spaces(before) == without_spaces(now) ? "its spaces or line breaks changed"
                                                         : "its words changed";
  }
  if (!place.range.empty()) return "most of its words are gone; it is on what is left of them";
  return speaker_is_there ? "its words are gone; it is on the speaker's nearest line now"
                          : "its words are gone; it is on the nearest line now";
}

std::size_t distance(text::TextRange range, text::ByteOffset at) {
  if (at < range.begin) return range.begin - at;
  return at > range.end ? at - range.end : 0;
}

/// The range of `text` without white space at its ends.
text::TextRange trimmed(std::string_view text, text::TextRange range) {
  const std::string_view part = text::slice(text, range);
  const std::string_view inner = text::trim(part);
  if (inner.empty()) return {range.begin, range.begin};
  const auto begin = range.begin + static_cast<std::size_t>(inner.data() - part.data());
  return {begin, begin + inner.size()};
}

}  // namespace

RevisedPlaces::RevisedPlaces(const model::SourceData& before, const std::string& after,
                             const std::vector<model::Turn>& turns,
                             const std::vector<FoundSpeaker>& speakers,
                             const std::vector<store::CodingFlag>& flags)
    : before_(before), after_(after), alignment_(before.text, after) {
  for (const model::Turn& turn : turns) {
    if (turn.range.empty()) continue;
    turns_.push_back(turn.range);
    if (!turn.speaker || *turn.speaker >= speakers.size()) continue;
    turns_by_speaker_[text::name_key(speakers[*turn.speaker].label)].push_back(turn.range);
  }
  for (const store::CodingFlag& flag : flags) chosen_.emplace(flag.coding, flag.excerpt);
}

store::MovedCoding RevisedPlaces::place(const model::Coding& coding) const {
  const text::TextRange range = coding.segment.range;
  const text::Placement place = alignment_.place(range);
  store::MovedCoding moved{coding.id, place.range, std::nullopt};
  if (place.kind == text::Placement::Kind::same) return moved;
  const Ranges* speaker = turns_of_speaker(range);
  if (place.range.empty()) {
    moved.range = nearest_line(speaker == nullptr ? turns_ : *speaker, place.range.begin);
  }
  const std::string words(text::slice(before_.text, range));
  const auto chosen = chosen_.find(coding.id);
  if (is_chosen(coding.id, moved.range)) return moved;
  moved.flag = store::MovedCoding::Flag{
      chosen == chosen_.end() ? words : chosen->second,
      reason_for(place, words, text::slice(after_, moved.range), speaker != nullptr)};
  return moved;
}

bool RevisedPlaces::is_chosen(model::CodingId coding, text::TextRange range) const {
  const auto chosen = chosen_.find(coding);
  return chosen != chosen_.end() && chosen->second == text::slice(after_, range);
}

const RevisedPlaces::Ranges* RevisedPlaces::turns_of_speaker(text::TextRange before) const {
  const auto [first, last] = before_.turns_in(before);
  if (first == last) return nullptr;
  const model::Speaker* speaker = before_.speaker_of(before_.turns[first]);
  if (speaker == nullptr) return nullptr;
  const auto found = turns_by_speaker_.find(text::name_key(speaker->label));
  return found == turns_by_speaker_.end() ? nullptr : &found->second;
}

/// All of the text if there are no turns.
text::TextRange RevisedPlaces::nearest_turn(const Ranges& turns, text::ByteOffset at) const {
  if (turns.empty()) return text::byte_range(0, after_.size());
  const auto next = std::partition_point(turns.begin(), turns.end(),
                                         [&](text::TextRange turn) { return turn.end < at; });
  if (next == turns.begin()) return turns.front();
  const text::TextRange before = *(next - 1);
  if (next == turns.end()) return before;
  return distance(before, at) < distance(*next, at) ? before : *next;
}

text::TextRange RevisedPlaces::nearest_line(const Ranges& turns, text::ByteOffset at) const {
  const text::TextRange turn = trimmed(after_, nearest_turn(turns, at));
  const std::string_view part = text::slice(after_, turn);
  std::size_t begin = at.value - std::min(at.value, turn.begin.value);
  begin = part.find_first_not_of(" \n", std::min(begin, part.size() - 1));
  const std::size_t feed = part.rfind('\n', begin);
  const std::size_t line = feed == std::string_view::npos ? 0 : feed + 1;
  const std::size_t end = std::min(part.find('\n', line), part.size());
  const text::TextRange range{turn.begin + line, turn.begin + end};
  const text::TextRange inner = trimmed(after_, range);
  return text::snap_to_graphemes(after_, inner.empty() ? turn : inner);
}

}  // namespace themata::study::detail
