#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::text {

/// How strictly a quotation was compared with the text before it was found.
enum class QuoteMatch {
  exact,   ///< byte for byte
  typed,   ///< white space, quotation marks (single or double), dashes, ellipses taken as equal
  spoken,  ///< besides: case ignored, the ranges in `unspoken` passed over
};

struct QuoteHits {
  QuoteMatch match = QuoteMatch::exact;  ///< the strictest level that found something
  std::vector<TextRange> ranges;         ///< in order, not overlapping; empty: found at no level
};

/// Looks for `quote` in `text`: exactly, else as typed, else as spoken (see `QuoteMatch`).
/// `unspoken` are the ranges of notes and timestamps, in order. As spoken, a hit may span them but
/// neither begins nor ends in one; only if none is found so is the text searched with its notes,
/// for a quotation that holds them whole. Composed and decomposed accents are equal from level
/// `typed` on. Hits lie on grapheme boundaries; a place where a hit would cut a grapheme is none.
/// White space around the quote is ignored. A blank quote finds nothing. Time is linear in the
/// text.
QuoteHits find_quote(std::string_view text, std::string_view quote,
                     const std::vector<TextRange>& unspoken = {});

/// The stretches of `text` most like `quote` (sharing the most of its words, in order), best
/// first, for an error message: about as long as the quote, and on the lines of the words that they
/// share. At most `limit`. A word of the quote that the text does not have may stand there with an
/// edit, two if it is long. Time is about linear in the text.
std::vector<TextRange> nearest_places(std::string_view text, std::string_view quote,
                                      std::size_t limit = 3);

}  // namespace themata::text
