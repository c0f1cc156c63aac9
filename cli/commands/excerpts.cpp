#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/analyses.hpp"

namespace themata::cli {

namespace {

void run_excerpts(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  TableOutput table(
      arguments,
      {number_column("id"), text_column("source"), text_column("participant"),
       text_column("occasion"), number_column("start"), number_column("end"), text_column("code"),
       text_column("theme"), text_column("coder"), text_column("text"), time_column()});
  study::list_excerpts(project, filter_from(arguments), [&](const study::Excerpt& excerpt) {
    table.row({excerpt.id.value, excerpt.source,
               fmt::format("{}", fmt::join(excerpt.participants, "; ")), excerpt.occasion,
               count(excerpt.range.begin.value), count(excerpt.range.end.value), excerpt.code,
               excerpt.themes, excerpt.coder, excerpt.text, time_cell(excerpt.started)});
  });
  table.finish();
}

}  // namespace

std::vector<Command> excerpts_commands() {
  return {{
      .name = "excerpts",
      .summary = "Lists the coded text",
      .details = "A row for each coding. Start and end are characters of the stored text, from 0, "
                 "the end excluded. The time is that of the turn in which the text begins, where "
                 "the transcript tells.",
      .arguments = {},
      .options = with_table_options(with_filter_options({}, false)),
      .examples = {{"themata excerpts --theme 1", "All that was coded under the first theme."},
                   {"themata excerpts --code Trust -o trust.csv", "For a spreadsheet."}},
      .run = run_excerpts,
  }};
}

}  // namespace themata::cli
