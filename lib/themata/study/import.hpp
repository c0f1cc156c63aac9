#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "themata/ingest/transcript.hpp"
#include "themata/model/source.hpp"
#include "themata/study/brackets.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using ingest::Diagnostic;

/// What is to be imported. A manifest's row overrules the options for its file.
struct ImportRequest {
  std::vector<std::string> paths;       ///< files and folders; may be empty if there is a manifest
  std::optional<std::string> manifest;  ///< a CSV file, see `exchange::read_manifest`
  std::optional<std::string> name;      ///< of the source; for a single file
  std::optional<std::string> participant;
  std::optional<std::string> occasion;
  std::optional<model::SourceKind> kind;
  std::optional<std::string> own_labels;  ///< how turns begin; see `ingest::ReadOptions`
  bool dry_run = false;                   ///< tell what would come of it, and change nothing
};

/// Someone found in an imported file.
struct FoundSpeaker {
  std::string label;
  model::SpeakerRole role = model::SpeakerRole::participant;
  std::string participant;  ///< the name; empty for a researcher
  bool generic = false;     ///< the label said no name, so the file or an option did
  std::size_t turns = 0;
  std::size_t words = 0;
};

/// One of a file's first turns, for a person to see whether it is read as it is meant.
struct TurnPreview {
  std::string speaker;  ///< the label; empty if there is none
  std::string text;     ///< its beginning
};

/// The first turns of a transcript.
std::vector<TurnPreview> preview_of(const ingest::Transcript& transcript);

/// What became of one file.
struct ImportedFile {
  enum class Outcome { imported, unchanged, failed };
  std::string path;
  std::string source;
  Outcome outcome = Outcome::failed;
  std::string error;  ///< if it failed; names the file
  std::vector<FoundSpeaker> speakers;
  std::vector<model::SourceDetail> details;
  std::vector<Diagnostic> diagnostics;
  std::size_t comments = 0;          ///< in the file's margin
  std::vector<TurnPreview> preview;  ///< of a dry run
};

/// A participant who was found under the same name in several sources.
struct JoinedParticipant {
  std::string name;
  std::vector<std::string> sources;
};

/// What a researcher must confirm after an import.
struct ImportReport {
  bool dry_run = false;  ///< nothing of it was done
  std::vector<ImportedFile> files;
  std::vector<std::string> passed_over;  ///< sentences on files and rows that were left aside
  std::vector<JoinedParticipant> joined;
  /// Pairs of participants whose names are nearly the same: perhaps one person.
  std::vector<std::pair<std::string, std::string>> similar;
  std::vector<BracketSummary> brackets;  ///< all of the study, if anything was imported

  [[nodiscard]] std::size_t count(ImportedFile::Outcome outcome) const;
};

/// Called now and then with the files done and the files to do.
using ImportProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Imports files, each whole or not at all, in one transaction: a file that fails is in the report
/// and the others are kept. Files are read and parsed on several threads; the result does not
/// depend on that. A dry run reports the same and rolls it all back. Memory follows the largest
/// files, not their number. Throws `InputError` for a request that cannot be carried out at all (no
/// such path, a bad manifest).
ImportReport import_sources(Project& project, const ImportRequest& request,
                            const ImportProgress& progress = {});

}  // namespace themata::study
