#include "themata/study/detail/revised_places.hpp"

#include <algorithm>
#include <string_view>

#include "themata/text/characters.hpp"
#include "themata/text/graphemes.hpp"
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

std::string reason_for(const text::Placement& place, std::string_view before,
                       std::string_view now) {
  if (place.kind == text::Placement::Kind::lost) {
    return place.range.empty() ? "its words are gone; it is on the nearest line now"
                               : "most of its words are gone; it is on what is left of them";
  }
  return without_spaces(before) == without_spaces(now) ? "its spaces or line breaks changed"
                                                       : "its words changed";
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

RevisedPlaces::RevisedPlaces(const std::string& before, const std::string& after,
                             const std::vector<model::Turn>& turns,
                             const std::vector<store::CodingFlag>& flags)
    : before_(before), after_(after), turns_(turns), alignment_(before, after) {
  for (const store::CodingFlag& flag : flags) chosen_.emplace(flag.coding, flag.excerpt);
}

store::MovedCoding RevisedPlaces::place(const model::Coding& coding) const {
  const text::TextRange range = coding.segment.range;
  const text::Placement place = alignment_.place(range);
  store::MovedCoding moved{coding.id, place.range, std::nullopt};
  if (place.kind == text::Placement::Kind::same) return moved;
  if (place.range.empty()) moved.range = nearest_line(place.range.begin);
  const std::string words(text::slice(before_, range));
  const auto chosen = chosen_.find(coding.id);
  moved.flag = store::MovedCoding::Flag{chosen == chosen_.end() ? words : chosen->second,
                                        reason_for(place, words, text::slice(after_, moved.range))};
  return moved;
}

/// The turn that has words and is nearest; all of the text if there is none.
text::TextRange RevisedPlaces::nearest_turn(text::ByteOffset at) const {
  text::TextRange nearest{text::ByteOffset{0}, text::ByteOffset{after_.size()}};
  bool found = false;
  const auto consider = [&](text::TextRange range) {
    if (found && distance(nearest, at) <= distance(range, at)) return;
    nearest = range;
    found = true;
  };
  const auto next = std::partition_point(turns_.begin(), turns_.end(),
                                         [&](const auto& turn) { return turn.range.end < at; });
  const auto has_words = [](const model::Turn& turn) { return !turn.range.empty(); };
  const auto behind = std::find_if(next, turns_.end(), has_words);
  if (behind != turns_.end()) consider(behind->range);
  const auto before = std::find_if(std::make_reverse_iterator(next), turns_.rend(), has_words);
  if (before != turns_.rend()) consider(before->range);
  return nearest;
}

text::TextRange RevisedPlaces::nearest_line(text::ByteOffset at) const {
  const text::TextRange turn = trimmed(after_, nearest_turn(at));
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
