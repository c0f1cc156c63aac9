#include <fmt/format.h>

#include "cli/card.hpp"
#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/scope_notes.hpp"
#include "cli/table_output.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/code_surgery.hpp"
#include "themata/study/codebook.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

void run_add(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const std::string name =
      study::add_code(project, arguments.argument("NAME"),
                      arguments.text("description").value_or(""), arguments.text("theme"));
  context.print(fmt::format("Added the code {}\n", name));
}

void run_list(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const study::CountedCodebook counted = study::count_codings(project, filter_from(arguments));
  const bool retired = tells_retired(arguments, counted.codebook.codes());
  std::vector<report::Column> columns = {text_column("code"), text_column("theme"),
                                         number_column("excerpts"), number_column("participants"),
                                         text_column("description")};
  if (retired) columns.push_back(text_column("retired"));
  TableOutput table(arguments, columns);
  for (const model::Code& code : counted.codebook.codes()) {
    const study::CodingCount number = counted.counts.codes.at(code.id);
    std::vector<report::Cell> row = {code.name, counted.codebook.theme_paths(code.id),
                                     count(number.excerpts), count(number.participants),
                                     code.description};
    if (retired) row.emplace_back(code.retired);
    table.row(row);
  }
  table.finish();
}

void run_show(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const study::CountedCodebook counted = study::count_codings(project, {});
  const model::Code& code = study::find_code(counted.codebook, arguments.argument("CODE"));
  const study::CodingCount number = counted.counts.codes.at(code.id);
  study::Filter filter;
  filter.codes = {code.name};
  print_field(context, "code", code.name);
  print_field(context, "theme", counted.codebook.theme_paths(code.id));
  print_field(context, "excerpts", number.excerpts);
  print_field(context, "participants", number.participants);
  print_field(context, "description", code.description);
  print_scope(context, {code.includes, code.excludes, code.example, code.retired, code.color});
  print_speakers(context, project, filter);
  print_memos(context, project, "code", code.name);
  if (!arguments.has("no-excerpts")) print_excerpts(context, project, filter);
}

void run_rename(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::Renamed name =
      study::rename_code(project, arguments.argument("CODE"), arguments.argument("NEW-NAME"));
  context.print(fmt::format("{} is now {}\n", name.before, name.now));
}

void run_describe(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const std::string name = study::describe_code(project, arguments.argument("CODE"),
                                                scope_notes(arguments, "DESCRIPTION"));
  context.print(fmt::format("Described {}\n", name));
}

void run_move(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const auto theme = arguments.text("theme");
  const std::string name = study::move_code(project, arguments.argument("CODE"), theme);
  context.print(theme ? fmt::format("Moved {} to {}\n", name, *theme)
                      : fmt::format("{} is in no theme now\n", name));
}

void run_remove(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::RemovedCode removed =
      study::remove_code(project, arguments.argument("CODE"), arguments.has("with-codings"));
  context.print(fmt::format("Removed the code {} with {}\n", removed.name,
                            text::plural(removed.codings, "coding")));
}

const Argument code_argument = {"CODE", "the code's name, or its beginning"};

}  // namespace

std::vector<Command> code_commands() {
  std::vector<Command> commands = {
      {
          .name = "code add",
          .summary = "Adds a code",
          .details = "",
          .arguments = {{"NAME", "its name"}},
          .options = {{.name = "description", .value = "TEXT", .help = "what it means"},
                      {.name = "theme", .value = "THEME", .help = "the theme it belongs to"}},
          .examples = {{"themata code add \"Learning to trust\" --theme 1.2", "In a subtheme."}},
          .run = run_add,
      },
      {
          .name = "code list",
          .summary = "Lists the codes with their excerpts and participants",
          .details = "Excerpts are distinct segments: two coders on the same words are one.",
          .arguments = {},
          .options = with_table_options(with_filter_options({}, false)),
          .examples = {{"themata code list", "A row for each code."},
                       {"themata code list --participant Joanne", "How often in Joanne's words."}},
          .run = run_list,
      },
      {
          .name = "code show",
          .summary = "Shows a code with its excerpts",
          .details = "",
          .arguments = {code_argument},
          .options = {{.name = "no-excerpts", .value = "", .help = "leaves the excerpts out"}},
          .examples = {{"themata code show Trust", "Description, counts and every excerpt."}},
          .run = run_show,
      },
      {
          .name = "code rename",
          .summary = "Gives a code another name",
          .details = "",
          .arguments = {code_argument, {"NEW-NAME", "the name it gets"}},
          .options = with_why({}),
          .examples = {{"themata code rename Trust \"Learning to trust\"", "Codings stay."}},
          .run = run_rename,
      },
      {
          .name = "code describe",
          .summary = "Says what a code means",
          .details = "What is not given stays as it was; an empty text takes it away.",
          .arguments = {code_argument,
                        {"DESCRIPTION", "its description from now on", Argument::Count::optional}},
          .options = with_scope_notes({}),
          .examples = {{"themata code describe Trust \"Says that others can be relied on\"",
                        "The description is in every codebook and tree."},
                       {"themata code describe Trust --include \"also trust in oneself\" --exclude "
                        "\"mere politeness\"",
                        "When to apply it, and when not."}},
          .run = run_describe,
      },
      {
          .name = "code move",
          .summary = "Puts a code under one theme alone, or under none",
          .details = "\"themata theme assign\" puts it under a further theme.",
          .arguments = {code_argument},
          .options =
              with_why({{.name = "theme", .value = "THEME", .help = "the theme; else none"}}),
          .examples = {{"themata code move Trust --theme \"Common Humanity\"",
                        "Out of all others."}},
          .run = run_move,
      },
      {
          .name = "code remove",
          .summary = "Removes a code",
          .details = "",
          .arguments = {code_argument},
          .options = with_why({{.name = "with-codings",
                                .value = "",
                                .help = "even if it was applied: its codings go with it"}}),
          .examples = {{"themata code remove Misc", "If it was never applied."}},
          .run = run_remove,
      },
  };
  for (Command& command : code_surgery_commands()) commands.push_back(std::move(command));
  return commands;
}

}  // namespace themata::cli
