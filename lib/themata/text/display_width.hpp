#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::text {

/// The columns that `text` takes on a terminal: wide East Asian characters and emoji two,
/// combining marks none. Line breaks and tabs count as one.
std::size_t display_width(std::string_view text);

/// Breaks `text` into lines of at most `width` columns, at white space where that is possible,
/// between graphemes where not. Line feeds in `text` end a line. Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t width);
/// The same as ranges of `text`; the white space at which it was broken is in none of them.
std::vector<TextRange> wrap_ranges(std::string_view text, std::size_t width);

/// The same for text that stands behind a margin of so many columns in a terminal of `width`: lines
/// of what is left, but never of fewer than 20 columns.
std::vector<std::string> wrap_behind(std::size_t margin, std::string_view text, std::size_t width);

enum class CutAt { begin, end };

/// `text` if it fits into `width` columns (at least 1), else as much of its other end as fits with
/// an ellipsis in place of what was cut.
std::string shortened(std::string_view text, std::size_t width, CutAt cut_at);

}  // namespace themata::text
