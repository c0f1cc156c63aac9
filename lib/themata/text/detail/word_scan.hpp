#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "themata/text/detail/word_classes.hpp"

namespace themata::text::detail {

/// Where a segment ends, and whether it is a word: has a letter or a number.
struct ScannedSegment {
  std::size_t end = 0;
  bool is_word = false;
};

/// The segment that begins at byte `begin`, where a boundary is and a character that
/// `begins_word`; nothing if only ICU can say. Rules WB3 to WB13b of Unicode Standard Annex #29.
std::optional<ScannedSegment> scan_segment(std::string_view text, std::size_t begin,
                                           const WordClasses& classes);

/// A place after byte `from` across which no rule looks, such that what lies before it is worth
/// ICU's while; the end of the text if there is none.
std::size_t next_safe_point(std::string_view text, std::size_t from, const WordClasses& classes);

/// Where the run of characters that begins at byte `from` ends, if ICU may judge it by itself: if
/// one that stands apart, or the text's end, comes within `longest` bytes and all before it is for
/// ICU to judge. What is before `from` must stand apart, too.
std::optional<std::size_t> end_of_run(std::string_view text, std::size_t from, std::size_t longest,
                                      const WordClasses& classes);

/// The last safe place from `from`, which is one, to `at`: where ICU must begin to judge `at`.
std::size_t safe_point_before(std::string_view text, std::size_t from, std::size_t at);

}  // namespace themata::text::detail
