#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "themata/ingest/detail/pdf_page.hpp"

namespace themata::ingest::detail {

/// What was taken off the pages of a file because nobody said it: numbers of what, and one of each.
struct PdfFurniture {
  std::size_t headers = 0;
  std::string header;
  std::size_t footers = 0;
  std::string footer;
  std::size_t page_numbers = 0;
  std::size_t line_numbers = 0;
  std::size_t footnotes = 0;
  std::string footnote;
};

/// Takes off the pages what is no part of their text:
///
/// - line numbers: on a page four numbers or more below each other, left of all text, that grow by
///   the same step every so many lines; on the other pages then what stands in that column and
///   grows so;
/// - headers and footers: of the first and the last three lines of a page those that are, but for
///   their digits, the same at the same height on two pages in five (two pages at least), if most
///   of them are farther from the text than its lines are from each other, or they are outmost on
///   four pages in five (three at least); Roman numbers if they grow as the pages do; and of a file
///   of one page the number of the page. Never a line that is, or begins with, a speaker's label:
///   one with a colon, a researcher's or generic one, a name that fills other lines too;
///   nor a line that stands within the text elsewhere;
/// - footnotes: the lines at a page's foot that are set in smaller letters than the text, from the
///   first that begins with a number or a mark (`*`, `†`); and the raised marks in the text.
PdfFurniture take_out_furniture(std::vector<PdfPage>& pages);

/// The height of the letters that most of the words are set in, points; 0 without words.
double usual_height(const std::vector<PdfPage>& pages);

}  // namespace themata::ingest::detail
