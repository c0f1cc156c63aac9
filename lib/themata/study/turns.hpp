#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/study/import.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// What reading a source's turns anew came to.
struct NewTurns {
  std::string source;
  std::size_t turns = 0;
  std::vector<FoundSpeaker> speakers;  ///< without turns and words
  std::vector<Diagnostic> diagnostics;
  std::vector<TurnPreview> preview;       ///< of a dry run
  std::vector<std::string> participants;  ///< removed, since nobody speaks as them any more
};

/// Reads a source's text again, with the researcher's own labels (see `ingest::ReadOptions`), or by
/// the rules if there are none; then from its file as it was imported, as long as that still gives
/// the same text, since formatting and times are in it alone. The text and its codings stay, and
/// what a person said of its speakers, by their labels as they stand in the text; else who speaks is found as at an
/// import. A dry run reports the same and changes nothing. Throws `InputError` for an expression
/// that is not well-formed or that no line begins with.
NewTurns set_turns(Project& project, const std::string& source,
                   const std::optional<std::string>& own_labels, bool dry_run = false);

}  // namespace themata::study
