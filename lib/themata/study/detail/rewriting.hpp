#pragma once

#include <functional>
#include <string>
#include <vector>

#include "themata/store/purge.hpp"
#include "themata/store/rewrite.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/project.hpp"
#include "themata/text/edits.hpp"

namespace themata::study::detail {

/// What is done to the text of a source.
struct SourceRewriting {
  model::SourceId source;
  std::string text;  ///< as it is before
  text::Edits edits;
  std::vector<std::size_t> cut_turns;     ///< by index, in order: they leave with the edits
  std::vector<std::size_t> cut_speakers;  ///< by index, in order: only in those turns
};

/// Puts the edited text in the place of the source's, with the turns and asides that are left; see
/// `store::rewrite_source`.
store::RewrittenCodings rewrite(Project& project, const SourceRewriting& rewriting);

/// Does `work` to a copy of the study in memory, and puts the copy in the study's place, purged of
/// all that was there before (see `store::purge`). `work` is given the copy and the change it is
/// in, and returns what the history says of the command. `afterwards` does what the history does
/// not record. On a `dry_run` the study stays as it was, and may be open for reading only. Returns
/// the backups that were removed.
std::vector<std::string> rewrite_study(
    Project& project, const std::string& command, bool dry_run,
    const std::function<std::string(Project& copy, Edit& edit)>& work,
    const std::function<void(Project& copy)>& afterwards = {});

}  // namespace themata::study::detail
