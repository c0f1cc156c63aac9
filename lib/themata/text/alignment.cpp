#include "themata/text/alignment.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include <unicode/uchar.h>

#include "themata/text/detail/sequence_diff.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

using Runs = std::vector<EqualRun>;

/// What stands between two runs, or between one and an end of the texts.
struct Between {
  TextRange before;
  TextRange after;

  [[nodiscard]] bool replaced() const { return !before.empty() && !after.empty(); }
};

/// The text in pieces, each named by a number that equal pieces share.
struct Pieces {
  std::vector<std::uint32_t> names;
  std::vector<std::size_t> ends;  // in bytes of the whole text
  std::size_t begin = 0;

  [[nodiscard]] TextRange range(std::size_t first, std::size_t size) const {
    return byte_range(first == 0 ? begin : ends[first - 1], ends[first + size - 1]);
  }
};

/// Gives equal pieces the same number.
class Names {
 public:
  std::uint32_t of(std::string_view piece) {
    return names_.try_emplace(piece, static_cast<std::uint32_t>(names_.size())).first->second;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> names_;
};

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t feed = text.find('\n', at);
  return feed == std::string_view::npos ? text.size() : feed + 1;
}

enum class Sort { word, space, other };

/// Of a script that is written without spaces: a word is not told from the next by its characters.
bool is_unspaced(UChar32 c) {
  constexpr UChar32 first = 0xE00;  // Thai
  if (c < first) return false;
  const int line_break = u_getIntPropertyValue(c, UCHAR_LINE_BREAK);
  return line_break == U_LB_IDEOGRAPHIC || line_break == U_LB_COMPLEX_CONTEXT;
}

Sort sort_of(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  if (is_unspaced(code_point)) return Sort::other;
  if (u_isUWhiteSpace(code_point) != 0) return Sort::space;
  constexpr std::uint32_t of_words = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
  return (U_GET_GC_MASK(code_point) & of_words) != 0 ? Sort::word : Sort::other;
}

/// The end of the word, the white space or the single other character that begins at `at`.
std::size_t token_end(std::string_view text, std::size_t at) {
  const Sort sort = sort_of(next_code_point(text, at));
  while (sort != Sort::other && at < text.size()) {
    std::size_t next = at;
    if (sort_of(next_code_point(text, next)) != sort) break;
    at = next;
  }
  return at;
}

std::size_t code_point_end(std::string_view text, std::size_t at) {
  next_code_point(text, at);
  return at;
}

using PieceEnd = std::size_t (*)(std::string_view text, std::size_t at);

Pieces pieces_of(std::string_view text, TextRange range, PieceEnd piece_end, Names& names) {
  const std::string_view part = text.substr(0, range.end.value);
  Pieces pieces;
  pieces.begin = range.begin.value;
  for (std::size_t at = pieces.begin; at < part.size();) {
    const std::size_t end = piece_end(part, at);
    pieces.names.push_back(names.of(part.substr(at, end - at)));
    pieces.ends.push_back(end);
    at = end;
  }
  return pieces;
}

/// The gap before a run, or behind the last one.
Between between(const Runs& runs, std::size_t run, const Between& whole) {
  const TextRange before =
      run == 0 ? byte_range(0, whole.before.begin.value) : runs[run - 1].before;
  const TextRange after = run == 0 ? byte_range(0, whole.after.begin.value) : runs[run - 1].after;
  if (run == runs.size()) return {{before.end, whole.before.end}, {after.end, whole.after.end}};
  return {{before.end, runs[run].before.begin}, {after.end, runs[run].after.begin}};
}

void append(Runs& runs, const EqualRun& run) {
  if (run.before.empty()) return;
  if (!runs.empty() && runs.back().before.end == run.before.begin &&
      runs.back().after.end == run.after.begin) {
    runs.back().before.end = run.before.end;
    runs.back().after.end = run.after.end;
    return;
  }
  runs.push_back(run);
}

/// How much weight a gap has against the likeness beside it.
using Weight = std::size_t (*)(const Between& gap);

std::size_t larger_side(const Between& gap) {
  return std::max(gap.before.size(), gap.after.size());
}
/// What was only added or only removed casts no doubt on what stands beside it.
std::size_t smaller_side(const Between& gap) {
  return std::min(gap.before.size(), gap.after.size());
}

/// Without the runs that are no longer than what changed on either side of them: words that happen
/// to be in two passages which have nothing to do with each other.
Runs believed(const Runs& runs, const Between& whole, Weight weight) {
  Runs kept;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    kept.push_back(runs[i]);
    // What went makes the gap before it larger, so the run before may have to go too.
    TextRange next_before{whole.before.end, whole.before.end};
    TextRange next_after{whole.after.end, whole.after.end};
    if (i + 1 < runs.size()) {
      next_before = runs[i + 1].before;
      next_after = runs[i + 1].after;
    }
    while (!kept.empty()) {
      const EqualRun& last = kept.back();
      const Between left = between(kept, kept.size() - 1, whole);
      const Between right{{last.before.end, next_before.begin}, {last.after.end, next_after.begin}};
      const std::size_t size = last.before.size();
      if (size > weight(left) || size > weight(right)) break;
      kept.pop_back();
    }
  }
  return kept;
}

