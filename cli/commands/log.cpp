#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/analyses.hpp"

namespace themata::cli {

namespace {

void run_log(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const auto entries = study::log_entries(project);
  TableOutput table(arguments, {number_column("id"), text_column("time"), text_column("coder"),
                                text_column("command"), text_column("summary")});
  for (const study::LogEntry& entry : entries) {
    table.row({entry.id, entry.time, entry.coder, entry.command, entry.summary});
  }
  table.finish();
}

}  // namespace

std::vector<Command> log_commands() {
  return {{
      .name = "log",
      .summary = "Lists every command that changed the study",
      .details = "Oldest first: when, who, which command, and what it did.",
      .arguments = {},
      .options = with_table_options({}),
      .examples = {{"themata log", "The study's history."}},
      .run = run_log,
  }};
}

}  // namespace themata::cli
