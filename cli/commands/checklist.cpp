#include "themata/study/checklist.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "cli/text_argument.hpp"

namespace themata::cli {

namespace {

constexpr const char* margin = "    ";
constexpr std::size_t date_size = 10;

std::string kind_in_words(model::PointKind kind) {
  switch (kind) {
    case model::PointKind::shown:
      return "shown by the record";
    case model::PointKind::evidence:
      return "evidence to judge";
    case model::PointKind::yours:
      break;
  }
  return "yours to state";
}

bool is_dismissed(const std::optional<study::StandingStatement>& said) {
  return said && said->kind == model::StatementKind::dismissed;
}

void print_said(const Context& context, const study::StandingStatement& said) {
  context.print_behind(
      margin,
      fmt::format("{} by {} on {}{}{}", is_dismissed(said) ? "Dismissed" : "Stated", said.coder,
                  said.time.substr(0, date_size), is_dismissed(said) ? ", because " : ": ",
                  said.text),
      margin);
}

void print_item(const Context& context, const study::ChecklistItem& item) {
  context.print_behind(fmt::format("{:>2}  ", item.point.number),
                       fmt::format("{} ({})", item.point.criterion, kind_in_words(item.point.kind)),
                       margin);
  if (item.said) print_said(context, *item.said);
  if (is_dismissed(item.said)) return;
  for (const std::string& sentence : item.record) context.print_behind(margin, sentence, margin);
  if (item.point.kind == model::PointKind::yours && !item.said) {
    context.print(fmt::format("{}Nothing is stated yet.\n", margin));
  }
}

void print_remarks(const Context& context, const std::vector<study::WordRemark>& remarks) {
  if (remarks.empty()) return;
  context.print("\nWords that you may want to look at\n");
  for (const study::WordRemark& remark : remarks) {
    context.print_behind(
        "  ", fmt::format("{}  {}: \"{}\"", remark.topic, remark.place, remark.words), margin);
    if (remark.said) {
      print_said(context, *remark.said);
    } else {
      context.print_behind(margin, remark.remark + ".", margin);
    }
  }
}

void print_page(const Context& context, const study::Checklist& list) {
  context.print_behind("",
                       "Fifteen points of a good thematic analysis (Braun and Clarke 2006, p. 96). "
                       "None is passed or failed here: each is for you to judge or to state.",
                       "");
  std::string_view area;
  for (const study::ChecklistItem& item : list.items) {
    if (item.point.area != area) context.print(fmt::format("\n{}\n", item.point.area));
    area = item.point.area;
    print_item(context, item);
  }
  if (list.information_power) {
    context.print("\nInformation power\n");
    print_said(context, *list.information_power);
  }
  print_remarks(context, list.remarks);
}

std::vector<report::Cell> said_cells(const std::optional<study::StandingStatement>& said) {
  if (!said) return {"", "", "", ""};
  return {std::string(model::to_string(said->kind)), said->text, said->coder, said->time};
}

std::string in_one(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) text += (text.empty() ? "" : " ") + sentence;
  return text;
}

void write_table(const Arguments& arguments, const study::Checklist& list) {
  TableOutput table(arguments,
                    {text_column("item"), text_column("area"), text_column("point"),
                     text_column("kind"), text_column("record"), text_column("said"),
                     text_column("statement"), text_column("coder"), text_column("time")});
  const auto write = [&](std::vector<report::Cell> cells,
                         const std::optional<study::StandingStatement>& said) {
    const auto more = said_cells(said);
    cells.insert(cells.end(), more.begin(), more.end());
    table.row(cells);
  };
  for (const study::ChecklistItem& item : list.items) {
    write({std::to_string(item.point.number), std::string(item.point.area),
           std::string(item.point.criterion), std::string(model::to_string(item.point.kind)),
           in_one(item.record)},
          item.said);
  }
  write({study::information_power, "Sample", "What the sample can tell", "yours", ""},
        list.information_power);
  for (const study::WordRemark& remark : list.remarks) {
    write({remark.topic, "Words", remark.remark, "evidence",
           fmt::format("{}: {}", remark.place, remark.words)},
          remark.said);
  }
  table.finish();
}

void run_checklist(Context& context, const Arguments& arguments) {
  if (const auto item = arguments.text("dismiss")) {
    study::Project project = context.open_to_write();
    study::dismiss(project, *item, arguments.text("because").value_or(""));
    return context.print(fmt::format("Dismissed {}\n", *item));
  }
  if (arguments.has("because")) throw UsageError("--because goes with --dismiss ITEM");
  study::Project project = context.open_to_read();
  const study::Checklist list = study::checklist(project);
  const bool as_page =
      table_format(arguments) == report::TableFormat::text && !arguments.has("output");
  as_page ? print_page(context, list) : write_table(arguments, list);
}

void run_state(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  study::state(project, arguments.argument("ITEM"), text_or_input(arguments.argument("TEXT")));
  context.print(fmt::format("Stated on {}\n", arguments.argument("ITEM")));
}

void run_withdraw(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  study::withdraw_statement(project, arguments.argument("ITEM"));
  context.print(fmt::format("Took back what stood on {}\n", arguments.argument("ITEM")));
}

}  // namespace

std::vector<Command> checklist_commands() {
  return {
      {
          .name = "checklist",
          .summary = "Goes through fifteen points of a good thematic analysis",
          .details =
              "Braun and Clarke's (2006) checklist, in our words. Each point is shown by the "
              "record, or the record has evidence to judge it by, or it is yours to state "
              "(\"themata checklist state\"); nothing is scored. Words such as \"emerged\", "
              "\"saturation\", \"bias\" and \"inter-rater\" in definitions and memos are listed "
              "with what speaks against them under a reflexive approach.\n\n"
              "What does not concern the study is dismissed, with the reason: a point by its "
              "number, a word by its name (bias) or at one place (bias:memo-4).",
          .arguments = {},
          .options = with_table_options(
              {{.name = "dismiss", .value = "ITEM", .help = "sets a point or a remark aside"},
               {.name = "because", .value = "TEXT", .help = "why"}}),
          .examples = {{"themata checklist", "All of it."},
                       {"themata checklist --dismiss 1 --because \"diaries, nothing was recorded\"",
                        "A point that does not apply."},
                       {"themata checklist --format csv -o checklist.csv", "For an appendix."}},
          .run = run_checklist,
      },
      {
          .name = "checklist state",
          .summary = "States what only the researchers can say",
          .details = "Kept with name and date; of several statements on an item the latest counts. "
                     "information-power is the item on what the sample can tell, which saturation "
                     "prints.",
          .arguments = {{"ITEM", "1 to 15, or information-power"},
                        {"TEXT", "the statement; - reads it from standard input"}},
          .options = {},
          .examples = {{"themata checklist state 12 \"Reflexive, critical realist, inductive.\"",
                        "The approach, spelled out."}},
          .run = run_state,
      },
      {
          .name = "checklist withdraw",
          .summary = "Takes back a statement, or brings back what was dismissed",
          .details = "",
          .arguments = {{"ITEM", "what it was on"}},
          .options = {},
          .examples = {{"themata checklist withdraw 12", "Nothing stands on point 12."}},
          .run = run_withdraw,
      },
  };
}

}  // namespace themata::cli
