#include "themata/ingest/detail/pdf_line_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include "themata/ingest/detail/characters.hpp"

namespace themata::ingest::detail {

namespace {

constexpr std::size_t fewest_on_a_page = 4;

/// A number at the left end of a line.
struct Candidate {
  std::size_t line;
  int value;
};

/// The column that line numbers stand in. They share their right ends, or their left ones.
struct Column {
  double left;
  double right;
  int step;

  [[nodiscard]] bool holds(const PdfWord& word) const {
    constexpr double tolerance = 3;  // points
    return std::abs(word.left - left) <= tolerance || std::abs(word.right - right) <= tolerance;
  }
};

std::optional<int> number_of(const std::string& text) {
  constexpr std::size_t most_digits = 5;
  if (text.size() > most_digits || !std::all_of(text.begin(), text.end(), is_digit)) {
    return std::nullopt;
  }
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_apart(const PdfLine& line) {
  constexpr double narrowest = 0.3;  // of the line's height
  return line.words.size() == 1 ||
         line.words[1].left - line.words[0].right > narrowest * line.height;
}

std::vector<Candidate> candidates_of(const PdfPage& page) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const auto value = number_of(page.lines[i].words.front().text);
    if (value && is_apart(page.lines[i])) candidates.push_back({i, *value});
  }
  return candidates;
}

template <typename T>
T middle_of(std::vector<T> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Where text begins, of which line numbers are to the left: all but a tenth of the lines. Infinite
/// if there are only numbers.
double beginning_of_text(const PdfPage& page, const std::vector<Candidate>& candidates) {
  std::vector<double> lefts;
  auto candidate = candidates.begin();
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const PdfLine& line = page.lines[i];
    const bool is_candidate = candidate != candidates.end() && candidate->line == i;
    if (is_candidate) ++candidate;
    if (!is_candidate) lefts.push_back(line.left());
    if (is_candidate && line.words.size() > 1) lefts.push_back(line.words[1].left);
  }
  if (lefts.empty()) return HUGE_VAL;
  const auto tenth = lefts.begin() + static_cast<std::ptrdiff_t>(lefts.size() / 10);
  std::nth_element(lefts.begin(), tenth, lefts.end());
  return *tenth;
}

/// The value that most of them have, if at least `share` of ten.
std::optional<int> usual(const std::vector<int>& values, std::size_t share) {
  std::map<int, std::size_t> counts;
  for (const int value : values) ++counts[value];
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == counts.end() || 10 * most->second < share * values.size()) return std::nullopt;
  return most->first;
}

void keep_left_of(double text, const PdfPage& page, std::vector<Candidate>& candidates) {
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return page.lines[candidate.line].words.front().right >= text;
  });
}

void keep_in(const Column& column, const PdfPage& page, std::vector<Candidate>& candidates) {
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return !column.holds(page.lines[candidate.line].words.front());
  });
}

std::optional<Column> column_of(const PdfPage& page) {
  std::vector<Candidate> candidates = candidates_of(page);
  keep_left_of(beginning_of_text(page, candidates), page, candidates);
  if (candidates.size() < fewest_on_a_page) return std::nullopt;
  std::vector<double> lefts;
  std::vector<double> rights;
  for (const Candidate& candidate : candidates) {
    lefts.push_back(page.lines[candidate.line].words.front().left);
    rights.push_back(page.lines[candidate.line].words.front().right);
  }
  Column column{middle_of(lefts), middle_of(rights), 0};
  keep_in(column, page, candidates);
  if (candidates.size() < fewest_on_a_page) return std::nullopt;
  std::vector<int> steps;
  std::vector<int> distances;
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    steps.push_back(candidates[i].value - candidates[i - 1].value);
    distances.push_back(static_cast<int>(candidates[i].line - candidates[i - 1].line));
  }
  const auto step = usual(steps, 8);
  if (!step || *step <= 0 || !usual(distances, 7)) return std::nullopt;
  column.step = *step;
  return column;
}

std::size_t take_out(const Column& column, PdfPage& page) {
  std::vector<Candidate> candidates = candidates_of(page);
  keep_left_of(beginning_of_text(page, candidates), page, candidates);
  keep_in(column, page, candidates);
  std::size_t count = 0;
  int last = -1;
  for (const Candidate& candidate : candidates) {
    const bool grows = last < 0 || (candidate.value > last &&
                                    (candidate.value - last) % std::max(column.step, 1) == 0);
    if (!grows) continue;
    last = candidate.value;
    PdfLine& line = page.lines[candidate.line];
    line.words.erase(line.words.begin());
    if (!line.words.empty()) measure(line);
    ++count;
  }
  std::erase_if(page.lines, [](const PdfLine& line) { return line.words.empty(); });
  return count;
}

}  // namespace

std::size_t take_out_line_numbers(std::vector<PdfPage>& pages) {
  std::vector<Column> columns;  // even and odd pages may have different ones
  for (const PdfPage& page : pages) {
    const auto column = column_of(page);
    if (column && (columns.empty() || columns.back().left != column->left)) {
      columns.push_back(*column);
    }
    if (columns.size() == 2) break;
  }
  std::size_t count = 0;
  for (PdfPage& page : pages) {
    const auto own = column_of(page);
    if (own) {
      count += take_out(*own, page);
      continue;
    }
    for (const Column& column : columns) count += take_out(column, page);
  }
  return count;
}

}  // namespace themata::ingest::detail
