#include "themata/ingest/detail/pdf_furniture.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/pdf_line_numbers.hpp"

namespace themata::ingest::detail {

namespace {

// ---- Headers and footers -----------------------------------------------------------------------

bool is_roman_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("ivxlcIVXLC") == text.npos;
}

/// A line with every number as `#`.
std::string pattern_of(std::string_view text) {
  if (is_roman_number(text)) return "#";
  std::string pattern;
  for (const char c : text) {
    if (!is_digit(c)) {
      pattern += c;
    } else if (!pattern.ends_with('#')) {
      pattern += '#';
    }
  }
  return pattern;
}

/// Nothing but the number of a page, perhaps that of all pages, and marks.
bool is_page_number(std::string_view pattern) {
  if (pattern.find('#') == pattern.npos) return false;
  std::string letters;
  for (const char c : pattern) {
    if (is_ascii_alphanumeric(c) || !text::is_ascii(c)) letters += to_ascii_lower(c);
  }
  constexpr std::string_view words[] = {"",           "page",   "pageof",       "of",
                                        "p",          "seite",  "seitevon",     "von",
                                        "page\u2013", "\u2013", "\u2013\u2013", "\u2014"};
  return std::find(std::begin(words), std::end(words), letters) != std::end(words);
}

/// A line at a page's head or foot.
struct Edge {
  std::size_t page;
  std::size_t line;
  double middle;
};

using Edges = std::unordered_map<std::string, std::vector<Edge>>;

double middle_of(const PdfLine& line) { return (line.top + line.bottom) / 2; }

Edges edges_of(const std::vector<PdfPage>& pages) {
  constexpr std::size_t depth = 3;
  Edges edges;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const std::vector<PdfLine>& lines = pages[p].lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i == depth && lines.size() > 2 * depth) i = lines.size() - depth;
      edges[pattern_of(text_of(lines[i], pages[p].is_right_to_left))].push_back(
          {p, i, middle_of(lines[i])});
    }
  }
  return edges;
}

class EdgeTaker {
 public:
  EdgeTaker(std::vector<PdfPage>& pages, PdfFurniture& furniture)
      : pages_(pages), furniture_(furniture), out_(pages.size()) {}

  void take_out() {
    Edges edges = edges_of(pages_);
    for (auto& [pattern, places] : edges) choose(pattern, places);
    if (pages_.size() == 1) choose_only_page_number();
    for (std::size_t p = 0; p < pages_.size(); ++p) erase_chosen(p);
  }

 private:
  [[nodiscard]] std::size_t fewest() const {
    constexpr std::size_t share = 5;  // two in so many
    return std::max<std::size_t>(2, (2 * pages_.size() + share - 1) / share);
  }

  /// Those that stand at the height of enough others.
  void choose(const std::string& pattern, std::vector<Edge>& places) {
    constexpr double tolerance = 3;  // points
    if (places.size() < fewest()) return;
    std::stable_sort(places.begin(), places.end(),
                     [](const Edge& a, const Edge& b) { return a.middle < b.middle; });
    std::size_t first = 0;
    std::size_t last = 0;
    for (const Edge& place : places) {
      while (places[first].middle < place.middle - tolerance) ++first;
      while (last < places.size() && places[last].middle <= place.middle + tolerance) ++last;
      if (last - first >= fewest()) out_[place.page].emplace(place.line, is_page_number(pattern));
    }
  }

  /// The last line of the only page, if it is away from the others.
  void choose_only_page_number() {
    const std::vector<PdfLine>& lines = pages_.front().lines;
    if (lines.size() < 2) return;
    const PdfLine& line = lines.back();
    const std::string text = text_of(line, false);
    const bool is_apart = line.top - lines[lines.size() - 2].bottom > line.height;
    const std::size_t digit = text.find_first_of("0123456789");
    if (is_apart && is_page_number(pattern_of(text)) && digit != text.npos && text[digit] == '1' &&
        (digit + 1 == text.size() || !is_digit(text[digit + 1]))) {
      out_.front().emplace(lines.size() - 1, true);
    }
  }

