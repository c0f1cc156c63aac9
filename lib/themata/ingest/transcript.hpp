#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/ingest/document.hpp"
#include "themata/ingest/file_format.hpp"
#include "themata/model/source.hpp"
#include "themata/text/offsets.hpp"

namespace themata::ingest {

/// A label found in a file, once for all its turns.
struct SpeakerLabel {
  std::string label;  ///< as first typed, without colon, time, parenthesis or emphasis
  model::SpeakerRole role = model::SpeakerRole::participant;  ///< by the label alone
  bool generic = false;  ///< "P", "Respondent 2", "Speaker": means somebody in this file only
};

/// A file read as a transcript.
struct Transcript {
  std::string text;      ///< what is stored; every range below is in its bytes
  std::string encoding;  ///< of the file
  Convention convention = Convention::none;
  std::vector<SpeakerLabel> speakers;  ///< in order of first speaking; empty without labels
  std::vector<model::Turn>
      turns;  ///< `speaker` indexes `speakers`; without labels one turn, no speaker
  std::vector<model::Aside> asides;  ///< with the kinds the brackets have by default; in turns only
  std::vector<model::SourceDetail> details;
  std::vector<DocumentComment> comments;  ///< in the margin of a Word document
  std::vector<Diagnostic> diagnostics;
  /// The distinct labels of look-alikes that were left as speech, by `text::name_key`: had one of
  /// them been a known speaker, the file would have been read otherwise.
  std::vector<std::string> look_alikes;
};

struct ReadOptions {
  FileFormat format = FileFormat::plain_text;
  /// Names of the study's speakers and participants so far, sorted, by `text::name_key`.
  std::vector<std::string> known_speakers;
  /// The researcher's own convention in place of all others: a regular expression that fits the
  /// label at a line's beginning, whose first group (or the whole) is the speaker's name. Every
  /// line that it fits begins a turn.
  std::optional<std::string> own_labels;
};

/// Reads the bytes of a file of any format. Who speaks is found by the rules of `docs/cli.md`,
/// "Turns", and "Other formats". Throws `InputError` (without a file name) for bytes that are not
/// of that format, for a text without a letter or number, or an expression that is not well-formed.
/// Time is linear in the text.
Transcript read_transcript(std::string_view bytes, const ReadOptions& options);

/// Reads a stored text again by other options (`format` aside, which was undone at import). The
/// result's text is `text`, to the byte.
Transcript reread_transcript(std::string text, const ReadOptions& options);

/// Takes a text (valid UTF-8, line ends LF) as it is for one turn without a label: somebody's
/// answer. It may be without letters ("...", "👍").
Transcript read_answer(std::string text);

}  // namespace themata::ingest
