#include "themata/ingest/detail/pdf_page.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <utility>

#include <pugixml.hpp>

#include "themata/error.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/visual_order.hpp"

namespace themata::ingest::detail {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view soft_hyphen = "\u00AD";

/// A length in points; 0 for what is none. No page is larger than 100 km.
double length(const pugi::xml_node& node, const char* name) {
  constexpr double largest = 1e8;
  const std::string_view digits = node.attribute(name).value();
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return std::isfinite(value) ? std::clamp(value, -largest, largest) : 0;
}

PdfWord word_of(const pugi::xml_node& node) {
  PdfWord word{length(node, "xMin"), length(node, "yMin"), length(node, "xMax"),
               length(node, "yMax"), node.child_value()};
  if (word.left > word.right) std::swap(word.left, word.right);
  if (word.top > word.bottom) std::swap(word.top, word.bottom);
  if (!text::is_valid_utf8(word.text)) word.text.clear();
  word.text = text::without_presentation_forms(text::trim(word.text));
  return word;
}

/// Several letters on top of each other.
bool is_upright(const PdfWord& word) {
  constexpr std::ptrdiff_t fewest_letters = 4;
  const auto letters = std::count_if(word.text.begin(), word.text.end(),
                                     [](char c) { return !text::is_continuation(c); });
  return letters >= fewest_letters && word.height() > 2 * (word.right - word.left);
}

/// Every `<word>` below `node`; its depth is bounded by that of the format.
void collect_words(const pugi::xml_node& page, std::vector<PdfWord>& words) {
  for (const pugi::xml_node flow : page.children("flow")) {
    for (const pugi::xml_node block : flow.children("block")) {
      for (const pugi::xml_node line : block.children("line")) {
        for (const pugi::xml_node word : line.children("word")) words.push_back(word_of(word));
      }
    }
  }
}

/// How many more words are read from right to left than otherwise, of those with letters.
std::ptrdiff_t right_to_left_balance(const std::vector<PdfWord>& words) {
  std::ptrdiff_t balance = 0;
  for (const PdfWord& word : words) {
    if (text::has_right_to_left(word.text)) {
      ++balance;
    } else if (std::any_of(word.text.begin(), word.text.end(), is_ascii_letter)) {
      --balance;
    }
  }
  return balance;
}

void read_page(std::string_view xhtml, PdfPages& out) {
  constexpr std::size_t largest = std::size_t{32} << 20U;  // some 300,000 words
  if (xhtml.size() > largest) {
    throw InputError("page " + std::to_string(out.pages.size() + 1) +
                     " has more words than are read of one page");
  }
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(xhtml.data(), xhtml.size(), pugi::parse_escapes, pugi::encoding_utf8);
  const pugi::xml_node node = document.child("page");
  if (!result || !node) throw InputError("its pages could not be read: pdftotext wrote no XHTML");
  std::vector<PdfWord> words;
  collect_words(node, words);
  std::erase_if(words, [](const PdfWord& word) { return word.text.empty(); });
  out.upright_words += std::erase_if(words, is_upright);
  PdfPage page;
  page.height = length(node, "height");
  page.is_right_to_left = right_to_left_balance(words) > 0;
  if (page.is_right_to_left) {
    const double width = length(node, "width");
    for (PdfWord& word : words) {
      word.left = width - std::exchange(word.right, width - word.left);
    }
  }
  page.lines = lines_of_words(std::move(words));
  out.pages.push_back(std::move(page));
}

/// Begins a line, or belongs to it: the middle of one is within the other. The larger of the two
/// says where the line is, so that a raised number does not begin one.
bool is_on_line(const PdfWord& word, const PdfWord& line) {
  return (word.middle() >= line.top && word.middle() <= line.bottom) ||
         (line.middle() >= word.top && line.middle() <= word.bottom);
}

PdfLine line_of(std::vector<PdfWord> words) {
  PdfLine line;
  std::stable_sort(words.begin(), words.end(), [](const PdfWord& a, const PdfWord& b) {
    return a.left != b.left ? a.left < b.left : a.right < b.right;
  });
  line.words = std::move(words);
  measure(line);
  return line;
}

void add_word(std::string_view word, bool is_last, std::string& text) {
  while (!word.empty()) {
    const std::size_t at = std::min(word.find(soft_hyphen), word.size());
    text += word.substr(0, at);
    word.remove_prefix(at);
    if (word.empty()) return;
    // One at the end of a line, before the hyphen that it became or not.
    if (is_last && word.size() <= soft_hyphen.size() + "\u2010"sv.size() &&
        word.find_first_not_of("\u00AD\u2010-") == word.npos) {
      text += soft_hyphen;
      return;
    }
    word.remove_prefix(soft_hyphen.size());
  }
}

}  // namespace

double PdfLine::right() const {
  double farthest = words.front().right;
  for (const PdfWord& word : words) farthest = std::max(farthest, word.right);
  return farthest;
}

PdfPages read_pdf_pages(std::string_view xhtml) {
  PdfPages out;
  constexpr std::string_view begin_mark = "<page ";
  constexpr std::string_view end_mark = "</page>";
  // Marks within words are escaped. One page at a time: the tree of a book is large.
  for (std::size_t at = xhtml.find(begin_mark); at != xhtml.npos;) {
    const std::size_t end = xhtml.find(end_mark, at);
    if (end == xhtml.npos) throw InputError("its pages break off: pdftotext did not finish");
    read_page(xhtml.substr(at, end + end_mark.size() - at), out);
    at = xhtml.find(begin_mark, end);
  }
  return out;
}

std::vector<PdfLine> lines_of_words(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); });
  std::vector<PdfLine> lines;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t largest = begin;
    std::size_t end = begin + 1;
    for (; end < words.size() && is_on_line(words[end], words[largest]); ++end) {
      if (words[end].height() > words[largest].height()) largest = end;
    }
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = words.begin() + static_cast<std::ptrdiff_t>(end);
    lines.push_back(line_of({std::move_iterator{first}, std::move_iterator{last}}));
    begin = end;
  }
  return lines;
}

void measure(PdfLine& line) {
  line.top = line.words.front().top;
  line.bottom = line.words.front().bottom;
  std::vector<std::pair<double, std::size_t>> heights;  // with the bytes set in them
  std::size_t bytes = 0;
  for (const PdfWord& word : line.words) {
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
    heights.emplace_back(word.height(), word.text.size());
    bytes += word.text.size();
  }
  std::sort(heights.begin(), heights.end());
  std::size_t below = 0;
  for (const auto& [height, size] : heights) {
    below += size;
    line.height = height;
    if (2 * below >= bytes) break;
  }
}

bool reads_right_to_left(const PdfLine& line, bool page_does) {
  const std::ptrdiff_t balance = right_to_left_balance(line.words);
  return balance == 0 ? page_does : balance > 0;
}

std::string text_of(const PdfLine& line, bool page_is_right_to_left) {
  constexpr double widest_joint = 0.08;  // of the line's height
  const std::size_t count = line.words.size();
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = page_is_right_to_left ? count - 1 - i : i;
    const PdfWord& word = line.words[at];
    if (i > 0) {
      const PdfWord& before = line.words[page_is_right_to_left ? at + 1 : at - 1];
      const double gap =
          page_is_right_to_left ? before.left - word.right : word.left - before.right;
      if (gap > widest_joint * line.height) text += ' ';
    }
    add_word(word.text, at + 1 == count, text);
  }
  return text::logical_order(text, reads_right_to_left(line, page_is_right_to_left));
}

}  // namespace themata::ingest::detail
