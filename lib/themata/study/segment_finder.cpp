#include "themata/study/detail/segment_finder.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/plural.hpp"
#include "themata/text/quote_search.hpp"

namespace themata::study::detail {

namespace {

constexpr std::size_t places_shown = 5;
constexpr std::size_t words_shown = 60;  // bytes of an excerpt in a message

std::string shortened(std::string_view excerpt) {
  std::string line(excerpt);
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (line.size() <= words_shown) return line;
  const auto end = text::grapheme_boundary_before(line, text::ByteOffset{words_shown});
  return line.substr(0, end.value) + "…";
}

}  // namespace

SegmentFinder::SegmentFinder(model::SourceData source)
    : source_(std::move(source)), index_(source_.text) {
  for (const model::Aside& aside : source_.asides) {
    if (aside.kind == model::AsideKind::note || aside.kind == model::AsideKind::timestamp) {
      unspoken_.push_back(aside.range);
    }
  }
}

std::string SegmentFinder::place(text::TextRange range) const {
  const text::CodePointRange at = index_.code_points(range);
  const auto [first, last] = source_.turns_in(range);
  const std::string turn =
      first < last ? fmt::format("turn {}, ", source_.turns[first].number) : "";
  return fmt::format("\n  {}{}:{} \"{}\"", turn, at.begin.value, at.end.value,
                     shortened(text::slice(source_.text, range)));
}

std::string SegmentFinder::places(const std::vector<text::TextRange>& ranges) const {
  std::string list;
  for (std::size_t i = 0; i < std::min(ranges.size(), places_shown); ++i) list += place(ranges[i]);
  if (ranges.size() > places_shown) {
    list += fmt::format("\n  and {} more", ranges.size() - places_shown);
  }
  return list;
}

text::TextRange SegmentFinder::by_quote(std::string_view quote,
                                        std::optional<std::size_t> nth) const {
  const text::QuoteHits hits = text::find_quote(source_.text, quote, unspoken_);
  const std::string& name = source_.source.name;
  if (hits.ranges.empty()) {
    const auto nearest = text::nearest_places(source_.text, quote);
    throw NotFound(fmt::format("the quote \"{}\" is not in {}{}{}", shortened(quote), name,
                               nearest.empty() ? "" : "; the nearest:", places(nearest)));
  }
  if (nth) {
    if (*nth >= 1 && *nth <= hits.ranges.size()) return hits.ranges[*nth - 1];
    throw NotFound(fmt::format("the quote \"{}\" is in {} only {}:{}", shortened(quote), name,
                               text::plural(hits.ranges.size(), "time"), places(hits.ranges)));
  }
  if (hits.ranges.size() > 1) {
    throw Conflict(fmt::format("the quote \"{}\" is in {} {} times; choose with --nth:{}",
                               shortened(quote), name, hits.ranges.size(), places(hits.ranges)));
  }
  return hits.ranges.front();
}

text::TextRange SegmentFinder::by_range(text::CodePointRange range) const {
  const std::string written = fmt::format("{}:{}", range.begin.value, range.end.value);
  if (range.begin == range.end) throw InputError("the range " + written + " is empty");
  if (range.begin > range.end) {
    throw InputError(fmt::format("the range {} ends before it begins", written));
  }
  if (range.end > index_.code_point_length()) {
    throw InputError(fmt::format("the range {} ends past the text of {}, which has {} characters",
                                 written, source_.source.name, index_.code_point_length().value));
  }
  return index_.bytes(range);
}

void SegmentFinder::refuse_cut_graphemes(text::TextRange range) const {
  for (const text::ByteOffset end : {range.begin, range.end}) {
    if (text::is_grapheme_boundary(source_.text, end)) continue;
    const auto before = text::grapheme_boundary_before(source_.text, end);
    const auto after = text::grapheme_boundary_after(source_.text, end);
    throw InputError(fmt::format(
        "offset {} of {} is inside the character \"{}\"; the nearest boundaries are {} and {}",
        index_.code_points(end).value, source_.source.name,
        text::slice(source_.text, {before, after}), index_.code_points(before).value,
        index_.code_points(after).value));
  }
}

void SegmentFinder::require_turns(std::size_t first, std::size_t last) const {
  const std::size_t count = source_.turns.size();
  if (first > last) {
    throw InputError(
        fmt::format("turns {}-{} run backwards; write {}-{}", first, last, last, first));
  }
  if (first < 1 || last > count) {
    throw InputError(fmt::format("turns {}-{}: {} has the turns 1 to {}", first, last,
                                 source_.source.name, count));
  }
}

text::TextRange SegmentFinder::by_turns(std::size_t first, std::size_t last) const {
  require_turns(first, last);
  const text::TextRange range{source_.turns[first - 1].range.begin,
                              source_.turns[last - 1].range.end};
  if (range.empty()) throw InputError(fmt::format("turns {}-{} hold no text", first, last));
  return range;
}

}  // namespace themata::study::detail