  void erase_chosen(std::size_t p) {
    PdfPage& page = pages_[p];
    std::vector<PdfLine> kept;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      const auto chosen = out_[p].find(i);
      if (chosen == out_[p].end()) {
        kept.push_back(std::move(page.lines[i]));
      } else {
        count(page, page.lines[i], chosen->second);
      }
    }
    page.lines = std::move(kept);
  }

  void count(const PdfPage& page, const PdfLine& line, bool is_number) {
    if (is_number) {
      ++furniture_.page_numbers;
      return;
    }
    const bool is_header = middle_of(line) < page.height / 2;
    ++(is_header ? furniture_.headers : furniture_.footers);
    std::string& sample = is_header ? furniture_.header : furniture_.footer;
    if (sample.empty()) sample = text_of(line, page.is_right_to_left);
  }

  std::vector<PdfPage>& pages_;
  PdfFurniture& furniture_;
  /// Of each page the lines to take out, and whether they are page numbers.
  std::vector<std::unordered_map<std::size_t, bool>> out_;
};

// ---- Footnotes ---------------------------------------------------------------------------------

/// The number or mark that a footnote begins with; empty if there is none.
std::string_view footnote_mark(std::string_view text) {
  constexpr std::size_t most_digits = 3;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits > 0) return digits <= most_digits ? text.substr(0, digits) : std::string_view{};
  for (const std::string_view mark : {"*", "†", "‡", "§"}) {
    if (text.starts_with(mark)) return mark;
  }
  return {};
}

class FootnoteTaker {
 public:
  FootnoteTaker(PdfPage& page, double usual, PdfFurniture& furniture)
      : page_(page), usual_(usual), furniture_(furniture) {}

  void take_out() {
    const std::size_t first = first_line();
    if (first == page_.lines.size()) return;
    for (std::size_t i = first; i < page_.lines.size(); ++i) {
      const std::string text = text_of(page_.lines[i], page_.is_right_to_left);
      const std::string_view mark = footnote_mark(text);
      if (mark.empty()) continue;
      ++furniture_.footnotes;
      if (furniture_.footnote.empty()) furniture_.footnote = text;
      marks_.emplace(mark);
    }
    page_.lines.resize(first);
    for (PdfLine& line : page_.lines) take_out_marks(line);
  }

 private:
  /// The first line of the footnotes; the number of lines if there are none.
  [[nodiscard]] std::size_t first_line() const {
    constexpr double smaller = 0.92;
    const std::vector<PdfLine>& lines = page_.lines;
    std::size_t first = lines.size();
    for (std::size_t i = lines.size(); i-- > 1 && lines[i].height < smaller * usual_;) {
      if (!footnote_mark(lines[i].words.front().text).empty()) first = i;
    }
    return first;
  }

  /// The raised marks of this page's footnotes that words end with.
  void take_out_marks(PdfLine& line) const {
    constexpr double smaller = 0.85;
    constexpr double widest_gap = 0.2;  // of the line's height
    std::vector<PdfWord> kept;
    for (PdfWord& word : line.words) {
      const bool is_mark = !kept.empty() && word.height() < smaller * line.height &&
                           word.left - kept.back().right < widest_gap * line.height &&
                           word.middle() < kept.back().middle() && marks_.contains(word.text);
      if (is_mark) {
        kept.back().right = word.right;  // what comes behind it is no farther away
      } else {
        kept.push_back(std::move(word));
      }
    }
    line.words = std::move(kept);
    measure(line);
  }

  PdfPage& page_;
  double usual_;
  PdfFurniture& furniture_;
  std::unordered_set<std::string> marks_;
};

}  // namespace

double usual_height(const std::vector<PdfPage>& pages) {
  std::vector<double> heights;
  for (const PdfPage& page : pages) {
    for (const PdfLine& line : page.lines) {
      heights.insert(heights.end(), line.words.size(), line.height);
    }
  }
  if (heights.empty()) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

PdfFurniture take_out_furniture(std::vector<PdfPage>& pages) {
  PdfFurniture furniture;
  furniture.line_numbers = take_out_line_numbers(pages);
  EdgeTaker{pages, furniture}.take_out();
  const double usual = usual_height(pages);
  for (PdfPage& page : pages) FootnoteTaker{page, usual, furniture}.take_out();
  return furniture;
}

}  // namespace themata::ingest::detail
