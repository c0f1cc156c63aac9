#include "themata/ingest/detail/pdf_columns.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/timestamp.hpp"
#include "themata/ingest/detail/turn_table.hpp"
#include "themata/ingest/speaker_label.hpp"

namespace themata::ingest::detail {

namespace {

constexpr std::size_t most_lines = 2000;    // of a page with columns
constexpr std::size_t most_strips = 200;    // looked at on a page
constexpr std::size_t most_bands = 8;       // of a page
constexpr std::size_t fewest_of_text = 6;   // lines in a column
constexpr std::size_t fewest_of_table = 2;  // lines with a name
constexpr std::size_t fewest_of_narrow_table = 5;
constexpr double alignment = 2;  // points
// Of strips, of the usual height. Between names and text it is a cell's margins, which may be no
// wider than a space is in justified lines.
constexpr double narrowest_of_text = 0.7;
constexpr double narrowest_of_table = 0.4;

/// Where the words of a line are, seen from a strip.
enum class Side { left, right, both, across };

using Lines = std::vector<PdfLine>;

bool is_before(const PdfWord& word, double x) { return word.left < x; }

/// The first word of a line at or behind `x`.
std::vector<PdfWord>::const_iterator word_behind(const PdfLine& line, double x) {
  return std::partition_point(line.words.begin(), line.words.end(),
                              [&](const PdfWord& word) { return is_before(word, x); });
}

/// `x` is the strip's right end.
Side side_of(const PdfLine& line, double x, double width) {
  const auto behind = word_behind(line, x - alignment);
  if (behind == line.words.begin()) return Side::right;
  if (std::prev(behind)->right > x - width) return Side::across;
  return behind == line.words.end() ? Side::left : Side::both;
}

/// Consecutive lines that a strip parts.
struct Band {
  std::size_t begin = 0;
  std::size_t end = 0;
  double x = 0;  ///< the strip's right end: where what is right of it begins
  bool is_table = false;

  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// Where words begin after a gap, the usual places only.
std::vector<double> strips_of(const Lines& lines, double width) {
  std::map<double, std::size_t> counts;
  for (const PdfLine& line : lines) {
    const auto add = [&](double x) { ++counts[std::round(x / alignment) * alignment]; };
    add(line.left());
    for (std::size_t i = 1; i < line.words.size(); ++i) {
      if (line.words[i].left - line.words[i - 1].right >= width) add(line.words[i].left);
    }
  }
  std::vector<std::pair<std::size_t, double>> usual;
  for (const auto& [x, count] : counts) {
    if (count >= fewest_of_table) usual.emplace_back(count, x);
  }
  std::sort(usual.begin(), usual.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (usual.size() > most_strips) usual.resize(most_strips);
  std::vector<double> strips;
  strips.reserve(usual.size());
  for (const auto& [count, x] : usual) strips.push_back(x);
  return strips;
}

/// Words in the parts that gaps leave between them, as text.
std::vector<std::string> cells_before(const PdfLine& line, double x, double width) {
  std::vector<std::string> cells;
  const auto end = word_behind(line, x - alignment);
  for (auto word = line.words.begin(); word != end; ++word) {
    if (word == line.words.begin() || word->left - std::prev(word)->right >= width) {
      cells.emplace_back();
    } else {
      cells.back() += ' ';
    }
    cells.back() += word->text;
  }
  return cells;
}

bool is_number_or_time(const std::string& cell) {
  return std::all_of(cell.begin(), cell.end(), is_digit) || times_in(cell).started.has_value();
}

bool is_name(const std::string& cell) {
  const std::string_view name = speaker_name_in(cell);
  return !name.empty() && is_capitalised(name);
}

/// What is left and right of a strip, over a band's lines.
struct Shape {
  double left = HUGE_VAL;       ///< where all begins
  double left_end = -HUGE_VAL;  ///< of what is left of the strip
  double begin = HUGE_VAL;      ///< of what is right of it
  double right = -HUGE_VAL;     ///< where all ends
  std::size_t left_lines = 0;
  std::size_t right_lines = 0;
  std::size_t beside = 0;   ///< lines with both, and changes of side
  std::size_t aligned = 0;  ///< lines that begin right of the strip where the others do

  [[nodiscard]] double left_share() const { return (left_end - left) / (right - left); }
  [[nodiscard]] double right_share() const { return (right - begin) / (right - left); }
};

class BandFinder {
 public:
  BandFinder(const Lines& lines, double usual_height)
      : lines_(lines), usual_height_(usual_height) {}

  /// The table with the most lines; if there is none, the columns of text with the most.
  [[nodiscard]] std::optional<Band> largest() {
    for (const bool is_table : {true, false}) {
      width_ = usual_height_ * (is_table ? narrowest_of_table : narrowest_of_text);
      std::optional<Band> best;
      for (const double x : strips_of(lines_, width_)) look_along(x, is_table, best);
      if (best) return best;
    }
    return std::nullopt;
  }

 private:
  void look_along(double x, bool is_table, std::optional<Band>& best) const {
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin;
      while (end < lines_.size() && side_of(lines_[end], x, width_) != Side::across) ++end;
      Band band{begin, end, x, is_table};
      if (is_table) trim(band);
      const bool is_larger = !best || band.size() > best->size();
      if (is_larger && (is_table ? this->is_table(band) : is_text(band))) best = band;
      begin = end + 1;
    }
  }

  /// Lines above and below a table that have something left of the strip alone are none of it.
  void trim(Band& band) const {
    const auto is_left = [&](std::size_t i) {
      return side_of(lines_[i], band.x, width_) == Side::left;
    };
    while (band.size() > 0 && is_left(band.begin)) ++band.begin;
    while (band.size() > 0 && is_left(band.end - 1)) --band.end;
  }

  [[nodiscard]] Shape shape_of(const Band& band) const {
    Shape shape;
    std::vector<double> begins;
    Side last = Side::both;
    std::size_t changes = 0;
    for (std::size_t i = band.begin; i < band.end; ++i) {
      const PdfLine& line = lines_[i];
      const Side side = side_of(line, band.x, width_);
      const auto behind = word_behind(line, band.x - alignment);
      shape.left = std::min(shape.left, line.left());
      shape.right = std::max(shape.right, line.right());
      if (side != Side::right) {
        ++shape.left_lines;
        shape.left_end = std::max(shape.left_end, std::prev(behind)->right);
      }
      if (side != Side::left) {
        ++shape.right_lines;
        begins.push_back(behind->left);
        shape.begin = std::min(shape.begin, behind->left);
      }
      if (side == Side::both) ++shape.beside;
      if (side != last && side != Side::both && last != Side::both) ++changes;
      last = side;
    }
    shape.beside += changes / 2;
    shape.aligned = static_cast<std::size_t>(std::count_if(
        begins.begin(), begins.end(), [&](double x) { return x <= shape.begin + alignment; }));
    return shape;
  }

  [[nodiscard]] bool is_text(const Band& band) const {
    constexpr double least_share = 0.25;
    if (band.size() < fewest_of_text) return false;
    const Shape shape = shape_of(band);
    return shape.left_lines >= fewest_of_text && shape.right_lines >= fewest_of_text &&
           shape.beside + 1 >= fewest_of_text && 2 * shape.aligned >= shape.right_lines &&
           shape.left_share() >= least_share && shape.right_share() >= least_share;
  }

  [[nodiscard]] bool is_table(const Band& band) const {
    constexpr double largest_share = 0.45;
    if (band.size() < fewest_of_table) return false;
    const auto names = names_before(band);
    if (!names) return false;
    const Shape shape = shape_of(band);
    const bool is_narrow = shape.begin - shape.left_end < narrowest_of_text * usual_height_;
    return names->all >= (is_narrow ? fewest_of_narrow_table : fewest_of_table) &&
           2 * names->with_colon <= names->all && names->distinct.size() > 1 &&
           shape.beside >= fewest_of_table && 10 * shape.aligned >= 7 * shape.right_lines &&
           shape.left_share() <= largest_share;
  }

  struct Names {
    std::size_t all = 0;
    std::size_t with_colon = 0;
    std::set<std::string> distinct;
  };

  /// The names left of a strip; nothing if there is anything else but times, numbers and, in the
  /// first line, titles of their columns.
  [[nodiscard]] std::optional<Names> names_before(const Band& band) const {
    constexpr std::size_t longest_title = 12;  // bytes: "No."
    Names names;
    for (std::size_t i = band.begin; i < band.end; ++i) {
      for (const std::string& cell : cells_before(lines_[i], band.x, width_)) {
        if (is_name(cell)) {
          ++names.all;
          if (cell.ends_with(':')) ++names.with_colon;
          names.distinct.insert(cell);
        } else if ((i > band.begin || cell.size() > longest_title) && !is_number_or_time(cell)) {
          return std::nullopt;
        }
      }
    }
    return names;
  }

  const Lines& lines_;
  double usual_height_;
  double width_ = 0;  ///< the strips that are looked at have at least
};

/// The lines that have a word which begins at `x` or behind it.
std::size_t count_beyond(const Lines& lines, double x) {
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [&](const PdfLine& line) {
        return std::any_of(line.words.begin(), line.words.end(),
                           [&](const PdfWord& word) { return word.left >= x; });
      }));
}

/// Where the columns of a table begin: behind the strips that no word of it is in, its titles
/// aside, which are in the middle at times. Strips behind `said`, where what is said begins, must
/// be wide unless many lines go on beyond them: texts have gaps below each other by accident.
std::vector<double> columns_of(const Lines& lines, double said, double usual_height) {
  std::vector<std::pair<double, double>> extents;
  for (std::size_t i = lines.size() < fewest_of_text ? 0 : 1; i < lines.size(); ++i) {
    for (const PdfWord& word : lines[i].words) extents.emplace_back(word.left, word.right);
  }
  std::sort(extents.begin(), extents.end());
  std::vector<double> columns{extents.front().first};
  double end = extents.front().second;
  for (const auto& [left, right] : extents) {
    if (left - end >= usual_height * narrowest_of_table) {
      const bool must_be_wide =
          left > said + alignment && count_beyond(lines, left) < fewest_of_text;
      if (!must_be_wide || left - end >= usual_height * narrowest_of_text) columns.push_back(left);
    }
    end = std::max(end, right);
  }
  return columns;
}

class PageDivider {
 public:
  PageDivider(const PdfPage& page, std::size_t number, double usual_height)
      : page_(number),
        is_right_to_left_(page.is_right_to_left),
        usual_height_(usual_height),
        width_(narrowest_of_table * usual_height) {}

