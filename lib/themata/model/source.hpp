#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/model/id.hpp"
#include "themata/text/offsets.hpp"

namespace themata::model {

enum class SourceKind { interview, group, written, diary };

/// One `key: value` line found above the first turn ("Date: 3 May").
struct SourceDetail {
  std::string key;
  std::string value;
  bool operator==(const SourceDetail&) const = default;
};

/// One data item: a transcript, a group session, a written response, a diary.
struct Source {
  SourceId id;
  std::string guid;
  std::string name;
  SourceKind kind = SourceKind::interview;
  std::string occasion;  ///< time point ("baseline", "week 12"); may be empty
  std::string language;  ///< BCP 47; the study's unless the source has its own
  std::vector<SourceDetail> details;
};

enum class SpeakerRole { participant, researcher, other };

/// A label in one source. A speaker with the role participant belongs to one participant.
struct Speaker {
  SpeakerId id;
  SourceId source;
  std::string label;
  SpeakerRole role = SpeakerRole::participant;
  std::optional<ParticipantId> participant;
};

/// A range of a source said by one speaker. Turns are in order and do not overlap.
struct Turn {
  std::size_t number = 0;              ///< from 1, as people count
  std::optional<std::size_t> speaker;  ///< index into the source's speakers; none: nobody's text
  text::TextRange label;               ///< "Ben [00:12:31]:" as typed; empty if there is no label
  text::TextRange range;               ///< what follows the label, white space trimmed at both ends
  /// When it was said, from the recording's beginning; none where the transcript does not tell.
  std::optional<std::chrono::milliseconds> started = std::nullopt;
  std::optional<std::chrono::milliseconds> ended = std::nullopt;
};

enum class AsideKind { speech, note, insertion, timestamp, voice };

/// A stretch of a turn that is not the speaker's speech, brackets included: an editorial insertion,
/// a non-verbal note, a timestamp, another voice. (`speech` occurs once a researcher has said that
/// a bracket is speech after all.) Asides are in order and do not overlap.
struct Aside {
  text::TextRange range;
  AsideKind kind = AsideKind::note;
};

/// "interview", "group", ... as written on the command line and in files.
std::string_view to_string(SourceKind kind);
std::string_view to_string(SpeakerRole role);
std::string_view to_string(AsideKind kind);
std::optional<SourceKind> parse_source_kind(std::string_view word);
std::optional<SpeakerRole> parse_speaker_role(std::string_view word);
std::optional<AsideKind> parse_aside_kind(std::string_view word);

}  // namespace themata::model
