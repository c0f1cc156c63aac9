#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/study/import.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

struct RevisionOptions {
  std::optional<std::string> own_labels;  ///< how turns begin; see `ingest::ReadOptions`
  bool dry_run = false;                   ///< tells what would be, and changes nothing
  bool anyway = false;                    ///< even if the file seems to be another transcript
};

/// A coding that somebody should look at, now that the text was corrected.
struct CodingToCheck {
  model::CodingId id;
  std::string code;
  std::string coder;
  text::CodePointRange range;  ///< in the new text
  std::string old_text;        ///< the words that the coder chose
  std::string new_text;        ///< those that it is on now
  std::string reason;
};

/// A decision on a hit of a term family whose words are no hit any more.
struct DroppedDecision {
  std::string family;
  text::CodePointRange range;  ///< in the old text
  std::string text;            ///< what it was on
  bool left_out = false;
  std::string reason;  ///< as its coder gave it; may be empty
};

/// What a corrected text came to.
struct Revision {
  std::string source;
  bool changed = false;                 ///< false: the file holds the very same bytes as before
  std::size_t moved = 0;                ///< codings on the very same words of the same speakers
  std::vector<CodingToCheck> to_check;  ///< the others, in order of their places
  std::size_t decisions = 0;            ///< that were kept
  std::vector<DroppedDecision> dropped;
  std::size_t turns_before = 0;
  std::size_t turns_now = 0;
  std::vector<FoundSpeaker> speakers;  ///< without turns and words
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> participants;  ///< removed, since nobody speaks as them any more
};

/// Puts the text of a corrected file in the place of a source's, whose name, codings and memos
/// stay, and what a person said of its speakers, by their labels as they stand in the text (role,
/// participant, another spelling, a merger). The file is read as at an import. Each coding moves
/// with its words; one whose words changed, or are said by another participant (or, without any, in
/// another role), is flagged, and one whose
/// words are gone is flagged and put on the nearest line that its speaker says: none is dropped.
/// Decisions on hits stay where the words are a hit still. A flag goes when the words that were
/// chosen come back.
///
/// The source is changed whole or not at all, in one transaction. Throws `NotFound` for the source,
/// and as an import does for the file.
Revision revise_source(Project& project, const std::string& source, const std::string& path,
                       const RevisionOptions& options);

}  // namespace themata::study
