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

constexpr std::string_view said_by_another = "another speaker says it now";

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

RevisedPlaces::RevisedPlaces(const model::SourceData& before, const store::NewSource& after,
                             const std::vector<store::CodingFlag>& flags)
    : before_(before), after_(after), alignment_(before.text, after.text) {
  for (const model::Turn& turn : after.turns) {
    if (turn.range.empty()) continue;
    turns_.push_back(turn.range);
    if (!turn.speaker || *turn.speaker >= after.speakers.size()) continue;
    turns_by_speaker_[text::name_key(after.speakers[*turn.speaker].label)].push_back(turn.range);
  }
  for (const store::CodingFlag& flag : flags) flags_.emplace(flag.coding, flag);
  find_returned();
}

/// Where the words that flagged codings were on stand in the corrected text, if once. Not all are
/// looked for where that would take long.
void RevisedPlaces::find_returned() {
  std::size_t bytes_left = std::size_t{1} << 30U;
  const std::string_view text = after_.text;
  for (const model::Coding& coding : before_.codings) {
    const auto flag = flags_.find(coding.id);
    if (flag == flags_.end() || flag->second.excerpt.empty() || bytes_left < text.size()) continue;
    const std::string& words = flag->second.excerpt;
    const std::size_t at = text.find(words);
    bytes_left -= text.size();
    if (at == text.npos || text.find(words, at + 1) != text.npos) continue;
    const text::TextRange range = text::byte_range(at, at + words.size());
    if (text::snap_to_graphemes(text, range) == range) returned_.emplace(coding.id, range);
  }
}

text::TextRange RevisedPlaces::turn_of(text::TextRange turn_before) const {
  const text::TextRange now = alignment_.place(turn_before).range;
  return turns_.empty() ? now : nearest_turn(turns_, now.begin);
}

std::size_t RevisedPlaces::kept_bytes() const {
  constexpr std::size_t shortest_run = 16;  // labels and single words are in any other text too
  std::size_t bytes = 0;
  for (const text::EqualRun& run : alignment_.runs()) {
    if (run.before.size() >= shortest_run) bytes += run.before.size();
  }
  return bytes;
}

store::MovedCoding RevisedPlaces::place(const model::Coding& coding) const {
  const text::TextRange range = coding.segment.range;
  const text::Placement place = alignment_.place(range);
  store::MovedCoding moved{coding.id, place.range, std::nullopt};
  if (const auto returned = returned_.find(coding.id); returned != returned_.end()) {
    moved.range = returned->second;
  } else if (place.range.empty()) {
    const Ranges* speaker = turns_of_speaker(range);
    moved.range = nearest_line(speaker == nullptr ? turns_ : *speaker, place.range.begin);
  }
  const bool is_same =
      place.kind == text::Placement::Kind::same || is_chosen(coding.id, moved.range);
  if (is_same && voices_before(range).is_same_as(voices_after(moved.range))) return moved;
  const auto flag = flags_.find(coding.id);
  moved.flag = store::MovedCoding::Flag{
      flag == flags_.end() ? std::string(text::slice(before_.text, range)) : flag->second.excerpt,
      is_same ? std::string(said_by_another) : reason(coding, place, moved.range)};
  return moved;
}

/// Why a coding whose words are not the same is flagged. Another speaker is told of as long as
/// nobody has settled that.
std::string RevisedPlaces::reason(const model::Coding& coding, const text::Placement& place,
                                  text::TextRange now) const {
  const text::TextRange range = coding.segment.range;
  const std::string reason =
      reason_for(place, text::slice(before_.text, range), text::slice(after_.text, now),
                 turns_of_speaker(range) != nullptr);
  const auto flag = flags_.find(coding.id);
  const bool was_another = flag != flags_.end() && flag->second.reason.ends_with(said_by_another);
  const bool is_another = place.kind == text::Placement::Kind::changed &&
                          !voices_before(range).is_same_as(voices_after(now));
  return was_another || is_another ? reason + ", and " + std::string(said_by_another) : reason;
}

bool RevisedPlaces::is_chosen(model::CodingId coding, text::TextRange range) const {
  const auto flag = flags_.find(coding);
  return flag != flags_.end() && flag->second.excerpt == text::slice(after_.text, range) &&
         !flag->second.reason.ends_with(said_by_another);
}

void RevisedPlaces::Voices::add(model::SpeakerRole role,
                                std::optional<model::ParticipantId> participant) {
  if (role == model::SpeakerRole::participant && participant) participants.insert(*participant);
  roles.insert(role);
}

bool RevisedPlaces::Voices::is_same_as(const Voices& other) const {
  if (participants.empty() && other.participants.empty()) return roles == other.roles;
  return participants == other.participants;
}

RevisedPlaces::Voices RevisedPlaces::voices_before(text::TextRange range) const {
  Voices voices;
  const auto [first, last] = before_.turns_in(range);
  for (std::size_t turn = first; turn < last; ++turn) {
    const model::Speaker* speaker = before_.speaker_of(before_.turns[turn]);
    if (speaker != nullptr && !before_.turns[turn].range.empty())
      voices.add(speaker->role, speaker->participant);
  }
  return voices;
}

RevisedPlaces::Voices RevisedPlaces::voices_after(text::TextRange range) const {
  Voices voices;
  const auto first =
      std::partition_point(after_.turns.begin(), after_.turns.end(),
                           [&](const model::Turn& turn) { return turn.range.end <= range.begin; });
  for (auto turn = first; turn != after_.turns.end() && turn->range.begin < range.end; ++turn) {
    const bool is_somebodys = turn->speaker && *turn->speaker < after_.speakers.size();
    if (!is_somebodys || turn->range.empty()) continue;
    const store::NewSource::NewSpeaker& speaker = after_.speakers[*turn->speaker];
    voices.add(speaker.role, speaker.participant);
  }
  return voices;
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
  if (turns.empty()) return text::byte_range(0, after_.text.size());
  const auto next = std::partition_point(turns.begin(), turns.end(),
                                         [&](text::TextRange turn) { return turn.end < at; });
  if (next == turns.begin()) return turns.front();
  const text::TextRange before = *(next - 1);
  if (next == turns.end()) return before;
  return distance(before, at) < distance(*next, at) ? before : *next;
}

text::TextRange RevisedPlaces::nearest_line(const Ranges& turns, text::ByteOffset at) const {
  const text::TextRange turn = trimmed(after_.text, nearest_turn(turns, at));
  const std::string_view part = text::slice(after_.text, turn);
  std::size_t begin = at.value - std::min(at.value, turn.begin.value);
  begin = part.find_first_not_of(" \n", std::min(begin, part.size() - 1));
  const std::size_t feed = part.rfind('\n', begin);
  const std::size_t line = feed == std::string_view::npos ? 0 : feed + 1;
  const std::size_t end = std::min(part.find('\n', line), part.size());
  const text::TextRange range{turn.begin + line, turn.begin + end};
  const text::TextRange inner = trimmed(after_.text, range);
  return text::snap_to_graphemes(after_.text, inner.empty() ? turn : inner);
}

}  // namespace themata::study::detail
