#include "themata/study/terms.hpp"

#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/output_file.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/term_suggestions.hpp"
#include "themata/study/term_tables.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

const Argument family_argument{"FAMILY", "the family's label, or its beginning"};

std::string state_word(const std::optional<model::FormState>& state) {
  return state ? std::string(model::to_string(*state)) : std::string();
}

/// "Safe: approved safe, safer; rejected safeguard*"
std::string told(const study::FormsChanged& changed) {
  std::string parts;
  for (const auto state :
       {model::FormState::proposed, model::FormState::approved, model::FormState::rejected}) {
    std::vector<std::string> patterns;
    for (const model::TermForm& form : changed.forms) {
      if (form.state == state) patterns.push_back(form.pattern);
    }
    if (patterns.empty()) continue;
    parts += fmt::format("{}{} {}", parts.empty() ? "" : "; ", model::to_string(state),
                         fmt::join(patterns, ", "));
  }
  return fmt::format("{}: {}", changed.family, parts.empty() ? "nothing changed" : parts);
}

void run_add(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const auto changed =
      study::add_terms(project, arguments.argument("LABEL"), arguments.arguments("PATTERN"),
                       arguments.text("list").value_or(""));
  context.print(told(changed) + '\n');
}

void run_list(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  TableOutput table(
      arguments, {text_column("term"), text_column("list"), number_column("participants"),
                  number_column("frequency"), number_column("approved"), number_column("proposed"),
                  number_column("rejected"), number_column("left_out")});
  for (const auto& [family, row] : study::list_terms(project, filter_from(arguments))) {
    table.row({family.name, family.list, count(row.participants), count(row.frequency),
               count(family.count(model::FormState::approved)),
               count(family.count(model::FormState::proposed)),
               count(family.count(model::FormState::rejected)), count(row.left_out)});
  }
  table.finish();
}

void run_show(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  TableOutput table(arguments, {text_column("form"), text_column("state"),
                                number_column("participants"), number_column("frequency")});
  for (const auto& row :
       study::list_forms(project, filter_from(arguments), arguments.argument("FAMILY"))) {
    table.row({row.form.pattern, state_word(row.form.state), count(row.participants),
               count(row.frequency)});
  }
  table.finish();
}

void run_rename(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const auto renamed =
      study::rename_terms(project, arguments.argument("FAMILY"), arguments.argument("NEW-LABEL"));
  context.print(fmt::format("{} is now {}\n", renamed.before, renamed.now));
}

void run_remove(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const std::vector<std::string> patterns = arguments.arguments("PATTERN");
  const auto removed = study::remove_terms(project, arguments.argument("FAMILY"), patterns);
  context.print(fmt::format(
      "Removed {}{}\n", patterns.empty() ? "" : text::plural(removed.forms.size(), "form") + " of ",
      removed.family));
}

void run_import(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const std::string path = arguments.argument("FILE");
  const std::string stem = path == "-" ? "" : std::filesystem::path(path).stem().string();
  const std::string list = arguments.text("list").value_or(stem);
  std::size_t families = 0;
  std::size_t forms = 0;
  for (const auto& changed : study::import_terms(project, path, list)) {
    families += changed.is_new_family ? 1 : 0;
    forms += changed.forms.size();
  }
  context.print(fmt::format("Added {} new famil{} and {}{}\n", families,
                            families == 1 ? "y" : "ies", text::plural(forms, "form"),
                            list.empty() ? "" : " to the list " + list));
}

void run_export(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const std::string lines = study::exported_terms(project, arguments.text("list"));
  const std::string path = arguments.argument("FILE");
  OutputFile file(path == "-" ? std::nullopt : std::optional(path));
  file.stream() << lines;
  file.finish();
}

void run_approve(Context& context, const Arguments& arguments) {
  const auto family = arguments.optional_argument("FAMILY");
  const auto list = arguments.text("list");
  if (family.has_value() == list.has_value())
    throw UsageError("approve a FAMILY, or a whole --list");
  study::Project project = context.open_to_write();
  if (list) {
    for (const auto& changed : study::approve_term_list(project, *list)) {
      context.print(told(changed) + '\n');
    }
    return;
  }
  context.print(told(study::approve_terms(project, *family, arguments.arguments("PATTERN"))) +
                '\n');
}

void run_reject(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  context.print(told(study::reject_terms(project, arguments.argument("FAMILY"),
                                         arguments.arguments("PATTERN"))) +
                '\n');
}

void run_suggest(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const auto family = arguments.text("family");
  std::vector<report::Column> columns = {text_column("form"), text_column("found_by"),
                                         number_column("participants"), number_column("frequency")};
  if (family) columns.push_back(text_column("state"));
  columns.insert(columns.end(), {{"before", report::Column::Kind::leading_text},
                                 {"keyword", report::Column::Kind::keyword},
                                 {"after", report::Column::Kind::trailing_text}});
  const auto found =
      study::suggest_forms(project, filter_from(arguments), arguments.argument("WORD"), family);
  TableOutput table(arguments, columns);
  for (const study::Suggestion& form : found) {
    std::vector<report::Cell> cells = {form.form, fmt::format("{}", fmt::join(form.found_by, "; ")),
                                       count(form.participants), count(form.frequency)};
    if (family) cells.emplace_back(state_word(form.state));
    cells.insert(cells.end(), {form.example.before, form.example.keyword, form.example.after});
    table.row(cells);
  }
  table.finish();
  if (found.empty()) context.notice("no form of it is said in the study");
}

