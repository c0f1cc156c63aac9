#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "themata/study/project.hpp"
#include "themata/text/offsets.hpp"

namespace themata::study {

/// A source as an annotation file, with the codings of the coder who works.
struct AnnotationFile {
  std::string study;        ///< GUID
  std::string source_guid;  ///< with the study's and the coder, what the file is known by
  std::string source;
  std::string coder;
  std::string bytes;  ///< see docs/file-formats.md, "Annotations"
};

/// `annotate --export`: changes nothing.
AnnotationFile export_annotation(Project& project, const std::string& source);

/// The same for somebody who is about to work on it: throws now what `import_annotation` would have
/// to throw after an hour's work (a study that cannot be written, a coder nearly of a known name).
AnnotationFile begin_annotation(Project& project, const std::string& source);

struct AnnotationRequest {
  std::string source;
  std::string file;        ///< name, for messages
  std::string_view bytes;  ///< the file as it was edited
  bool create = false;     ///< make codes that the study has not
};

/// A coding that an annotation added or took away.
struct AnnotatedChange {
  bool added = false;  ///< false: taken away
  std::string code;
  text::CodePointRange range;
  std::string text;        ///< the excerpt
  bool took_memo = false;  ///< added in the place of one that was taken away, with its memos
};

struct AnnotationImport {
  std::string source;
  bool was_empty = false;                ///< the file was emptied: nothing was done
  std::vector<AnnotatedChange> changes;  ///< by place
  std::vector<std::string> new_codes;
  std::size_t added = 0;
  std::size_t removed = 0;
  /// What other commands did to this coder's codings since the file was written; it stays.
  std::size_t came_meanwhile = 0;
  std::size_t went_meanwhile = 0;
};

/// `annotate --import`: adds and removes the coder's codings as the file was changed since it was
/// exported; one command of the history, or none if there is nothing to do. Codings that stay are
/// not touched. Where one is taken away and another with its code shares text with it, that is the
/// same coding with another boundary: its memos go on to it. Throws `InputError` with the file's
/// line (marks, unknown codes, changed words: see `exchange::read_annotation`, `codings_on`), and
/// `Conflict` for a file of another study, source or coder, or of another version of the text.
AnnotationImport import_annotation(Project& project, const AnnotationRequest& request);

/// True if importing the file could change something: marks differ from what was exported, or it
/// cannot be read. For those who are about to write over it.
bool holds_edits(std::string_view annotation_file);

}  // namespace themata::study
