#include "themata/ingest/detail/pdf_furniture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/label_vocabulary.hpp"
#include "themata/ingest/detail/pdf_line_numbers.hpp"
#include "themata/ingest/detail/turn_table.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/name_key.hpp"

namespace themata::ingest::detail {

namespace {

// ---- Headers and footers -----------------------------------------------------------------------

/// The value of a Roman number below 400 in its usual spelling, in one case; 0 for anything else.
int roman_number(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, int>, 9> digits = {{{"c", 100},
                                                                       {"xc", 90},
                                                                       {"l", 50},
                                                                       {"xl", 40},
                                                                       {"x", 10},
                                                                       {"ix", 9},
                                                                       {"v", 5},
                                                                       {"iv", 4},
                                                                       {"i", 1}}};
  constexpr std::size_t longest = 10;
  if (text.size() > longest) return 0;
  std::string small;
  for (const char c : text) small += to_ascii_lower(c);
  if (small != text && std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a'; })) {
    return 0;
  }
  std::string_view rest = small;
  int value = 0;
  for (const auto& [digit, worth] : digits) {
    const bool is_once = digit.size() == 2 || worth == 5 || worth == 50;
    for (int times = 0; times < (is_once ? 1 : 3) && rest.starts_with(digit); ++times) {
      value += worth;
      rest.remove_prefix(digit.size());
    }
  }
  return rest.empty() ? value : 0;
}

/// A line with every number as `#`.
std::string pattern_of(std::string_view text) {
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

/// Lines that are the same but for their digits.
struct Alike {
  std::vector<Edge> places;
  bool is_page_number = false;
  bool is_roman = false;
};

/// By what they have in common.
using Edges = std::unordered_map<std::string, Alike>;

constexpr std::size_t depth = 3;  ///< lines of a page's head, and of its foot

double middle_of(const PdfLine& line) { return (line.top + line.bottom) / 2; }

bool is_at_edge(const PdfPage& page, std::size_t line) {
  return line < depth || line + depth >= page.lines.size();
}

/// Roman numbers are alike if they grow as the pages do.
Edges edges_of(const std::vector<PdfPage>& pages) {
  Edges edges;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const std::vector<PdfLine>& lines = pages[p].lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!is_at_edge(pages[p], i)) i = lines.size() - depth;
      const std::string text = text_of(lines[i], pages[p].is_right_to_left);
      const int roman = roman_number(text);
      const std::string pattern =
          roman > 0 ? "roman " + std::to_string(roman - static_cast<int>(p)) : pattern_of(text);
      Alike& alike = edges[pattern];
      alike.is_roman = roman > 0;
      alike.is_page_number = roman > 0 || is_page_number(pattern);
      alike.places.push_back({p, i, middle_of(lines[i])});
    }
  }
  return edges;
}

/// The name of a line that may be the label of a turn by itself; empty if it is none.
std::string name_of(std::string_view text) {
  const std::string_view name = speaker_name_in(text);
  return name.empty() || is_detail_key(text::name_key(name)) ? std::string{} : text::name_key(name);
}

/// What says by itself that it is a speaker's label: `Ana: ...`, `Speaker 1 00:12`, `Q`.
bool is_label(std::string_view text) {
  const auto colon = colon_label(text, text::byte_range(0, text.size()));
  if (colon) return !is_detail_key(text::name_key(text::slice(text, colon->name)));
  const std::string_view name = speaker_name_in(text);
  return !name.empty() && (is_researcher_label(name) || is_generic_label(name));
}

class EdgeTaker {
 public:
  EdgeTaker(std::vector<PdfPage>& pages, PdfFurniture& furniture)
      : pages_(pages), furniture_(furniture), out_(pages.size()) {}

  void take_out() {
    Edges edges = edges_of(pages_);
    for (auto& [pattern, alike] : edges) {
      alike.places = at_one_height(alike);
      for (const Edge& place : alike.places) {
        out_[place.page].emplace(place.line, alike.is_page_number);
      }
    }
    count_text();
    keep(edges, [&](const Alike& alike) { return are_said(alike); });
    measure_gaps();
    for (std::size_t pass = 0; pass < depth; ++pass) {  // what is behind text is text
      keep(edges, [&](const Alike& alike) { return are_within_text(alike); });
    }
    if (pages_.size() == 1) choose_only_page_number();
    for (std::size_t p = 0; p < pages_.size(); ++p) erase_chosen(p);
  }

 private:
  /// Roman numbers that grow with the pages are rare by chance, so two are enough.
  [[nodiscard]] std::size_t fewest(const Alike& alike) const {
    constexpr std::size_t share = 5;  // two in so many
    return alike.is_roman ? 2 : std::max<std::size_t>(2, (2 * pages_.size() + share - 1) / share);
  }

