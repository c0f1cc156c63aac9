#include "themata/study/blame.hpp"

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/sources.hpp"

namespace themata::cli {

namespace {

void run(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const model::Source source = study::find_source(project, arguments.argument("SOURCE"));
  TableOutput table(arguments, {number_column("id"), number_column("turn"), number_column("start"),
                                number_column("end"), text_column("code"), text_column("coder"),
                                text_column("time"), text_column("rule"), text_column("text")});
  study::list_blame(project, source, [&](const study::BlameLine& line) {
    table.row({line.id.value, count(line.turn), count(line.range.begin.value),
               count(line.range.end.value), line.code, line.coder, line.created, line.rule,
               line.text});
  });
  table.finish();
}

}  // namespace

std::vector<Command> blame_commands() {
  return {{
      .name = "blame",
      .summary = "Says who coded what of a source, and when",
      .details = "A row for each coding that the source has, in order of place; rule is what "
                 "autocode applied it by, empty if a person did.",
      .arguments = {{"SOURCE", "the source's name, or its beginning"}},
      .options = with_table_options({}),
      .examples = {{"themata blame joanne", "Each coding with its coder and its time."}},
      .run = run,
  }};
}

}  // namespace themata::cli
