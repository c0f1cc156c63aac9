#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "themata/ingest/detail/pdf_columns.hpp"

namespace themata::ingest::detail {

/// A line of text with what tells where its paragraph ends.
struct TextLine {
  std::string text;
  double left = 0;   ///< from where its column begins
  double right = 0;  ///< likewise
  double base = 0;   ///< where its letters stand, from the page's top
  double height = 0;
  double first_width = 0;  ///< of its first word
  std::size_t region = 0;  ///< index
  std::size_t page = 0;
  std::size_t group = 0;
  double margin = 0;       ///< where lines like it end; see `find_paragraphs`
  bool is_turned = false;  ///< read in the other direction than its page
  bool has_label = false;  ///< begins with a colon label that comes again
  bool is_name = false;    ///< is a name and nothing else, and comes again
};

/// What parts a line from the one before it.
enum class LineBreak { none, line, paragraph };

/// The text of words of a region that stand on one line.
TextLine text_line(const PdfLine& line, const PdfRegion& region, std::size_t region_index,
                   double column);

/// For each line what parts it from the one before; the first begins a paragraph. A paragraph ends
///
/// - before a label, and before and after letters of another size;
/// - where the next line is farther away than lines within paragraphs are;
/// - where the first word of the next line would have had room: the line was ended on purpose. In a
///   file that has more space between paragraphs that is a line's end only. It does not count
///   before a small letter, unless a sentence ended;
/// - before an indented line, or before one that sticks out, if lines that end on purpose are
/// before
///   most of those.
///
/// A paragraph goes on in the next column or page if none of these is there. The margin that lines
/// go up to is that of all lines of the file whose columns begin at the same place.
std::vector<LineBreak> find_paragraphs(std::vector<TextLine>& lines);

}  // namespace themata::ingest::detail
