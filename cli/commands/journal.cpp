#include "themata/study/journal.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/output_file.hpp"
#include "cli/ranges.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "cli/text_argument.hpp"
#include "themata/model/phase.hpp"

namespace themata::cli {

namespace {

study::JournalFilter filter_of(const Arguments& arguments) {
  study::JournalFilter filter;
  if (const auto phase = arguments.number("phase", 1)) filter.phase = static_cast<int>(*phase);
  filter.words = arguments.text("search").value_or("");
  filter.coder = arguments.text("coder").value_or("");
  if (const auto from = arguments.text("from")) filter.from = parse_moment("from", *from);
  if (const auto to = arguments.text("to")) filter.to = parse_moment("to", *to);
  return filter;
}

std::vector<Option> with_journal_filter(std::vector<Option> options) {
  options.push_back({.name = "phase",
                     .value = "N",
                     .help = "only entries of this phase",
                     .choices = {"1", "2", "3", "4", "5", "6"}});
  options.push_back({.name = "search", .value = "TEXT", .help = "only entries with this text"});
  options.push_back({.name = "coder", .value = "NAME", .help = "only entries by this coder"});
  options.push_back({.name = "from", .value = "DATE", .help = "only from this day on"});
  options.push_back({.name = "to", .value = "DATE", .help = "only up to this day, included"});
  return options;
}

void run_add(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::JournalLine entry =
      study::add_journal_entry(project, text_or_input(arguments.argument("TEXT")));
  context.print(fmt::format("Entry {} in phase {}\n", entry.id.value, entry.phase));
}

void run_list(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const auto entries = study::list_journal(project, filter_of(arguments));
  TableOutput table(arguments, {number_column("id"), text_column("time"), number_column("phase"),
                                text_column("coder"), text_column("text")});
  for (const study::JournalLine& entry : entries) {
    table.row({entry.id.value, entry.time, static_cast<std::int64_t>(entry.phase), entry.coder,
               entry.text});
  }
  table.finish();
}

void run_export(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  OutputFile file(arguments.text("output"));
  file.stream() << study::journal_page(project, filter_of(arguments));
  file.finish();
}

}  // namespace

std::vector<Command> journal_commands() {
  return {
      {
          .name = "journal add",
          .summary = "Adds an entry to the study's journal",
          .details =
              "The researchers' diary of the analysis: doubts, decisions, what one brought "
              "along. Each entry is dated and tells the phase that the study was in (\"themata "
              "phase set\").",
          .arguments = {{"TEXT", "the entry; - reads it from standard input"}},
          .options = {},
          .examples =
              {{"themata journal add \"I expected fear of water and heard fear of people.\"",
                "Dated today."}},
          .run = run_add,
      },
      {
          .name = "journal list",
          .summary = "Lists the journal's entries, or searches them",
          .details = "Oldest first.",
          .arguments = {},
          .options = with_table_options(with_journal_filter({})),
          .examples = {{"themata journal list --phase 4", "What was written during the review."}},
          .run = run_list,
      },
      {
          .name = "journal export",
          .summary = "Writes the journal as a page to read",
          .details = "In Markdown, by day, with author and phase above each entry.",
          .arguments = {},
          .options = with_journal_filter({{.name = "output",
                                           .value = "FILE",
                                           .help = "writes there, not to standard output",
                                           .letter = 'o',
                                           .is_path = true}}),
          .examples = {{"themata journal export -o journal.md", "For the appendix of a thesis."}},
          .run = run_export,
      },
  };
}

}  // namespace themata::cli
