#include "themata/ingest/detail/pdf_paragraphs.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/pdf_hyphens.hpp"
#include "themata/ingest/detail/turn_table.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/name_key.hpp"

namespace themata::ingest::detail {

namespace {

constexpr double indent = 0.5;          // of a line's height: what is no accident
constexpr double other_size = 1.25;     // a line this much larger or smaller is no part
constexpr double other_distance = 1.3;  // of the usual distance

bool ends_sentence(std::string_view text) {
  constexpr std::string_view closing[] = {"\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : closing) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      again = true;
    }
  }
  constexpr std::string_view ends[] = {".", "?", "!", ":", "\u2026", "\u061F", "\u3002"};
  return std::any_of(std::begin(ends), std::end(ends),
                     [&](std::string_view end) { return text.ends_with(end); });
}

bool begins_small(std::string_view text) {
  if (text.empty() || is_digit(text.front()) || !is_alphanumeric_at(text, 0)) return false;
  std::size_t end = 0;
  text::next_code_point(text, end);
  return text::is_ascii(text.front()) ? text.front() >= 'a'
                                      : text::fold(text.substr(0, end)) == text.substr(0, end);
}

// ---- Names -------------------------------------------------------------------------------------

/// The name of a label that a line begins with; empty if there is none.
std::string_view label_of(std::string_view line) {
  const auto label = colon_label(line, text::byte_range(0, line.size()));
  return label ? text::slice(line, label->name) : std::string_view{};
}

std::string_view name_of(std::string_view line) {
  constexpr std::size_t longest = 60;
  if (line.size() > longest || line.ends_with(':')) return {};
  const std::string_view name = speaker_name_in(line);
  return is_capitalised(name) ? name : std::string_view{};
}

using Counts = std::unordered_map<std::string, std::size_t>;

bool is_usual(const Counts& counts, std::string_view name) {
  if (name.empty()) return false;
  const auto found = counts.find(text::name_key(name));
  return (found != counts.end() && found->second > 1) || is_researcher_label(name) ||
         is_generic_label(name);
}

void mark_names(std::vector<TextLine>& lines) {
  Counts labels;
  Counts names;
  for (const TextLine& line : lines) {
    const std::string_view label = label_of(line.text);
    if (!label.empty()) ++labels[text::name_key(label)];
    const std::string_view name = name_of(line.text);
    if (!name.empty()) ++names[text::name_key(name)];
  }
  for (TextLine& line : lines) {
    line.has_label = is_usual(labels, label_of(line.text));
    line.is_name = !line.has_label && is_usual(names, name_of(line.text));
  }
}

// ---- Margins -----------------------------------------------------------------------------------

double usual_height_of(const std::vector<TextLine>& lines) {
  std::vector<double> heights;
  heights.reserve(lines.size());
  for (const TextLine& line : lines) heights.push_back(line.height);
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

/// Where these lines end: the farthest, but for one in a hundred.
double margin_of(std::vector<double> rights) {
  if (rights.empty()) return HUGE_VAL;
  const auto farthest =
      rights.begin() + static_cast<std::ptrdiff_t>(rights.size() - 1 - rights.size() / 100);
  std::nth_element(rights.begin(), farthest, rights.end());
  return *farthest;
}

/// Makes a line's left end relative to its column, whose right end is at `margin`, and lets a line
/// that is read the other way round begin at its left all the same.
void settle(TextLine& line, double margin) {
  const double column = line.margin;
  line.margin = margin;
  if (line.is_turned) {
    const double end = column + (margin - line.left);
    line.left = column + (margin - line.right);
    line.right = end;
  }
  line.left -= column;
}

/// Lines share their margin if their columns begin within a few points of each other. `left` and
/// `right` are made relative to the column.
void find_margins(std::vector<TextLine>& lines) {
  constexpr double same_place = 6;  // points
  std::vector<std::size_t> order(lines.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return lines[a].margin < lines[b].margin;  // as yet where its column begins
  });
  const double usual = usual_height_of(lines);
  for (std::size_t begin = 0; begin < order.size();) {
    std::vector<double> rights;
    std::size_t end = begin;
    while (end < order.size() &&
           (end == begin || lines[order[end]].margin - lines[order[end - 1]].margin < same_place)) {
      const TextLine& line = lines[order[end++]];
      if (line.height < other_size * usual) rights.push_back(line.right);
    }
    const double margin = margin_of(std::move(rights));
    for (; begin < end; ++begin) {
      settle(lines[order[begin]], margin);
    }
  }
}

// ---- Pairs of lines ----------------------------------------------------------------------------

bool is_same_size(const TextLine& a, const TextLine& b) {
  return a.height < other_size * b.height && b.height < other_size * a.height;
}

/// The first word of `next` would have had room on `line`.
bool ends_on_purpose(const TextLine& line, const TextLine& next) {
  constexpr double space = 0.3;  // of a line's height
  constexpr double tolerance = 1.5;
  if (ends_with_hyphen(line.text)) return false;
  if (line.right + space * line.height + next.first_width > line.margin - tolerance) return false;
  return !begins_small(next.text) || ends_sentence(line.text);
}

/// What the pairs of a file say about its paragraphs.
class Habits {
 public:
  explicit Habits(const std::vector<TextLine>& lines) {
    height_ = usual_height_of(lines);
    find_distance(lines);
    std::size_t near_on_purpose = 0;
    std::size_t far = 0;
    Count in;
    Count out;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const TextLine& line = lines[i - 1];
      const TextLine& next = lines[i];
      if (line.region != next.region || !is_same_size(line, next)) continue;
      const bool on_purpose = ends_on_purpose(line, next);
      if (is_far(line, next)) {
        ++far;
        continue;
      }
      if (on_purpose && !line.is_name) ++near_on_purpose;
      const double shift = next.left - line.left;
      if (shift > indent * line.height) in.add(on_purpose);
      if (shift < -indent * line.height) out.add(on_purpose);
    }
    has_spacing = far > near_on_purpose;
    indents_first_lines = in.is_mostly_on_purpose();
    lets_first_lines_stick_out = out.is_mostly_on_purpose() && !indents_first_lines;
  }