  void divide(Lines lines) {
    while (!lines.empty()) {
      const bool may_look = bands_ < most_bands && lines.size() <= most_lines && usual_height_ > 0;
      const auto band = may_look ? BandFinder{lines, usual_height_}.largest() : std::nullopt;
      if (!band) return add_text(std::move(lines));
      ++bands_;
      divide(taken(lines, 0, band->begin));
      Lines rest = taken(lines, band->end, lines.size());
      Lines inner = taken(lines, band->begin, band->end);
      ++group_;
      if (band->is_table) {
        add_table(std::move(inner), band->x);
      } else {
        add_columns(inner, band->x);
      }
      ++group_;
      lines = std::move(rest);
    }
  }

  /// Takes the lines at the page's beginning that fit into a table.
  void go_on_with(const PdfRegion& table, Lines& lines) {
    const double x = table.columns[table.said];
    std::size_t end = 0;
    for (std::size_t i = 0; i < lines.size() && fits(lines[i], x); ++i) {
      if (side_of(lines[i], x, width_) != Side::left) end = i + 1;
    }
    if (end == 0) return;
    Lines rest = taken(lines, end, lines.size());
    lines.resize(end);
    regions.push_back(
        {page_, group_++, is_right_to_left_, std::move(lines), table.columns, table.said});
    lines = std::move(rest);
  }

