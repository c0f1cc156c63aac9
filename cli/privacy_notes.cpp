#include "cli/privacy_notes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/kept_edit.hpp"

namespace themata::cli {

void print_originals(const Context& context, const std::vector<std::string>& sources) {
  if (sources.empty()) return;
  context.print(
      fmt::format("Files as they were imported, no longer kept: {}\n", fmt::join(sources, ", ")));
}

void print_end(const Context& context, study::Project& project, bool dry_run,
               const std::vector<std::string>& backups) {
  for (const auto& edit : kept_edits_of(study::study_info(project).guid)) {
    context.notice(
        fmt::format("{}: an edit that was not finished holds the text as it was; take from it what "
                    "you need, and remove it",
                    edit.string()));
  }
  if (dry_run) {
    context.print("Nothing was changed: this was a dry run\n");
    return;
  }
  for (const std::string& backup : backups) {
    context.notice(fmt::format("{}: this backup held what was taken out, and was removed", backup));
  }
  context.print("Nothing that was done before can be undone any more\n");
}

}  // namespace themata::cli