  [[nodiscard]] bool is_far(const TextLine& line, const TextLine& next) const {
    const double larger = std::max(1.0, height_ > 0 ? line.height / height_ : 1.0);
    return next.base - line.base > other_distance * larger * distance_;
  }

  bool has_spacing = false;
  bool indents_first_lines = false;
  bool lets_first_lines_stick_out = false;

 private:
  struct Count {
    std::size_t all = 0;
    std::size_t on_purpose = 0;
    void add(bool is_on_purpose) {
      ++all;
      if (is_on_purpose) ++on_purpose;
    }
    [[nodiscard]] bool is_mostly_on_purpose() const { return all > 0 && 2 * on_purpose > all; }
  };

  /// The usual distance of lines of which the first is full; if none is, the smallest of any lines,
  /// if they can belong together.
  void find_distance(const std::vector<TextLine>& lines) {
    constexpr double largest = 2.5;  // of the usual height
    std::vector<double> full;
    double nearest = HUGE_VAL;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const TextLine& line = lines[i - 1];
      const TextLine& next = lines[i];
      const double distance = next.base - line.base;
      if (line.region != next.region || !is_same_size(line, next) || distance <= 0) continue;
      if (distance > largest * line.height) continue;
      if (!ends_on_purpose(line, next) && !next.has_label) full.push_back(distance);
      if (distance > line.height / 2) nearest = std::min(nearest, distance);
    }
    if (full.empty()) {
      distance_ = std::min(nearest, largest * height_);
      return;
    }
    const auto middle = full.begin() + static_cast<std::ptrdiff_t>(full.size() / 2);
    std::nth_element(full.begin(), middle, full.end());
    distance_ = *middle;
  }

  double height_ = 0;
  double distance_ = HUGE_VAL;
};

LineBreak break_between(const TextLine& line, const TextLine& next, const Habits& habits) {
  if (next.has_label || next.is_name || !is_same_size(line, next)) return LineBreak::paragraph;
  const bool is_same_region = line.region == next.region;
  if (!is_same_region && line.page == next.page && line.group != next.group) {
    return LineBreak::paragraph;
  }
  if (line.is_name) return LineBreak::line;
  if (is_same_region && habits.is_far(line, next)) return LineBreak::paragraph;
  const double shift = next.left - line.left;
  const double least = indent * line.height;
  if (habits.indents_first_lines && shift > least) return LineBreak::paragraph;
  if (habits.lets_first_lines_stick_out && shift < -least) return LineBreak::paragraph;
  if (!ends_on_purpose(line, next)) return LineBreak::none;
  return habits.has_spacing && is_same_region ? LineBreak::line : LineBreak::paragraph;
}

}  // namespace

TextLine text_line(const PdfLine& line, const PdfRegion& region, std::size_t region_index,
                   double column) {
  TextLine out;
  out.text = text_of(line, region.is_right_to_left);
  out.left = line.left();
  out.right = line.right();
  out.height = line.height;
  out.base = line.bottom;
  std::size_t longest = 0;
  for (const PdfWord& word : line.words) {
    if (word.text.size() <= longest) continue;
    longest = word.text.size();
    out.base = word.bottom;
  }
  out.is_turned = reads_right_to_left(line, region.is_right_to_left) != region.is_right_to_left;
  const PdfWord& first = out.is_turned ? line.words.back() : line.words.front();
  out.first_width = first.right - first.left;
  out.region = region_index;
  out.page = region.page;
  out.group = region.group;
  out.margin = column;
  return out;
}

std::vector<LineBreak> find_paragraphs(std::vector<TextLine>& lines) {
  std::vector<LineBreak> breaks(lines.size(), LineBreak::paragraph);
  if (lines.empty()) return breaks;
  mark_names(lines);
  find_margins(lines);
  const Habits habits{lines};
  for (std::size_t i = 1; i < lines.size(); ++i) {
    breaks[i] = break_between(lines[i - 1], lines[i], habits);
  }
  return breaks;
}

}  // namespace themata::ingest::detail
