#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace themata::ingest::detail {

/// A word on a page. Lengths are points (1/72 inch), from the page's left and top edges; on a page
/// that is read from right to left, from its right edge.
struct PdfWord {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;  ///< characters from left to right, valid UTF-8; not empty

  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] double middle() const { return (top + bottom) / 2; }
};

/// Words on one line of a page, in the direction of reading.
struct PdfLine {
  std::vector<PdfWord> words;  ///< one at least
  double top = 0;
  double bottom = 0;
  double height = 0;  ///< of most of its letters: what the line is set in

  [[nodiscard]] double left() const { return words.front().left; }
  [[nodiscard]] double right() const;  ///< of the word that reaches farthest
};

struct PdfPage {
  bool is_right_to_left = false;
  double height = 0;
  std::vector<PdfLine> lines;  ///< from top to bottom; what stands beside each other is one line
};

/// The pages of a file, and what their words are not.
struct PdfPages {
  std::vector<PdfPage> pages;
  std::size_t upright_words = 0;  ///< left out: written upwards or downwards, as stamps are
};

/// Reads what `pdftotext -bbox-layout` writes. Of its grouping of words into lines and blocks
/// nothing is taken: it parts the words of justified lines, and names from what they say. What is
/// no such XHTML gives no pages; throws `InputError` for XHTML that breaks off.
PdfPages read_pdf_pages(std::string_view xhtml);

/// The lines that these words make; they come in any order.
std::vector<PdfLine> lines_of_words(std::vector<PdfWord> words);

/// Sets a line's `top`, `bottom` and `height` by its words.
void measure(PdfLine& line);

/// True if most words of a line are of a script that is read from right to left; if as many are
/// not, as the page is.
bool reads_right_to_left(const PdfLine& line, bool page_does);

/// A line's text in the order in which it is read and stored: spaces where words are apart, soft
/// hyphens left out except at its end. `page_is_right_to_left` says how its words are ordered.
std::string text_of(const PdfLine& line, bool page_is_right_to_left);

}  // namespace themata::ingest::detail