std::vector<Command> family_commands() {
  return {
      {
          .name = "terms add",
          .summary = "Makes a term family, or adds forms to one",
          .details =
              "A term family is a label and the forms that are counted under it. Patterns are "
              "those "
              "of a term list: a word, breath*, ~settle (same stem), \"two words\" (in quotes that "
              "the shell leaves), code:\"NAME\"; what stands behind a minus is taken out (write -- "
              "before the first of these). New forms are proposed: they count, and a table says "
              "that "
              "nobody has approved them.",
          .arguments = {{"LABEL", "the family's label"},
                        {"PATTERN", "what is counted, or taken out", Argument::Count::some}},
          .options = {{.name = "list",
                       .value = "NAME",
                       .help = "the term list that a new family belongs to"}},
          .examples = {{"themata terms add Calm calm calmer 'at peace'", "Three forms."},
                       {"themata terms add Safe -- 'safe*' -safeguarding",
                        "One pattern, and what it must not take in."}},
          .run = run_add,
      },
      {
          .name = "terms list",
          .summary = "Lists the study's term families with their counts",
          .details =
              "With how many forms are approved, proposed and rejected, and how many hits were "
              "left out by sense.",
          .arguments = {},
          .options = with_table_options(with_filter_options({}, true)),
          .examples = {{"themata terms list", "In the study's order."}},
          .run = run_list,
      },
      {
          .name = "terms show",
          .summary = "Shows the forms of a family, each with its counts",
          .details = "Each form is counted by itself, as if it were the only one: what the family "
                     "rejects or leaves out is not taken from it, and a form that is rejected is "
                     "counted too.",
          .arguments = {family_argument},
          .options = with_table_options(with_filter_options({}, true)),
          .examples = {{"themata terms show Safe", "What counts as Safe, and what does not."}},
          .run = run_show,
      },
      {
          .name = "terms rename",
          .summary = "Gives a term family another label",
          .details = "",
          .arguments = {family_argument, {"NEW-LABEL", "what it is to be called"}},
          .options = with_why({}),
          .examples = {{"themata terms rename Safe Safeness", "As it stands in a table."}},
          .run = run_rename,
      },
      {
          .name = "terms remove",
          .summary = "Takes a family, or some of its forms, out of the study",
          .details = "With a family goes what was decided of its hits.",
          .arguments = {family_argument,
                        {"PATTERN", "forms of it; without one, the family", Argument::Count::any}},
          .options = with_why({}),
          .examples = {{"themata terms remove Safe safer", "Safe no longer counts it."}},
          .run = run_remove,
      },
      {
          .name = "terms import",
          .summary = "Reads the families of a term list into the study",
          .details =
              "All or none. What the study has stays as it is; forms that a family has not are "
              "added to it.",
          .arguments = {{.name = "FILE", .help = "a term list", .is_path = true}},
          .options = {{.name = "list",
                       .value = "NAME",
                       .help = "what the list is called in the study (the file's name without its "
                               "ending unless said otherwise)"}},
          .examples = {{"themata terms import safeness.terms",
                        "Then: themata freq --terms safeness"}},
          .run = run_import,
      },
      {
          .name = "terms export",
          .summary = "Writes the study's families as a term list",
          .details =
              "What is rejected stands behind a minus. Hits that were left out by sense cannot "
              "be said in a list.",
          .arguments = {{.name = "FILE", .help = "the file to write", .is_path = true}},
          .options = {{.name = "list", .value = "NAME", .help = "only this list"}},
          .examples = {{"themata terms export all.terms", "For another study."}},
          .run = run_export,
      },
  };
}

std::vector<Command> form_commands() {
  return {
      {
          .name = "terms suggest",
          .summary = "Lists forms that occur in the study and may be derivatives of a word",
          .details =
              "Found by its stem (Snowball), by affixes (Hunspell), by wildcard (the word's "
              "beginning, "
              "anywhere in a form), and near: one letter away from a form so found, such as "
              "breathin "
              "for breathing. None of them can be trusted alone, so each form is told with what "
              "found it, its counts and the first place where it is said. What counts is for you "
              "to "
              "say, with themata terms approve and reject.",
          .arguments = {{"WORD", "the word"}},
          .options = with_table_options(
              with_filter_options({{.name = "family",
                                    .value = "FAMILY",
                                    .help = "shows what was said of each form in this family"}},
                                  true)),
          .examples = {{"themata terms suggest breathe", "Breath, breathing, breather, ..."}},
          .run = run_suggest,
      },
      {
          .name = "terms approve",
          .summary = "Says that forms are counted in a family",
          .details =
              "Without a pattern, all that is proposed: a wildcard or a stem gives way to the "
              "forms that participants say, one by one, so that the list is explicit.",
          .arguments = {{"FAMILY", "the family's label, or its beginning",
                         Argument::Count::optional},
                        {"PATTERN", "what counts; new forms too", Argument::Count::any}},
          .options = {{.name = "list",
                       .value = "NAME",
                       .help = "all that is proposed in each family of this term list"}},
          .examples = {{"themata terms approve Breath breath breathe breathing", "Three forms."},
                       {"themata terms approve Breath", "All that breath* meets."}},
          .run = run_approve,
      },
      {
          .name = "terms reject",
          .summary = "Says that forms are not counted in a family",
          .details = "What a rejected form meets is taken out, whatever else meets it.",
          .arguments = {family_argument, {"PATTERN", "what does not count", Argument::Count::some}},
          .options = {},
          .examples = {{"themata terms reject Safe safeguarding 'fail safe'", "Two look-alikes."}},
          .run = run_reject,
      },
  };
}

}  // namespace

std::vector<Command> terms_commands() {
  std::vector<Command> commands = family_commands();
  for (Command& command : form_commands()) commands.push_back(std::move(command));
  commands.push_back(terms_review_command());
  return commands;
}

}  // namespace themata::cli