  std::vector<PdfRegion> regions;

 private:
  [[nodiscard]] bool fits(const PdfLine& line, double x) const {
    const Side side = side_of(line, x, width_);
    if (side == Side::across) return false;
    const bool is_aligned =
        side == Side::left || std::abs(word_behind(line, x - alignment)->left - x) <= alignment;
    const std::vector<std::string> cells = cells_before(line, x, width_);
    return is_aligned && std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
             return is_name(cell) || is_number_or_time(cell);
           });
  }

  static Lines taken(Lines& lines, std::size_t begin, std::size_t end) {
    const auto at = [&](std::size_t i) {
      return std::move_iterator{lines.begin() + static_cast<std::ptrdiff_t>(i)};
    };
    return {at(begin), at(end)};
  }

  void add_text(Lines lines) {
    if (lines.empty()) return;
    regions.push_back({page_, group_, is_right_to_left_, std::move(lines), {}, 0});
  }

  void add_table(Lines lines, double x) {
    std::vector<double> columns = columns_of(lines, x, usual_height_);
    const auto said = std::partition_point(columns.begin(), columns.end(),
                                           [&](double c) { return c < x - alignment; });
    const auto index = static_cast<std::size_t>(said - columns.begin());
    regions.push_back(
        {page_, group_, is_right_to_left_, std::move(lines), std::move(columns), index});
  }

  void add_columns(const Lines& lines, double x) {
    std::vector<PdfWord> left;
    std::vector<PdfWord> right;
    for (const PdfLine& line : lines) {
      const auto behind = word_behind(line, x - alignment);
      left.insert(left.end(), line.words.begin(), behind);
      right.insert(right.end(), behind, line.words.end());
    }
    const std::size_t group = group_;
    divide(lines_of_words(std::move(left)));
    const bool is_whole = group_ == group;
    divide(lines_of_words(std::move(right)));
    if (!is_whole) ++group_;
  }

  std::size_t page_;
  bool is_right_to_left_;
  double usual_height_;
  double width_;
  std::size_t bands_ = 0;
  std::size_t group_ = 0;
};

}  // namespace

std::vector<PdfRegion> regions_of_page(PdfPage page, std::size_t number, double usual_height,
                                       const PdfRegion* before) {
  PageDivider divider{page, number, usual_height};
  if (before != nullptr && before->is_table() && before->page + 1 == number) {
    divider.go_on_with(*before, page.lines);
  }
  divider.divide(std::move(page.lines));
  return std::move(divider.regions);
}

std::vector<std::vector<PdfWord>> cells_of_line(const PdfLine& line,
                                                const std::vector<double>& columns) {
  std::vector<std::vector<PdfWord>> cells(columns.size());
  for (const PdfWord& word : line.words) {
    const auto next = std::upper_bound(columns.begin(), columns.end(), word.left + alignment);
    const auto index = static_cast<std::size_t>(next - columns.begin());
    cells[index == 0 ? 0 : index - 1].push_back(word);
  }
  return cells;
}

}  // namespace themata::ingest::detail
