#include "themata/study/backup.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/terminal.hpp"

namespace themata::cli {

namespace {

constexpr double bytes_per_megabyte = 1e6;

void run(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  std::optional<std::filesystem::path> to;
  if (const auto file = arguments.optional_argument("FILE")) to = *file;
  ProgressBar bar("Verifying the backup");
  const study::MadeBackup made = study::back_up(
      project, to, [&](std::size_t done, std::size_t total) { bar.show(done, total); });
  context.print(fmt::format("Backed up to {} ({:.1f} MB) and verified\n", made.path.string(),
                            static_cast<double>(made.bytes) / bytes_per_megabyte));
  if (to) {
    context.notice(
        "a backup elsewhere stays when participants are withdrawn or names are replaced; keep "
        "track "
        "of it");
  }
}

}  // namespace

std::vector<Command> backup_commands() {
  return {{
      .name = "backup",
      .summary = "Copies the study to a new file, and verifies the copy",
      .details =
          "Others may go on working meanwhile. Without a name the copy stands beside the study and "
          "bears the time, as STUDY.themata.TIME.backup; source pseudonymise and participant "
          "withdraw --purge remove such backups. To go back to one, copy it over the study.",
      .arguments = {{"FILE", "the new file", Argument::Count::optional, true}},
      .options = {},
      .examples = {{"themata backup", "A verified copy beside the study."},
                   {"themata backup /media/stick/swim.backup", "On another disk."}},
      .run = run,
  }};
}

}  // namespace themata::cli
