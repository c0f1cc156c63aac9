#include "themata/study/code_surgery.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "themata/error.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

/// The names given, and what they are to become: `--into`, or else the last of them.
struct Into {
  std::vector<std::string> names;
  std::string target;
};

Into names_and_target(const Arguments& arguments, const std::string& argument) {
  Into result{arguments.arguments(argument), ""};
  if (const auto into = arguments.text("into")) {
    result.target = *into;
    return result;
  }
  if (result.names.size() < 2) throw UsageError("say with --into what it is to become");
  result.target = result.names.back();
  result.names.pop_back();
  return result;
}

void run_merge(Context& context, const Arguments& arguments) {
  const Into what = names_and_target(arguments, "CODE");
  study::Project project = context.open_to_write();
  const study::MergedCodes merged =
      study::merge_codes(project, what.names, what.target, arguments.has("themes"));
  context.print(fmt::format("Merged {} into {}: {}", fmt::join(merged.merged, ", "), merged.into,
                            text::plural(merged.codings, "coding")));
  if (merged.joined > 0) {
    context.print(
        fmt::format(" ({} joined with the same coder's on the same words)", merged.joined));
  }
  context.print("\n");
}

void run_split(Context& context, const Arguments& arguments) {
  std::vector<std::string> words = arguments.arguments("ID");
  std::optional<std::string> into = arguments.text("into");
  if (!into) {
    into = words.front();
    words.erase(words.begin());
  }
  if (words.empty()) {
    throw UsageError(
        "name the codings that move by their ids; \"themata excerpts --code\" lists "
        "them");
  }
  std::vector<std::int64_t> ids;
  for (const std::string& word : words) {
    ids.push_back(static_cast<std::int64_t>(parse_number("ID", word, 1)));
  }
  study::Project project = context.open_to_write();
  const study::SplitCode split = study::split_code(project, arguments.argument("CODE"), *into, ids);
  context.print(fmt::format("Moved {} of {} to the new code {}; {} left\n",
                            text::plural(split.codings, "coding"), split.code, split.into,
                            split.left));
}

void run_retire(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const bool back = arguments.has("back");
  const std::string name = study::retire_code(project, arguments.argument("CODE"), back);
  context.print(back ? fmt::format("{} is in use again\n", name)
                     : fmt::format("Retired {}: its codings stay, and it is not applied any more\n",
                                   name));
}

void run_merge_themes(Context& context, const Arguments& arguments) {
  const Into what = names_and_target(arguments, "THEME");
  study::Project project = context.open_to_write();
  const study::MergedThemes merged = study::merge_themes(project, what.names, what.target);
  context.print(fmt::format("Merged {} into {}: {}, {}\n", fmt::join(merged.merged, ", "),
                            merged.into, text::plural(merged.codes, "code"),
                            text::plural(merged.subthemes, "subtheme")));
}

void run_split_theme(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const std::string into = arguments.text("into").value_or("");
  if (into.empty()) throw UsageError("say with --into what the new theme is called");
  const std::size_t moved =
      study::split_theme(project, arguments.argument("THEME"), into, arguments.arguments("CODE"));
  context.print(fmt::format("Moved {} to the new theme {}\n", text::plural(moved, "code"), into));
}

void run_retire_theme(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const bool back = arguments.has("back");
  const std::string name = study::retire_theme(project, arguments.argument("THEME"), back);
  context.print(back ? fmt::format("{} is in use again\n", name)
                     : fmt::format("Retired {}: what lies under it stays\n", name));
}

const Argument code_argument = {"CODE", "the code's name, or its beginning"};
const Argument theme_argument = {"THEME", "the theme's name, its number (3.4) or path (\"A / B\")"};
const Option back_option = {.name = "back", .value = "", .help = "takes it into use again"};

}  // namespace

std::vector<Command> code_surgery_commands() {
  return {
      {
          .name = "code merge",
          .summary = "Makes one code of several",
          .details =
              "The target gets the codings of the others, their memos, and what term lists count "
              "of them; what was said of them is kept as a memo on it. Where a coder had both on "
              "the same words, the two become one. The others are removed; \"themata undo\" brings "
              "them back.",
          .arguments = {{"CODE", "the codes; without --into the last is the target",
                         Argument::Count::some}},
          .options = with_why(
              {{.name = "into", .value = "TARGET", .help = "the code that they become"},
               {.name = "themes", .value = "", .help = "puts it under the others' themes too"}}),
          .examples = {{"themata code merge Fear Dread --into Terror --why \"nobody tells them "
                        "apart\"",
                        "Three codes become one."}},
          .run = run_merge,
      },
      {
          .name = "code split",
          .summary = "Gives some codings of a code a new code",
          .details = "Under the same themes. The codings are named by their ids, which \"themata "
                     "excerpts --code CODE\" lists; their memos go with them.",
          .arguments = {code_argument,
                        {"ID", "the codings; without --into the new code's name stands first",
                         Argument::Count::some}},
          .options =
              with_why({{.name = "into", .value = "NEW", .help = "what the new code is called"}}),
          .examples = {{"themata code split Trust --into \"Trust in oneself\" 12 17 31",
                        "Three codings get a code of their own."}},
          .run = run_split,
      },
      {
          .name = "code retire",
          .summary = "Takes a code out of use, with its codings kept",
          .details = "It stays in the codebook and in every table, and is refused when somebody "
                     "applies it.",
          .arguments = {code_argument},
          .options = with_why({back_option}),
          .examples = {{"themata code retire Misc", "No new codings with it."}},
          .run = run_retire,
      },
  };
}

std::vector<Command> theme_surgery_commands() {
  return {
      {
          .name = "theme merge",
          .summary = "Makes one theme of several",
          .details = "The target gets the codes, subthemes and memos of the others; their "
                     "definitions are kept as memos on it.",
          .arguments = {{"THEME", "the themes; without --into the last is the target",
                         Argument::Count::some}},
          .options =
              with_why({{.name = "into", .value = "TARGET", .help = "the theme that they become"}}),
          .examples = {{"themata theme merge 3.4 --into 1 --why \"one idea, not two\"",
                        "What lay under 3.4 lies under 1."}},
          .run = run_merge_themes,
      },
      {
          .name = "theme split",
          .summary = "Moves codes of a theme into a new theme beside it",
          .details = "",
          .arguments = {theme_argument, {"CODE", "the codes that move", Argument::Count::some}},
          .options =
              with_why({{.name = "into", .value = "NEW", .help = "what the new theme is called"}}),
          .examples = {{"themata theme split 2 --into \"Being carried\" \"Floating\"",
                        "A theme of its own for one code."}},
          .run = run_split_theme,
      },
      {
          .name = "theme retire",
          .summary = "Marks a theme as out of use",
          .details = "What lies under it stays where it is.",
          .arguments = {theme_argument},
          .options = with_why({back_option}),
          .examples = {{"themata theme retire 4", "Listed as retired from now on."}},
          .run = run_retire_theme,
      },
  };
}

}  // namespace themata::cli
