#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/flags.hpp"

namespace themata::cli {

namespace {

std::vector<report::Column> columns(bool flagged) {
  std::vector<report::Column> all = {
      number_column("id"),     text_column("source"),  text_column("participant"),
      text_column("occasion"), number_column("start"), number_column("end"),
      text_column("code"),     text_column("theme"),   text_column("coder"),
      text_column("text"),     time_column()};
  if (flagged) all.insert(all.end(), {text_column("old_text"), text_column("reason")});
  return all;
}

std::vector<report::Cell> cells(const study::Excerpt& excerpt) {
  return {excerpt.id.value,
          excerpt.source,
          fmt::format("{}", fmt::join(excerpt.participants, "; ")),
          excerpt.occasion,
          count(excerpt.range.begin.value),
          count(excerpt.range.end.value),
          excerpt.code,
          excerpt.themes,
          excerpt.coder,
          excerpt.text,
          time_cell(excerpt.started)};
}

void run_excerpts(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const bool flagged = arguments.has("flagged");
  const auto flags =
      flagged ? study::flags_by_coding(project) : decltype(study::flags_by_coding(project)){};
  TableOutput table(arguments, columns(flagged));
  study::list_excerpts(project, filter_from(arguments), [&](const study::Excerpt& excerpt) {
    std::vector<report::Cell> row = cells(excerpt);
    if (flagged) {
      const auto flag = flags.find(excerpt.id);
      if (flag == flags.end()) return;
      row.insert(row.end(), {flag->second.excerpt, flag->second.reason});
    }
    table.row(row);
  });
  table.finish();
}

}  // namespace

std::vector<Command> excerpts_commands() {
  return {{
      .name = "excerpts",
      .summary = "Lists the coded text",
      .details =
          "A row for each coding. Start and end are characters of the stored text, from 0, "
          "the end excluded. The time is that of the turn in which the text begins, where the "
          "transcript tells.\n"
          "With --flagged, only the codings to look at again since \"themata source revise\" "
          "changed their words, with two more columns: the words that the coder chose, and "
          "what became of them. \"themata unflag\" settles them.",
      .arguments = {},
      .options = with_table_options(
          with_filter_options({{.name = "flagged",
                                .value = "",
                                .help = "only those to look at again, with their old words"}},
                              false)),
      .examples = {{"themata excerpts --theme 1", "All that was coded under the first theme."},
                   {"themata excerpts --code Trust -o trust.csv", "For a spreadsheet."},
                   {"themata excerpts --flagged", "What a corrected transcript left to check."}},
      .run = run_excerpts,
  }};
}

}  // namespace themata::cli
