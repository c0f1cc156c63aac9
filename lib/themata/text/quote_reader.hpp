#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "themata/text/offsets.hpp"
#include "themata/text/quote_search.hpp"

namespace themata::text {

/// One character of a text in the form in which quotations are compared, and where it stands.
struct QuoteUnit {
  char32_t character = 0;
  TextRange source;   ///< the bytes that it was made from
  bool first = true;  ///< of the units that those bytes became ("ß" becomes two)
  bool last = true;
};

/// Reads a text as the characters by which quotations are compared at one level. Canonically
/// equivalent texts read alike at levels `typed` and `spoken` (they are decomposed on the way).
/// Holds no more of the text than one character with its combining marks.
class QuoteReader {
 public:
  /// `unspoken` ranges are passed over, with the white space around them. The text and the ranges
  /// must outlive the reader.
  QuoteReader(std::string_view text, QuoteMatch level, const std::vector<TextRange>& unspoken);

  /// Reads the next unit into `unit`; false at the text's end.
  bool next(QuoteUnit& unit);

 private:
  [[nodiscard]] bool at_gap() const;
  bool read_gap(QuoteUnit& unit);
  bool read_ellipsis(QuoteUnit& unit);
  void read_dashes(QuoteUnit& unit);
  void read_letter(QuoteUnit& unit);
  void finish(QuoteUnit& unit, char32_t character, std::size_t begin) const;

  std::string_view text_;
  bool folds_;
  const std::vector<TextRange>& unspoken_;
  std::size_t next_unspoken_ = 0;
  std::size_t at_ = 0;
  std::vector<QuoteUnit> pending_;  // in reverse
};

}  // namespace themata::text
