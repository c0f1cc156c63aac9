#pragma once

#include <vector>

#include "themata/report/reading_page.hpp"

namespace themata::report::detail {

/// A stretch of a turn's text that is shown in one way.
struct InkedRange {
  text::TextRange range;
  Ink ink = Ink::plain;
  std::size_t colour = 0;
};

/// The whole text of a turn in stretches: hits of the search before codings, of several codings the
/// shortest. O(n log n) in their number.
std::vector<InkedRange> inked_ranges(const PageTurn& turn);

/// The part of `text` that `line` names, in runs. `ranges` covers the text.
PageLine inked_line(const std::string& text, text::TextRange line,
                    const std::vector<InkedRange>& ranges);

}  // namespace themata::report::detail
