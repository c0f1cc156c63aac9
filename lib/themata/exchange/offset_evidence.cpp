#include "themata/exchange/offset_evidence.hpp"

#include <algorithm>
#include <string>

#include "themata/text/characters.hpp"
#include "themata/text/utf8.hpp"

namespace themata::exchange {

namespace {

using Unit = OffsetConvention::Unit;
using LineEnds = OffsetConvention::LineEnds;

constexpr std::size_t most_looked_at = 500;
constexpr double whole_name = 14;
constexpr double beginning_of_name = 10;
constexpr double no_text = -20;
constexpr double as_good = 1.5;  ///< a difference that may be chance

std::array<OffsetConvention, OffsetEvidence::convention_count> all_conventions() {
  std::array<OffsetConvention, OffsetEvidence::convention_count> result;
  std::size_t n = 0;
  for (const LineEnds ends : {LineEnds::as_in_file, LineEnds::one, LineEnds::two}) {
    for (const Unit unit : {Unit::code_points, Unit::utf16}) {
      for (const bool mark : {false, true}) {
        for (const bool inclusive : {false, true}) result[n++] = {unit, ends, mark, inclusive};
      }
    }
  }
  const auto oddities = [](const OffsetConvention& one) {
    return (one.unit == Unit::utf16 ? 1 : 0) + (one.line_ends == LineEnds::one ? 1 : 0) +
           (one.end_inclusive ? 2 : 0) + (one.counts_mark ? 3 : 0) +
           (one.line_ends == LineEnds::two ? 3 : 0);
  };
  std::stable_sort(result.begin(), result.end(),
                   [&](const auto& a, const auto& b) { return oddities(a) < oddities(b); });
  return result;
}

/// Every which range is looked at.
std::size_t stride_of(std::size_t ranges) { return 1 + (ranges - 1) / most_looked_at; }

/// White space at the ends gone, runs of it a space.
std::string squeezed(std::string_view text) {
  std::string result;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (text::is_white_space(text::next_code_point(text, at))) {
      space = true;
      continue;
    }
    if (space && !result.empty()) result += ' ';
    space = false;
    result += text.substr(begin, at - begin);
  }
  return result;
}

std::string_view without_ellipsis(std::string_view name) {
  for (const std::string_view dots : {"...", "…"}) {
    if (name.ends_with(dots)) return name.substr(0, name.size() - dots.size());
  }
  return name;
}

bool is_in_word(char32_t c) {
  if (c < 0x80U) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
  return !text::is_white_space(c) && !text::is_quotation_mark(c) && !text::is_dash(c);
}

/// What stands to the left and to the right of a place; 0 at an end of the text.
struct Neighbours {
  char32_t left = 0;
  char32_t right = 0;

  Neighbours(std::string_view text, text::ByteOffset place) {
    std::size_t at = place.value;
    if (at < text.size()) right = text::next_code_point(text, at);
    at = place.value;
    if (at > 0) left = text::previous_code_point(text, at);
  }
  [[nodiscard]] bool part_words() const {
    return left == 0 || right == 0 || !is_in_word(left) || !is_in_word(right);
  }
};

bool is_line_end(char32_t c) { return c == 0 || c == '\n'; }

double fit_of_ends(std::string_view text, text::TextRange range) {
  const Neighbours begin(text, range.begin);
  const Neighbours end(text, range.end);
  double fit = 0;
  if (begin.part_words()) fit += text::is_white_space(begin.right) ? -1 : 1;
  if (end.part_words()) fit += text::is_white_space(end.left) ? -1 : 1;
  if (is_line_end(begin.left)) fit += 0.5;
  if (is_line_end(end.right)) fit += 0.5;
  return fit;
}

enum class NameFit { none, beginning, whole };

/// `wanted` is squeezed.
NameFit fit_of_name(std::string_view wanted, std::string_view excerpt) {
  constexpr std::size_t shortest_beginning = 8;  // in bytes: less is chance
  constexpr std::size_t white_space = 64;        // that squeezing may take out, in bytes
  if (wanted.empty()) return NameFit::none;
  const std::string there = squeezed(excerpt.substr(0, wanted.size() + white_space));
  if (there == wanted) return NameFit::whole;
  const std::string_view beginning = text::trim(without_ellipsis(wanted));
  const bool fits = beginning.size() >= shortest_beginning && there.starts_with(beginning);
  return fits ? NameFit::beginning : NameFit::none;
}

/// Which of the conventions, by its place, means the same in this text and is looked at for all.
std::array<std::size_t, OffsetEvidence::convention_count> representatives(const PositionMap& map) {
  const auto& all = OffsetEvidence::conventions();
  std::array<std::size_t, OffsetEvidence::convention_count> result{};
  for (std::size_t c = 0; c < all.size(); ++c) {
    result[c] = static_cast<std::size_t>(std::find(all.begin(), all.end(), map.simplest(all[c])) -
                                         all.begin());
  }
  return result;
}

}  // namespace

