#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace themata::ingest::detail {

/// A caption: when it is shown, and what, as the file has it.
struct Cue {
  std::size_t line = 0;  ///< of the file, from 1
  std::optional<std::chrono::milliseconds> started;
  std::optional<std::chrono::milliseconds> ended;
  std::string_view speaker;  ///< who the line above the times names, as Webex has it
  std::string_view payload;  ///< lines with their mark-up, parted by line ends
};

/// How often something was met, and in which line of the file first.
struct Occurrences {
  std::size_t count = 0;
  std::size_t first_line = 0;
  void add(std::size_t line);
};

/// A file of captions, in the order of the file.
struct CaptionFile {
  std::vector<Cue> cues;
  std::size_t timed_cues = 0;
  std::string_view language;  ///< WebVTT's header may tell
  Occurrences unreadable;     ///< times that are none; the text of these is kept
  Occurrences arrowless;      ///< times that were read though the arrow is missing
  Occurrences backwards;      ///< begin before the caption above; left without times
  Occurrences ended_early;    ///< end before they begin; left without an end
};

/// The captions of a SubRip or WebVTT file, which of the two its first line tells. Both as they are
/// met, not as they are defined: blank lines and numbers may be missing, and blank lines stand
/// within captions. No text is passed over but for numbers, WebVTT's identifiers, and its blocks
/// NOTE, STYLE and REGION. All is in `text`, whose line ends are LF.
CaptionFile read_cues(std::string_view text);

}  // namespace themata::ingest::detail
