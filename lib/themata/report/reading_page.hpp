#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::report {

/// What a stretch of a page is, which tells how it is to be shown.
enum class Ink {
  plain,
  number,      ///< of a turn
  speaker,     ///< `colour` tells speakers apart
  researcher,  ///< a speaker who is no participant
  time,
  hit,    ///< of a search
  coded,  ///< in the colour of the shortest coding on it
  bar,    ///< how far a coding goes
  name,   ///< of its code
};

struct Run {
  std::string text;
  Ink ink = Ink::plain;
  std::size_t colour = 0;  ///< from 0; codes and speakers each count their own
  bool operator==(const Run&) const = default;
};
using PageLine = std::vector<Run>;

/// A coding, or the part of it in one turn.
struct PageCoding {
  std::int64_t id = 0;     ///< the parts of one coding bear the same
  std::size_t colour = 0;  ///< the code's
  std::string name;        ///< what stands in the margin
  text::TextRange range;   ///< in the turn's text
};

struct PageTurn {
  std::size_t number = 0;  ///< 0: what stands above the first turn
  std::string speaker;
  bool is_participant = true;
  std::size_t colour = 0;  ///< the speaker's
  std::string time;        ///< empty if it is not told
  std::string text;
  std::vector<PageCoding> codings;
  std::vector<text::TextRange> hits;  ///< of a search, in order, apart from each other
};

/// A transcript as lines of at most `width` columns (40 at least): for each turn a line with its
/// number and speaker, below it the text, wrapped, and an empty line. In a margin on the right a
/// bar for each coding from its first line to its last, and the code's name beside the first; where
/// several begin on one line, their names stand on it one after another and go on below. Where the
/// terminal is narrower than 60 columns, the names stand below each turn instead. Deterministic.
std::vector<PageLine> reading_page(const std::vector<PageTurn>& turns, std::size_t width);

}  // namespace themata::report
