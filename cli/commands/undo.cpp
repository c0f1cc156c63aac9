#include "themata/study/undo.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/question.hpp"
#include "cli/registry.hpp"
#include "themata/error.hpp"
#include "themata/study/history.hpp"

namespace themata::cli {

namespace {

using Commands = std::vector<study::LogEntry>;

std::size_t how_many(const Arguments& arguments) {
  const auto word = arguments.optional_argument("N");
  return word ? parse_number("N", *word, 1) : 1;
}

void print_commands(const Context& context, const std::string& what, const Commands& commands) {
  for (const study::LogEntry& command : commands) {
    context.print(fmt::format("{} {}: {}{}{} ({}, {})\n", what, command.id, command.command,
                              command.summary.empty() ? "" : ": ", command.summary, command.coder,
                              command.time));
  }
}

/// Asks, where somebody can be asked, before what another coder did is taken back.
void ask_if_another_coders(const Context& context, const Arguments& arguments,
                           const Commands& commands) {
  if (arguments.has("yes") || !can_ask()) return;
  const std::string coder = context.environment().coder;
  const auto other = std::find_if(commands.begin(), commands.end(),
                                  [&](const auto& command) { return command.coder != coder; });
  if (other == commands.end()) return;
  print_commands(context, "Would take back", commands);
  if (ask(fmt::format("change {} is by {}, not by you ({}). Take it back?", other->id, other->coder,
                      coder))) {
    return;
  }
  throw Error("nothing was taken back");
}

void run_undo(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  if (const auto only = arguments.number("only", 1)) {
    const auto command = study::single_undone(project, static_cast<std::int64_t>(*only));
    ask_if_another_coders(context, arguments, {command});
    study::undo_only(project, command);
    print_commands(context, "Took back", {command});
    return;
  }
  const Commands commands = study::next_undone(project, how_many(arguments));
  ask_if_another_coders(context, arguments, commands);
  study::undo(project, commands);
  print_commands(context, "Took back", commands);
}

void run_redo(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const Commands commands = study::next_redone(project, how_many(arguments));
  study::redo(project, commands);
  print_commands(context, "Did again", commands);
}

}  // namespace

std::vector<Command> undo_commands() {
  return {
      {
          .name = "undo",
          .summary = "Takes back the last commands that changed the study",
          .details =
              "Whoever gave them: it says whose they were, and on a terminal asks before it takes "
              "back what another coder did. Undo is listed in the log and is not undone itself; "
              "\"themata redo\" gives back what it took, until another command changes the "
              "study.\n\n"
              "With --only one earlier command is taken back by itself, if nothing later stands on "
              "it; else it says what does.\n\n"
              "What source pseudonymise and participant withdraw took out is gone for good: no "
              "undo "
              "goes past them.",
          .arguments = {{"N", "how many commands; 1 unless said otherwise",
                         Argument::Count::optional}},
          .options = {{.name = "only",
                       .value = "ID",
                       .help = "takes back this one command of the log alone"},
                      {.name = "yes", .value = "", .help = "does not ask"}},
          .examples = {{"themata undo", "The last command never happened."},
                       {"themata undo --only 12", "Change 12 alone, and what came later stays."}},
          .run = run_undo,
      },
      {
          .name = "redo",
          .summary = "Does again what undo took back",
          .details = "As long as no other command has changed the study since.",
          .arguments = {{"N", "how many commands; 1 unless said otherwise",
                         Argument::Count::optional}},
          .options = {},
          .examples = {{"themata redo 2", "The last two that were taken back."}},
          .run = run_redo,
      },
  };
}

}  // namespace themata::cli
