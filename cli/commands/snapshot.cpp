#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/snapshots.hpp"

namespace themata::cli {

namespace {

void run_snapshot(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::Snapshot taken = study::take_snapshot(project, arguments.argument("NAME"));
  context.print(fmt::format("Marked the state as {} (change {})\n", taken.name, taken.change));
}

void run_list(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const auto all = study::snapshots(project);
  TableOutput table(arguments, {number_column("id"), text_column("snapshot"), text_column("coder"),
                                text_column("time")});
  for (const study::Snapshot& one : all) table.row({one.change, one.name, one.coder, one.time});
  table.finish();
}

void run_compare(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const auto differences = study::compare_snapshots(project, arguments.argument("BEFORE"),
                                                    arguments.optional_argument("AFTER"));
  TableOutput table(arguments, {text_column("noun"), text_column("name"), text_column("change"),
                                text_column("before"), text_column("after")});
  for (const study::CodebookDifference& one : differences) {
    table.row({one.noun, one.name, one.change, one.before, one.after});
  }
  table.finish();
}

}  // namespace

std::vector<Command> snapshot_commands() {
  return {
      {
          .name = "snapshot",
          .summary = "Marks the state of the study with a name",
          .details =
              "The mark stands in the log and takes no room: the history leads back to it. "
              "\"themata "
              "tree --at NAME\" shows the tree as it was, \"themata snapshot compare\" what became "
              "of codes and themes since. Undo passes over marks.",
          .arguments = {{"NAME", "what the state is called"}},
          .options = {},
          .examples = {{"themata snapshot \"before the review\"", "A state to come back to."}},
          .run = run_snapshot,
      },
      {
          .name = "snapshot list",
          .summary = "Lists the marked states",
          .details = "",
          .arguments = {},
          .options = with_table_options({}),
          .examples = {{"themata snapshot list", "Oldest first."}},
          .run = run_list,
      },
      {
          .name = "snapshot compare",
          .summary = "Shows how codebook and themes changed between two states",
          .details =
              "A state is a snapshot's name, or a number of the log: the state after that change "
              "(0: before the first). Codes and themes are told apart by what they are, not by "
              "name: one that was renamed is the same. The earlier state is made in memory.",
          .arguments = {{"BEFORE", "the earlier state"},
                        {"AFTER", "the later state; now, unless said", Argument::Count::optional}},
          .options = with_table_options({}),
          .examples = {{"themata snapshot compare \"before the review\"",
                        "What was renamed, moved, merged or described since."}},
          .run = run_compare,
      },
  };
}

}  // namespace themata::cli
