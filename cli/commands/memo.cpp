#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "cli/text_argument.hpp"
#include "themata/study/memos.hpp"

namespace themata::cli {

namespace {

void run_list(Context& context, const Arguments& arguments) {
  study::MemoFilter filter;
  filter.target = arguments.text("on").value_or("");
  filter.coder = arguments.text("coder").value_or("");
  filter.words = arguments.text("search").value_or("");
  study::Project project = context.open_to_read();
  const auto memos = study::list_memos(project, filter);
  TableOutput table(arguments, {number_column("id"), text_column("on"), text_column("name"),
                                text_column("coder"), text_column("text"), text_column("time")});
  for (const study::MemoLine& memo : memos) {
    table.row({memo.id.value, memo.target, memo.name, memo.coder, memo.text, memo.created});
  }
  table.finish();
}

std::string place_of(const study::MemoLine& memo) {
  if (memo.name.empty()) return "the study";
  return memo.target == "turn" ? memo.name : fmt::format("the {} {}", memo.target, memo.name);
}

void run_add(Context& context, const Arguments& arguments) {
  study::MemoPlace place;
  place.source = arguments.text("source");
  place.turn = arguments.number("turn", 1);
  place.code = arguments.text("code");
  place.theme = arguments.text("theme");
  place.participant = arguments.text("participant");
  if (const auto id = arguments.number("coding", 1)) place.coding = static_cast<std::int64_t>(*id);
  study::Project project = context.open_to_write();
  const study::MemoLine memo =
      study::add_memo(project, place, text_or_input(arguments.argument("TEXT")));
  context.print(fmt::format("Memo {} on {}\n", memo.id.value, place_of(memo)));
}

std::int64_t id_of(const Arguments& arguments) {
  return static_cast<std::int64_t>(parse_number("ID", arguments.argument("ID"), 1));
}

void run_edit(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::MemoLine memo =
      study::rewrite_memo(project, id_of(arguments), text_or_input(arguments.argument("TEXT")));
  context.print(
      fmt::format("Memo {} on {} says something else now\n", memo.id.value, place_of(memo)));
}

void run_remove(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::MemoLine memo = study::remove_memo(project, id_of(arguments));
  context.print(fmt::format("Removed memo {} on {}\n", memo.id.value, place_of(memo)));
}

const Argument text_argument = {"TEXT", "the memo; - reads it from standard input"};
const Argument id_argument = {"ID", "the memo's number, see memo list"};

}  // namespace

std::vector<Command> memo_commands() {
  return {
      {
          .name = "memo add",
          .summary = "Attaches a memo to anything",
          .details = "To a source, one of its turns, a code, a theme, a coding or a participant; "
                     "without any of these, to the study. A memo on a turn stays with it when the "
                     "transcript is corrected.",
          .arguments = {text_argument},
          .options = {{.name = "source", .value = "SOURCE", .help = "on this source"},
                      {.name = "turn", .value = "N", .help = "on this turn of the source"},
                      {.name = "code", .value = "CODE", .help = "on this code"},
                      {.name = "theme", .value = "THEME", .help = "on this theme"},
                      {.name = "coding", .value = "ID", .help = "on this coding, see excerpts"},
                      {.name = "participant", .value = "NAME", .help = "on this participant"}},
          .examples =
              {{"themata memo add \"Says it twice, the second time smiling\" --source joanne "
                "--turn 12",
                "A thought on one turn."},
               {"themata memo add - --theme 2 < thoughts.txt", "A longer one, from a file."}},
          .run = run_add,
      },
      {
          .name = "memo list",
          .summary = "Lists the memos, or searches them",
          .details = "Oldest first. A search looks in the memos and in the names of what they are "
                     "on, whatever the letter case.",
          .arguments = {},
          .options = with_table_options(
              {{.name = "on",
                .value = "NOUN",
                .help = "only memos on these",
                .choices = {"study", "source", "turn", "code", "theme", "coding", "participant"}},
               {.name = "search", .value = "TEXT", .help = "only memos with this text"},
               {.name = "coder", .value = "NAME", .help = "only memos by this coder"}}),
          .examples = {{"themata memo list", "Each memo with what it is attached to."},
                       {"themata memo list --search trust", "Those that speak of trust."}},
          .run = run_list,
      },
      {
          .name = "memo edit",
          .summary = "Puts other words in a memo's place",
          .details = "The log keeps what it said before.",
          .arguments = {id_argument, text_argument},
          .options = {},
          .examples = {{"themata memo edit 3 \"In vivo; she takes it back later\"",
                        "Memo 3 says this now."}},
          .run = run_edit,
      },
      {
          .name = "memo remove",
          .summary = "Takes a memo away",
          .details = "",
          .arguments = {id_argument},
          .options = {},
          .examples = {{"themata memo remove 3", "\"themata undo\" brings it back."}},
          .run = run_remove,
      },
  };
}

}  // namespace themata::cli
