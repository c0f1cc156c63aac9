#include "themata/study/verify.hpp"

#include <set>

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/terminal.hpp"
#include "themata/error.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t most_shown = 50;

void run(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  std::size_t defects = 0;
  std::set<study::Damage> damages;
  ProgressBar bar("Verifying");
  const study::VerifySinks sinks{
      [&](const study::Defect& defect) {
        damages.insert(defect.damage);
        if (++defects <= most_shown) context.print(defect.what + "\n");
      },
      [&](std::size_t done, std::size_t total) { bar.show(done, total); }};
  study::verify(project, sinks);
  std::size_t taken_back = 0;
  if (arguments.has("undo")) taken_back = study::verify_undo(project, sinks);
  if (defects > most_shown) context.print(fmt::format("and {} more\n", defects - most_shown));
  for (const study::Damage damage : damages) context.notice(study::advice_on(damage));
  if (defects > 0) throw Error(fmt::format("{} found", text::plural(defects, "defect")));
  context.print("All is well: the file, the texts, every range, the rows and the history\n");
  if (arguments.has("undo")) {
    context.print(fmt::format("In a copy, {} of the history could be taken back\n",
                              text::plural(taken_back, "step")));
  }
}

}  // namespace

std::vector<Command> verify_commands() {
  return {{
      .name = "verify",
      .summary = "Checks that the study is whole",
      .details =
          "Checks the database, every text by its SHA-256, that every turn, aside, coding, "
          "decision "
          "and memo lies in its text, that rows do not contradict one another, and that what the "
          "history recorded can be read. It changes nothing; if something is wrong, it says what "
          "to "
          "do, and the exit status is 1.",
      .arguments = {},
      .options = {{.name = "undo",
                   .value = "",
                   .help = "also takes every command back, one by one, in a copy in memory"}},
      .examples = {{"themata verify", "Prints \"All is well\" or what is not."}},
      .run = run,
  }};
}

}  // namespace themata::cli