  /// Those that stand at the height of enough others.
  [[nodiscard]] std::vector<Edge> at_one_height(Alike& alike) const {
    constexpr double tolerance = 3;  // points
    std::vector<Edge>& places = alike.places;
    if (places.size() < fewest(alike)) return {};
    std::stable_sort(places.begin(), places.end(),
                     [](const Edge& a, const Edge& b) { return a.middle < b.middle; });
    std::vector<Edge> same;
    std::size_t first = 0;
    std::size_t last = 0;
    for (const Edge& place : places) {
      while (places[first].middle < place.middle - tolerance) ++first;
      while (last < places.size() && places[last].middle <= place.middle + tolerance) ++last;
      if (last - first >= fewest(alike)) same.push_back(place);
    }
    return same;
  }

  [[nodiscard]] std::string text_at(std::size_t p, std::size_t line) const {
    return text_of(pages_[p].lines[line], pages_[p].is_right_to_left);
  }

  /// Leaves those lines where they are of which `is_text` is true.
  template <typename IsText>
  void keep(Edges& edges, IsText is_text) {
    std::vector<Alike*> kept;
    for (auto& [pattern, alike] : edges) {
      if (!alike.places.empty() && is_text(alike)) kept.push_back(&alike);
    }
    for (Alike* const alike : kept) {
      for (const Edge& place : alike->places) out_[place.page].erase(place.line);
      alike->places.clear();
    }
  }

  /// How often each name, and each line, is met within the pages.
  void count_text() {
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      for (std::size_t i = 0; i < pages_[p].lines.size(); ++i) {
        if (out_[p].contains(i)) continue;
        const std::string text = text_at(p, i);
        ++lines_[pattern_of(text)];
        const std::string name = name_of(text);
        if (!name.empty()) ++names_[name];
      }
    }
  }

  /// The space between lines of text that nine in ten of them do not have.
  void measure_gaps() {
    std::vector<double> gaps;
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      const std::vector<PdfLine>& lines = pages_[p].lines;
      for (std::size_t i = 1; i < lines.size(); ++i) {
        if (out_[p].contains(i - 1) || out_[p].contains(i)) continue;
        gaps.push_back(lines[i].top - lines[i - 1].bottom);
      }
    }
    if (gaps.empty()) return;
    const auto wide = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() * 9 / 10);
    std::nth_element(gaps.begin(), wide, gaps.end());
    wide_gap_ = *wide;
  }

  /// Whether one of the lines is a speaker's label, or stands within the text elsewhere.
  [[nodiscard]] bool are_said(const Alike& alike) const {
    constexpr std::size_t enough = 2;
    return std::any_of(alike.places.begin(), alike.places.end(), [&](const Edge& place) {
      const std::string text = text_at(place.page, place.line);
      if (!alike.is_roman && is_label(text)) return true;
      const auto line = lines_.find(pattern_of(text));
      if (!alike.is_page_number && line != lines_.end() && line->second >= enough) return true;
      const auto named = names_.find(name_of(text));
      return named != names_.end() && named->second >= enough;
    });
  }

  /// Whether most of the lines are not away from the text.
  [[nodiscard]] bool are_within_text(const Alike& alike) const {
    const std::vector<Edge>& places = alike.places;
    const auto apart = std::count_if(places.begin(), places.end(),
                                     [&](const Edge& place) { return is_apart(place); });
    const auto outmost = std::count_if(places.begin(), places.end(),
                                       [&](const Edge& place) { return is_outmost(place); });
    return 2 * static_cast<std::size_t>(apart) <= places.size() &&
           !is_on_most_pages(static_cast<std::size_t>(outmost));
  }

  [[nodiscard]] bool is_on_most_pages(std::size_t outmost) const {
    constexpr std::size_t fewest_pages = 3;
    return outmost >= fewest_pages && 5 * outmost >= 4 * pages_.size();
  }

  /// More space is between it and the text than between lines of text.
  [[nodiscard]] bool is_apart(const Edge& place) const {
    constexpr double wider = 1.2;
    const std::vector<PdfLine>& lines = pages_[place.page].lines;
    const double least = std::max(lines[place.line].height, wider * wide_gap_);
    const auto is_wide = [&](std::size_t below) {
      return lines[below].top - lines[below - 1].bottom > least;
    };
    if (lines.size() == 1) return true;
    if (place.line < depth) {
      for (std::size_t i = place.line + 1; i <= std::min(depth, lines.size() - 1); ++i) {
        if (is_wide(i)) return true;
      }
    }
    if (place.line + depth >= lines.size()) {
      for (std::size_t i = place.line; i > 0 && i + depth >= lines.size(); --i) {
        if (is_wide(i)) return true;
      }
    }
    return false;
  }

  /// No text is between it and the edge of its page.
  [[nodiscard]] bool is_outmost(const Edge& place) const {
    const std::size_t count = pages_[place.page].lines.size();
    const auto is_out = [&](std::size_t i) { return out_[place.page].contains(i); };
    bool above = place.line < depth;
    for (std::size_t i = 0; above && i < place.line; ++i) above = is_out(i);
    bool below = place.line + depth >= count;
    for (std::size_t i = place.line + 1; below && i < count; ++i) below = is_out(i);
    return above || below;
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
  std::unordered_map<std::string, std::size_t> names_;
  std::unordered_map<std::string, std::size_t> lines_;
  double wide_gap_ = 0;
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
