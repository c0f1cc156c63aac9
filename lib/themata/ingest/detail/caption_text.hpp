#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "themata/ingest/detail/caption_cues.hpp"
#include "themata/text/offsets.hpp"

namespace themata::ingest::detail {

/// A line of a caption, its mark-up undone.
struct CaptionLine {
  std::uint32_t cue = 0;
  std::uint32_t voice = 0;  ///< index into `CaptionText::voices`; 0: none is told
  text::TextRange range;    ///< of `CaptionText::text`, without white space at its ends
};

/// What captions say, without mark-up and without lines that hold nothing.
struct CaptionText {
  std::string text;
  std::vector<CaptionLine> lines;
  std::vector<std::string> voices;  ///< the first is empty
};

/// Undoes the mark-up of captions: WebVTT's tags (`<v Ann>`, `<c.yellow>`, `<00:00:01.000>`) and
/// HTML's as SubRip files have them (`<i>`, `<font color="red">`), `{\an8}`, character references.
/// A reading above its character (`<rt>`) goes behind it in parentheses. What looks like a tag and
/// is none of these stays.
CaptionText plain_captions(const std::vector<Cue>& cues);

/// Leaves out the lines of captions that roll up, where each caption shows again what the one
/// before it ended with (as those that YouTube makes): every line comes once. Returns how many
/// were left out. Captions that do not roll stay as they are, whatever they repeat.
std::size_t drop_rolled_lines(CaptionText& captions);

}  // namespace themata::ingest::detail
