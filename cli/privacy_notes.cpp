#include "cli/privacy_notes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace themata::cli {

void print_originals(const Context& context, const std::vector<std::string>& sources) {
  if (sources.empty()) return;
  context.print(
      fmt::format("Files as they were imported, no longer kept: {}\n", fmt::join(sources, ", ")));
}

void print_end(const Context& context, bool dry_run, const std::vector<std::string>& backups) {
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