/// What two stretches have in common, by pieces.
Runs common_pieces(std::string_view before, std::string_view after, const Between& gap,
                   PieceEnd piece_end, Names& names) {
  const Pieces old_pieces = pieces_of(before, gap.before, piece_end, names);
  const Pieces new_pieces = pieces_of(after, gap.after, piece_end, names);
  Runs runs;
  for (const auto& same : detail::equal_stretches(old_pieces.names, new_pieces.names)) {
    append(runs,
           {old_pieces.range(same.before, same.size), new_pieces.range(same.after, same.size)});
  }
  return runs;
}

Runs common_lines(std::string_view before, std::string_view after, const Between& gap) {
  Names names;
  return believed(common_pieces(before, after, gap, line_end, names), gap, larger_side);
}

Runs common_tokens(std::string_view before, std::string_view after, const Between& gap) {
  Names names;
  return believed(common_pieces(before, after, gap, token_end, names), gap, smaller_side);
}

/// Of a word, or of some, that changed a little; nothing if they changed much: two texts of one
/// language have half of their letters in common anyway.
Runs common_characters(std::string_view before, std::string_view after, const Between& gap) {
  constexpr std::size_t longest = 400;  // bytes
  constexpr std::size_t of_a_word = 20;
  if (larger_side(gap) > longest) return {};
  Names names;
  Runs runs = common_pieces(before, after, gap, code_point_end, names);
  std::size_t common = 0;
  for (const EqualRun& run : runs) common += run.before.size();
  const std::size_t all = gap.before.size() + gap.after.size();
  const std::size_t percent = larger_side(gap) > of_a_word ? 75 : 60;
  if (200 * common < percent * all) runs.clear();
  return runs;
}

using Stage = Runs (*)(std::string_view before, std::string_view after, const Between& gap);

/// The runs with what the next stage finds between them.
Runs refined(std::string_view before, std::string_view after, const Runs& runs, Stage stage) {
  const Between whole{byte_range(0, before.size()), byte_range(0, after.size())};
  Runs all;
  for (std::size_t i = 0; i <= runs.size(); ++i) {
    const Between gap = between(runs, i, whole);
    if (gap.replaced()) {
      for (const EqualRun& run : stage(before, after, gap)) append(all, run);
    }
    if (i < runs.size()) append(all, runs[i]);
  }
  return all;
}

/// How well a stretch that was added or removed may begin at `at`.
int beginning_score(std::string_view text, std::size_t at) {
  if (at < text.size() && is_continuation(text[at])) return -1;
  if (at == 0 || text[at - 1] == '\n') return 2;
  return text[at - 1] == ' ' ? 1 : 0;
}

/// How far to move a stretch of `text` that was added or removed, and could as well be the one so
/// many bytes further on: to where it begins with a line, or else with a word. At most `back` or
/// `ahead` bytes.
std::ptrdiff_t best_shift(std::string_view text, TextRange range, std::size_t back,
                          std::size_t ahead) {
  int best = beginning_score(text, range.begin.value);
  std::ptrdiff_t shift = 0;
  const auto consider = [&](std::size_t at, std::ptrdiff_t distance) {
    const int score = beginning_score(text, at);
    if (score <= best) return;
    best = score;
    shift = distance;
  };
  const std::size_t begin = range.begin.value;
  const std::size_t end = range.end.value;
  for (std::size_t i = 0; i < ahead && text[begin + i] == text[end + i]; ++i) {
    consider(begin + i + 1, static_cast<std::ptrdiff_t>(i + 1));
  }
  for (std::size_t i = 1; i <= back && text[begin - i] == text[end - i]; ++i) {
    consider(begin - i, -static_cast<std::ptrdiff_t>(i));
  }
  return shift;
}

ByteOffset moved(ByteOffset at, std::ptrdiff_t shift) {
  return ByteOffset{at.value + static_cast<std::size_t>(shift)};
}

/// The runs with what was added or removed between them taken for whole lines or words where it
/// can be.
Runs shifted(std::string_view before, std::string_view after, Runs runs) {
  constexpr std::size_t farthest = 1'000;  // bytes
  for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
    EqualRun& left = runs[i];
    EqualRun& right = runs[i + 1];
    const TextRange removed{left.before.end, right.before.begin};
    const TextRange added{left.after.end, right.after.begin};
    if (removed.empty() == added.empty()) continue;
    const bool is_removed = added.empty();
    const std::ptrdiff_t shift =
        best_shift(is_removed ? before : after, is_removed ? removed : added,
                   std::min(left.before.size(), farthest), std::min(right.before.size(), farthest));
    left.before.end = moved(left.before.end, shift);
    left.after.end = moved(left.after.end, shift);
    right.before.begin = moved(right.before.begin, shift);
    right.after.begin = moved(right.after.begin, shift);
  }
  std::erase_if(runs, [](const EqualRun& run) { return run.before.empty(); });
  return runs;
}

