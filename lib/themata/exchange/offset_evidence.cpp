#include "themata/exchange/offset_evidence.hpp"

#include <algorithm>
#include <string>

#include "themata/text/characters.hpp"
#include "themata/text/utf8.hpp"

namespace themata::exchange {

namespace {

using Unit = OffsetConvention::Unit;
using LineEnds = OffsetConvention::LineEnds;

constexpr std::size_t most_looked_at = 1000;
constexpr double whole_name = 12;
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

double fit_of_name(std::string_view name, std::string_view excerpt) {
  if (!is_name_of(name, excerpt)) return 0;
  return squeezed(excerpt) == squeezed(name) ? whole_name : beginning_of_name;
}

}  // namespace

bool is_name_of(std::string_view name, std::string_view excerpt) {
  constexpr std::size_t shortest_beginning = 8;  // in bytes: less is chance
  const std::string wanted = squeezed(name);
  const std::string there = squeezed(excerpt.substr(0, 4 * name.size() + 64));
  if (wanted.empty()) return false;
  if (there == wanted) return true;
  const std::string_view beginning = text::trim(without_ellipsis(wanted));
  return beginning.size() >= shortest_beginning && there.starts_with(beginning);
}

const std::array<OffsetConvention, OffsetEvidence::convention_count>&
OffsetEvidence::conventions() {
  static const auto all = all_conventions();
  return all;
}

OffsetEvidence::OffsetEvidence(const PositionMap& map, const std::vector<ClaimedRange>& ranges) {
  if (ranges.empty()) return;
  const std::size_t stride = stride_of(ranges.size());
  for (std::size_t r = 0; r < ranges.size(); r += stride) {
    const ClaimedRange& claimed = ranges[r];
    if (claimed.start == claimed.end) continue;  // empty, or a single character: it says little
    ++ranges_;
    for (std::size_t c = 0; c < convention_count; ++c) {
      const auto range = map.range(claimed.start, claimed.end, conventions()[c]);
      if (!range) {
        scores_[c] += no_text;
        continue;
      }
      scores_[c] += fit_of_ends(map.text(), *range);
      const double fit = fit_of_name(claimed.name, text::slice(map.text(), *range));
      scores_[c] += fit;
      if (fit > 0) ++names_that_fit_[c];
      if (!claimed.name.empty()) ++names_[c];
    }
  }
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
