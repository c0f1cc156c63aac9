#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/brackets.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

void run_list(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const auto brackets = study::list_brackets(project);
  TableOutput table(arguments,
                    {text_column("bracket"), text_column("class"), number_column("count")});
  for (const study::BracketSummary& bracket : brackets) {
    table.row({bracket.text, std::string(model::to_string(bracket.kind)), count(bracket.count)});
  }
  table.finish();
}

void run_set(Context& context, const Arguments& arguments) {
  const auto kind = arguments.text("as");
  if (!kind) throw UsageError("say how it is to be taken: --as speech, note, insertion or voice");
  study::Project project = context.open_to_write();
  const auto set =
      study::set_bracket(project, arguments.argument("TEXT"), *model::parse_aside_kind(*kind));
  for (const study::BracketSummary& bracket : set) {
    context.print(fmt::format("{} is taken as {} now ({})\n", bracket.text, *kind,
                              text::plural(bracket.count, "place")));
  }
}

}  // namespace

std::vector<Command> bracket_commands() {
  return {
      {
          .name = "bracket list",
          .summary = "Lists every bracketed text and how it is taken",
          .details = "[...] is an editorial insertion, a time or another voice; (laughs) and the "
                     "like are notes; other parentheses are speech. Only speech is counted.",
          .arguments = {},
          .options = with_table_options({}),
          .examples = {{"themata bracket list", "The most frequent first."}},
          .run = run_list,
      },
      {
          .name = "bracket set",
          .summary = "Says how a bracketed text is taken, in the whole study",
          .details = "",
          .arguments = {{"TEXT", "the bracket, or what stands inside it"}},
          .options = {{.name = "as",
                       .value = "CLASS",
                       .help = "what it is",
                       .choices = {"speech", "note", "insertion", "voice"}}},
          .examples = {{"themata bracket set '[breathing space]' --as speech",
                        "Its words are counted from now on."}},
          .run = run_set,
      },
  };
}

}  // namespace themata::cli
