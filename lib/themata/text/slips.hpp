#pragma once

#include <optional>
#include <string_view>

#include "themata/text/offsets.hpp"

namespace themata::text {

/// What is likely a slip of whoever typed a transcript, and makes a word be counted as another.
enum class Slip {
  full_stop,     ///< "safe.And": words joined by a full stop are one word (UAX #29, WB6 and WB7)
  run_together,  ///< "safeAnd": no space between two words
  broken_line,   ///< "con-", line feed, "nection": a word broken at a line's end is two
  underscore,    ///< "_safe_", "safe_and": an underscore joins
  invisible,     ///< a soft hyphen, a zero-width space or the like inside a word of Latin letters
  scripts,       ///< Latin letters among Cyrillic or Greek ones, which look like them
  digit,         ///< "br3athe": a digit between letters
  damaged,       ///< U+FFFD beside the word: a character was lost in some conversion
};

/// The slip that makes the word at `word` (a range that `WordSegmenter` found in `text`) look wrong;
/// nothing for most words. Abbreviations ("e.g.", "Ph.D"), times and web addresses are none.
std::optional<Slip> slip_at(std::string_view text, TextRange word);

/// In a few words, for people.
std::string_view to_string(Slip slip);

}  // namespace themata::text
