#pragma once

#include <cstddef>
#include <vector>

#include "themata/ingest/detail/pdf_page.hpp"

namespace themata::ingest::detail {

/// A part of a page that is read from its top to its bottom.
struct PdfRegion {
  std::size_t page = 0;
  std::size_t group = 0;  ///< columns beside each other have the same; on each page from 0
  bool is_right_to_left = false;
  std::vector<PdfLine> lines;  ///< one at least
  /// Of a table where its columns begin, from the first; empty for text. The one with what is said
  /// is `said`; those before it hold names, times and numbers.
  std::vector<double> columns;
  std::size_t said = 0;

  [[nodiscard]] bool is_table() const { return !columns.empty(); }
};

/// The regions of a page in the order of reading. Columns of text are told by a strip without words
/// between six lines or more on either side of which those at its right begin below each other; a
/// table of speakers by such a strip beside lines of which all that have anything left of it have
/// names there, times and numbers. Names with a colon are no table: they begin lines of text.
/// A table that `before`, the region before the page's first, ends in goes on as long as lines fit.
/// `usual_height` is that of the file's letters. Time: lines times columns, with bounds on both.
std::vector<PdfRegion> regions_of_page(PdfPage page, std::size_t number, double usual_height,
                                       const PdfRegion* before);

/// The words of a line of a table by its columns.
std::vector<std::vector<PdfWord>> cells_of_line(const PdfLine& line,
                                                const std::vector<double>& columns);

}  // namespace themata::ingest::detail