bool in_word(std::string_view text, ByteOffset at) {
  if (at.value == 0 || at.value >= text.size()) return false;
  std::size_t back = at.value;
  std::size_t ahead = at.value;
  return sort_of(previous_code_point(text, back)) == Sort::word &&
         sort_of(next_code_point(text, ahead)) == Sort::word;
}

/// The range with its words whole, at those ends at which those of `before` were.
TextRange with_whole_words(std::string_view before, TextRange range, std::string_view after,
                           TextRange placed) {
  constexpr int farthest = 100;  // code points
  for (int i = 0; i < farthest && !in_word(before, range.begin) && in_word(after, placed.begin);
       ++i) {
    previous_code_point(after, placed.begin.value);
  }
  for (int i = 0; i < farthest && !in_word(before, range.end) && in_word(after, placed.end); ++i) {
    next_code_point(after, placed.end.value);
  }
  return placed;
}

}  // namespace

/// What stands before a run, or behind the last one.
struct Alignment::Gap {
  TextRange before;
  TextRange after;
};

Alignment::Alignment(std::string_view before, std::string_view after)
    : before_(before), after_(after) {
  for (const Stage stage : {common_lines, common_tokens, common_characters}) {
    runs_ = refined(before, after, runs_, stage);
  }
  runs_ = shifted(before, after, std::move(runs_));
}

Alignment::Gap Alignment::gap_before(std::size_t run) const {
  const Between gap =
      between(runs_, run, {byte_range(0, before_.size()), byte_range(0, after_.size())});
  return {gap.before, gap.after};
}

Placement Alignment::snapped(TextRange before, Placement placement) const {
  if (!placement.range.empty()) {
    placement.range = snap_to_graphemes(after_, placement.range);
  } else {
    const ByteOffset at = grapheme_boundary_before(after_, placement.range.begin);
    placement.range = {at, at};
  }
  if (slice(before_, before) == slice(after_, placement.range)) {
    placement.kind = Placement::Kind::same;
  }
  return placement;
}

/// The first run that ends behind the stretch's beginning, and the first that begins behind its
/// end.
std::pair<std::size_t, std::size_t> Alignment::runs_in(TextRange range) const {
  const auto first = std::partition_point(runs_.begin(), runs_.end(), [&](const EqualRun& run) {
    return run.before.end <= range.begin;
  });
  const auto last = std::partition_point(
      first, runs_.end(), [&](const EqualRun& run) { return run.before.begin < range.end; });
  return {static_cast<std::size_t>(first - runs_.begin()),
          static_cast<std::size_t>(last - runs_.begin())};
}

/// Of a stretch of which nothing is left. If all of a gap was it, its place is what fills the gap.
Placement Alignment::place_in_gap(TextRange range, std::size_t run) const {
  const Gap gap = gap_before(run);
  if (gap.before == range && !gap.after.empty()) {
    return snapped(range, {Placement::Kind::changed, gap.after});
  }
  return snapped(range, {Placement::Kind::lost, {gap.after.begin, gap.after.begin}});
}

Placement Alignment::place(TextRange range) const {
  const auto [first, last] = runs_in(range);
  if (first == last) return place_in_gap(range, first);
  const EqualRun& head = runs_[first];
  const EqualRun& tail = runs_[last - 1];
  Placement placement{Placement::Kind::changed, {head.after.begin, tail.after.end}};
  bool certain = true;
  if (head.before.begin <= range.begin) {
    placement.range.begin = head.after.begin + (range.begin - head.before.begin);
  } else if (gap_before(first).before.begin == range.begin) {
    placement.range.begin = gap_before(first).after.begin;
  } else {
    certain = false;
  }
  if (range.end <= tail.before.end) {
    placement.range.end = tail.after.begin + (range.end - tail.before.begin);
  } else if (gap_before(last).before.end == range.end) {
    placement.range.end = gap_before(last).after.end;
  } else {
    certain = false;
  }
  if (slice(before_, range) != slice(after_, placement.range)) {
    placement.range = with_whole_words(before_, range, after_, placement.range);
  }
  if (!certain && left_of(range, first, last) * 2 < range.size()) {
    placement.kind = Placement::Kind::lost;
  }
  return snapped(range, placement);
}

std::size_t Alignment::left_of(TextRange range, std::size_t first, std::size_t last) const {
  std::size_t left = 0;
  for (std::size_t i = first; i < last; ++i) {
    const TextRange run = runs_[i].before;
    left += std::min(run.end, range.end) - std::max(run.begin, range.begin);
  }
  return left;
}

}  // namespace themata::text
