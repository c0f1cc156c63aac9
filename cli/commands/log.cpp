#include <fmt/format.h>

#include "cli/card.hpp"
#include "cli/context.hpp"
#include "cli/ranges.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/history.hpp"

namespace themata::cli {

namespace {

std::string state_of(const study::LogLine& line) {
  if (line.taken_back_by) return fmt::format("taken back by {}", *line.taken_back_by);
  const bool is_command = line.entry.kind == study::ChangeKind::command;
  return is_command && !line.entry.recorded ? "final" : "";
}

void run_log(Context& context, const Arguments& arguments) {
  study::LogFilter filter;
  filter.noun = arguments.text("noun").value_or("");
  filter.coder = arguments.text("coder").value_or("");
  if (const auto from = arguments.text("from")) filter.from = parse_moment("from", *from);
  if (const auto to = arguments.text("to")) filter.to = parse_moment("to", *to);
  study::Project project = context.open_to_read();
  const auto lines = study::log_lines(project, filter);
  TableOutput table(arguments, {number_column("id"), text_column("time"), text_column("coder"),
                                text_column("command"), text_column("summary"), text_column("why"),
                                text_column("state")});
  for (const study::LogLine& line : lines) {
    const study::LogEntry& entry = line.entry;
    table.row({entry.id, entry.time, entry.coder, entry.command, entry.summary, entry.why,
               state_of(line)});
  }
  table.finish();
}

void print_entry(const Context& context, const study::LogLine& line) {
  print_field(context, "change", static_cast<std::size_t>(line.entry.id));
  print_field(context, "time", line.entry.time);
  print_field(context, "coder", line.entry.coder);
  print_field(context, "command", line.entry.command);
  print_field(context, "summary", line.entry.summary);
  print_field(context, "why", line.entry.why);
  print_field(context, "state", state_of(line));
}

void run_show(Context& context, const Arguments& arguments) {
  const auto id = static_cast<std::int64_t>(parse_number("ID", arguments.argument("ID"), 1));
  study::Project project = context.open_to_read();
  const study::LogLine line = study::log_line(project, id);
  const bool as_text = table_format(arguments) == report::TableFormat::text;
  if (as_text && !arguments.has("output")) {
    print_entry(context, line);
    context.print("\n");
  }
  TableOutput table(arguments, {text_column("noun"), text_column("id"), text_column("change"),
                                text_column("field"), text_column("before"), text_column("after")});
  study::list_changed_values(project, id, [&](const study::ChangedValue& value) {
    table.row({value.noun, value.id, value.change, value.field, value.before, value.after});
  });
  table.finish();
}

}  // namespace

std::vector<Command> log_commands() {
  return {
      {
          .name = "log",
          .summary = "Lists every command that changed the study",
          .details =
              "Oldest first: when, who, which command, what it did, the reason that was given "
              "(--why), and whether it was taken back. As CSV it is an audit appendix.",
          .arguments = {},
          .options = with_table_options(
              {{.name = "noun",
                .value = "NOUN",
                .help = "only commands on this; coding: all that apply codes or take them away",
                .choices = {"study", "source", "speaker", "participant", "bracket", "code", "theme",
                            "codebook", "coding", "terms", "memo", "journal", "phase",
                            "checklist"}},
               {.name = "coder", .value = "NAME", .help = "only what this coder did"},
               {.name = "from", .value = "DATE", .help = "only from this day or time on"},
               {.name = "to", .value = "DATE", .help = "only up to this day or time, included"}}),
          .examples = {{"themata log", "The study's history."},
                       {"themata log --noun theme --format csv -o appendix.csv",
                        "What became of the themes, for an audit appendix."}},
          .run = run_log,
      },
      {
          .name = "log show",
          .summary = "Shows what one command did",
          .details = "A row for each value that it set, changed or took away. Where a value refers "
                     "to a code, a theme, a source or a person, its present name is shown, or its "
                     "number if it is gone.",
          .arguments = {{"ID", "the command's number in the log"}},
          .options = with_table_options({}),
          .examples = {{"themata log show 12", "Every value that change 12 touched."}},
          .run = run_show,
      },
  };
}

}  // namespace themata::cli