bool is_name_of(std::string_view name, std::string_view excerpt) {
  return fit_of_name(squeezed(name), excerpt) != NameFit::none;
}

const std::array<OffsetConvention, OffsetEvidence::convention_count>&
OffsetEvidence::conventions() {
  static const auto all = all_conventions();
  return all;
}

OffsetEvidence::OffsetEvidence(const PositionMap& map, const std::vector<ClaimedRange>& ranges) {
  if (ranges.empty()) return;
  const auto same = representatives(map);
  const std::size_t stride = stride_of(ranges.size());
  for (std::size_t r = 0; r < ranges.size(); r += stride) {
    const ClaimedRange& claimed = ranges[r];
    if (claimed.start == claimed.end) continue;  // empty, or a single character: it says little
    ++ranges_;
    const std::string name = squeezed(claimed.name);
    for (std::size_t c = 0; c < convention_count; ++c) {
      if (same[c] == c) look_at(map, claimed, name, c);
    }
  }
  for (std::size_t c = 0; c < convention_count; ++c) {
    scores_[c] = scores_[same[c]];
    names_that_fit_[c] = names_that_fit_[same[c]];
    names_[c] = names_[same[c]];
  }
}

void OffsetEvidence::look_at(const PositionMap& map, const ClaimedRange& claimed,
                             std::string_view name, std::size_t c) {
  const auto range = map.range(claimed.start, claimed.end, conventions()[c]);
  if (!range) {
    scores_[c] += no_text;
    return;
  }
  scores_[c] += fit_of_ends(map.text(), *range);
  if (name.empty()) return;
  ++names_[c];
  const NameFit fit = fit_of_name(name, text::slice(map.text(), *range));
  if (fit == NameFit::none) return;
  ++names_that_fit_[c];
  scores_[c] += fit == NameFit::whole ? whole_name : beginning_of_name;
}

OffsetEvidence& OffsetEvidence::operator+=(const OffsetEvidence& other) {
  for (std::size_t c = 0; c < convention_count; ++c) {
    scores_[c] += other.scores_[c];
    names_that_fit_[c] += other.names_that_fit_[c];
    names_[c] += other.names_[c];
  }
  ranges_ += other.ranges_;
  return *this;
}

OffsetEvidence::Choice OffsetEvidence::choose(const OffsetEvidence& all, const PositionMap& map,
                                              const std::vector<ClaimedRange>& ranges) const {
  const double best = *std::max_element(scores_.begin(), scores_.end());
  std::size_t chosen = convention_count;
  for (std::size_t c = 0; c < convention_count; ++c) {
    if (scores_[c] < best - as_good) continue;
    if (chosen == convention_count || all.scores_[c] > all.scores_[chosen]) chosen = c;
  }
  Choice choice{conventions()[chosen], false, names_that_fit_[chosen], names_[chosen], ranges_};
  for (std::size_t c = 0; c < convention_count && !choice.is_doubtful; ++c) {
    if (scores_[c] < best - as_good || all.scores_[c] < all.scores_[chosen] - as_good) continue;
    for (std::size_t r = 0; r < ranges.size(); r += stride_of(ranges.size())) {
      const auto& [start, end, name] = ranges[r];
      if (map.range(start, end, conventions()[c]) == map.range(start, end, choice.convention)) {
        continue;
      }
      choice.is_doubtful = true;
      break;
    }
  }
  return choice;
}

}  // namespace themata::exchange
