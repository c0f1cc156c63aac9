#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "themata/study/annotating.hpp"

namespace themata::cli {

/// A transcript that somebody annotates in an editor. The file is kept in the person's own folder
/// for the state of programs (`$XDG_STATE_HOME/themata`, else `~/.local/state/themata`), which
/// nobody else may read, until its codings are in the study: an editor that crashes, a machine that
/// stops or a mark that is wrong loses nothing.
class KeptEdit {
 public:
  /// Throws `Error` if the folder cannot be made.
  explicit KeptEdit(const study::AnnotationFile& file);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// What was left by an edit that did not come to its end, if that holds anything new.
  [[nodiscard]] bool is_unfinished() const;
  /// When it was last written, as a person reads it.
  [[nodiscard]] std::string time() const;

  /// Begins anew. Throws `Error` if it cannot be written.
  void write(const std::string& bytes) const;
  [[nodiscard]] std::string read() const;
  void remove() const;

 private:
  std::filesystem::path path_;
};

/// The files of edits of a study's transcripts that are kept, whoever's. What they hold is the text
/// as it was when the edit began.
std::vector<std::filesystem::path> kept_edits_of(const std::string& study_guid);

}  // namespace themata::cli
