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
#include "themata/study/marking_read.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

void run_add(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const std::string name =
      study::add_theme(project, arguments.argument("NAME"),
                       arguments.text("definition").value_or(""), arguments.text("parent"));
  context.print(fmt::format("Added the theme {}\n", name));
}

/// Counts are told as text only if they are asked for: how often is not what makes a theme.
void run_list(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const study::CountedCodebook counted = study::count_codings(project, filter_from(arguments));
  const model::Codebook& codebook = counted.codebook;
  const bool counts =
      arguments.has("counts") || table_format(arguments) != report::TableFormat::text;
  std::vector<report::Column> columns = {text_column("theme"), text_column("parent")};
  if (counts) {
    columns.insert(columns.end(), {number_column("excerpts"), number_column("participants")});
  }
  const bool retired = tells_retired(arguments, codebook.themes());
  columns.insert(columns.end(), {text_column("definition"), text_column("number")});
  if (retired) columns.push_back(text_column("retired"));
  TableOutput table(arguments, columns);
  for (const model::Theme& theme : codebook.themes()) {
    std::vector<report::Cell> row = {theme.name,
                                     theme.parent ? codebook.theme(*theme.parent).name : ""};
    const study::CodingCount number = counted.counts.themes.at(theme.id);
    if (counts) row.insert(row.end(), {count(number.excerpts), count(number.participants)});
    row.insert(row.end(), {theme.definition, codebook.number(theme.id)});
    if (retired) row.emplace_back(theme.retired);
    table.row(row);
  }
  table.finish();
}

void run_show(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const study::CountedCodebook counted = study::count_codings(project, {});
  const model::Codebook& codebook = counted.codebook;
  const model::Theme& theme = study::find_theme(codebook, arguments.argument("THEME"));
  const study::CodingCount number = counted.counts.themes.at(theme.id);
  study::Filter filter;
  filter.themes = {codebook.number(theme.id)};
  print_field(context, "theme", codebook.number(theme.id) + " " + codebook.path(theme.id));
  print_field(context, "excerpts", number.excerpts);
  print_field(context, "participants", number.participants);
  print_field(context, "definition", theme.definition);
  if (!theme.idea.empty()) print_field(context, "central idea", theme.idea);
  print_scope(context, {theme.includes, theme.excludes, theme.example, theme.retired, theme.color});
  for (const model::ThemeId below : codebook.subthemes(theme.id)) {
    print_field(context, "subtheme", codebook.number(below) + " " + codebook.theme(below).name);
  }
  for (const model::CodeId code : codebook.codes_of(theme.id)) {
    print_field(context, "code", codebook.code(code).name);
  }
  print_speakers(context, project, filter);
  print_memos(context, project, "theme", codebook.path(theme.id));
  if (!arguments.has("no-excerpts")) print_excerpts(context, project, filter);
}

void run_rename(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::Renamed name =
      study::rename_theme(project, arguments.argument("THEME"), arguments.argument("NEW-NAME"));
  context.print(fmt::format("{} is now {}\n", name.before, name.now));
}

void run_define(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  study::ScopeNotes notes = scope_notes(arguments, "DEFINITION");
  notes.idea = arguments.text("idea");
  const std::string name = study::define_theme(project, arguments.argument("THEME"), notes);
  context.print(fmt::format("Defined {}\n", name));
}

void run_move(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const auto parent = arguments.text("parent");
  const std::string name = study::move_theme(project, arguments.argument("THEME"), parent);
  context.print(fmt::format("Moved {} {}\n", name, parent ? "under " + *parent : "to the top"));
}

void run_mark_read(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const std::string name = study::mark_theme_read(project, arguments.argument("THEME"));
  context.print(fmt::format("The excerpts of {} are noted as read\n", name));
}

void run_order(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  study::order_themes(project, arguments.arguments("THEME"));
  context.print("Ordered the themes\n");
}

void run_remove(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const std::string name = study::remove_theme(project, arguments.argument("THEME"));
  context.print(fmt::format("Removed the theme {}; its codes and subthemes stay\n", name));
}

void run_assign(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const std::vector<std::string> codes = arguments.arguments("CODE");
  const std::size_t assigned = study::assign_codes(project, arguments.argument("THEME"), codes);
  context.print(fmt::format("Put {} under the theme", text::plural(assigned, "code")));
  if (assigned < codes.size()) {
    context.print(fmt::format("; {} already there", codes.size() - assigned));
  }
  context.print("\n");
}

void run_unassign(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const std::vector<std::string> codes = arguments.arguments("CODE");
  const std::size_t taken = study::unassign_codes(project, arguments.argument("THEME"), codes);
  context.print(fmt::format("Took {} out of the theme", text::plural(taken, "code")));
  if (taken < codes.size()) {
    context.print(fmt::format("; {} not in it", codes.size() - taken));
  }
  context.print("\n");
}

const Argument theme_argument = {"THEME", "the theme's name, its number (3.4) or path (\"A / B\")"};

std::vector<Command> commands_that_show() {
  return {
      {
          .name = "theme list",
          .summary = "Lists the themes with their excerpts and participants",
          .details = "In the researcher's order, subthemes below their theme. A theme counts an "
                     "excerpt or a participant once, whatever number of its codes they have.",
          .arguments = {},
          .options = with_table_options(with_filter_options(
              {{.name = "counts",
                .value = "",
                .help =
                    "with excerpts and participants, which tables other than text always have"}},
              false)),
          .examples = {{"themata theme list", "A row for each theme and subtheme."}},
          .run = run_list,
      },
      {
          .name = "theme show",
          .summary = "Shows a theme with its subthemes and codes",
          .details = "",
          .arguments = {theme_argument},
          .options = {{.name = "no-excerpts", .value = "", .help = "leaves the excerpts out"}},
          .examples = {{"themata theme show 3.4", "Definition, counts, what lies below."}},
          .run = run_show,
      },
  };
}

std::vector<Command> commands_that_shape() {
  return {
      {
          .name = "theme add",
          .summary = "Adds a theme, or a subtheme",
          .details = "",
          .arguments = {{"NAME", "its name"}},
          .options = {{.name = "parent", .value = "THEME", .help = "the theme it is a subtheme of"},
                      {.name = "definition", .value = "TEXT", .help = "what it is about"}},
          .examples = {{"themata theme add \"Common humanity\" --parent \"Experience of safeness\"",
                        "A subtheme."}},
          .run = run_add,
      },
      {
          .name = "theme rename",
          .summary = "Gives a theme another name",
          .details = "",
          .arguments = {theme_argument, {"NEW-NAME", "the name it gets"}},
          .options = with_why({}),
          .examples = {{"themata theme rename 2 \"The flows of compassion\"", "Codes stay."}},
          .run = run_rename,
      },
      {
          .name = "theme define",
          .summary = "Says what a theme is about",
          .details = "What is not given stays as it was; an empty text takes it away.",
          .arguments = {theme_argument,
                        {"DEFINITION", "its definition from now on", Argument::Count::optional}},
          .options = with_scope_notes(
              {{.name = "idea", .value = "TEXT", .help = "its central organising idea"}}),
          .examples = {{"themata theme define 2 \"Giving and taking of compassion\"",
                        "The definition is in every tree."}},
          .run = run_define,
      },
      {
          .name = "theme move",
          .summary = "Puts a theme under another, or at the top",
          .details = "It comes last there. A theme cannot come under itself.",
          .arguments = {theme_argument},
          .options = with_why(
              {{.name = "parent", .value = "THEME", .help = "the theme above; else the top"}}),
          .examples = {{"themata theme move 3.4 --parent 1", "3.4 becomes the last of 1."}},
          .run = run_move,
      },
      {
          .name = "theme mark-read",
          .summary = "Notes that you have read a theme's excerpts",
          .details = "Dated, under your name. \"themata phase facts\" tells which themes changed "
                     "since their excerpts were last read.",
          .arguments = {theme_argument},
          .options = {},
          .examples = {{"themata theme mark-read 2.1", "All excerpts of 2.1, today."}},
          .run = run_mark_read,
      },
      {
          .name = "theme order",
          .summary = "Puts themes in order",
          .details =
              "The named ones, which must stand under the same theme, come first; the others "
              "follow as they were.",
          .arguments = {{"THEME", theme_argument.help, Argument::Count::some}},
          .options = with_why({}),
          .examples = {{"themata theme order 2 1 3", "The second theme becomes the first."}},
          .run = run_order,
      },
      {
          .name = "theme assign",
          .summary = "Puts codes under a theme",
          .details = "A code may be under several themes.",
          .arguments = {theme_argument, {"CODE", "names of codes", Argument::Count::some}},
          .options = with_why({}),
          .examples = {{"themata theme assign 1.2 Trust Honesty", "Both belong to 1.2 as well."}},
          .run = run_assign,
      },
      {
          .name = "theme unassign",
          .summary = "Takes codes out of a theme",
          .details = "",
          .arguments = {theme_argument, {"CODE", "names of codes", Argument::Count::some}},
          .options = with_why({}),
          .examples = {{"themata theme unassign 1.2 Trust", "Trust keeps its codings."}},
          .run = run_unassign,
      },
      {
          .name = "theme remove",
          .summary = "Removes a theme; its codes and subthemes stay",
          .details = "They move one level up.",
          .arguments = {theme_argument},
          .options = with_why({}),
          .examples = {{"themata theme remove 4", "Its subthemes become themes."}},
          .run = run_remove,
      },
  };
}

}  // namespace

std::vector<Command> theme_commands() {
  std::vector<Command> commands = commands_that_show();
  for (const Command& command : commands_that_shape()) commands.push_back(command);
  for (const Command& command : theme_surgery_commands()) commands.push_back(command);
  return commands;
}

}  // namespace themata::cli
