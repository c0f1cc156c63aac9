#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/applying.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t default_window = 8;

std::size_t window_from(const Arguments& arguments) {
  const auto words = arguments.number("window", 0);
  if (arguments.text("context") != "turn") return words.value_or(default_window);
  if (words)
    throw UsageError("--window counts words, --context turn takes the whole turn: give one");
  return study::whole_turn;
}

void apply_code(Context& context, const Arguments& arguments, const std::string& code) {
  study::Project project = context.open_to_write();
  const auto applied =
      study::apply_to_hits(project, filter_from(arguments), arguments.argument("PATTERN"), code,
                           arguments.has("create"));
  context.print(fmt::format("{}: {}, {} of them coded now\n", applied.code,
                            text::plural(applied.hits, "hit"), applied.added));
}

void run_kwic(Context& context, const Arguments& arguments) {
  if (const auto code = arguments.text("apply")) return apply_code(context, arguments, *code);
  const std::size_t window = window_from(arguments);
  const std::string pattern = arguments.argument("PATTERN");
  const auto order = study::parse_kwic_order(arguments.text("sort").value_or("source")).value();
  study::Project project = context.open_to_read();
  TableOutput table(arguments,
                    {text_column("source"),
                     text_column("participant"),
                     number_column("start"),
                     number_column("end"),
                     {"before", report::Column::Kind::leading_text},
                     {"keyword", report::Column::Kind::keyword},
                     {"after", report::Column::Kind::trailing_text},
                     time_column()},
                    {.passages = window == study::whole_turn});
  std::size_t lines = 0;
  const auto print = [&](const study::KwicLine& line) {
    ++lines;
    table.row({line.source, line.participant, count(line.range.begin.value),
               count(line.range.end.value), line.before, line.keyword, line.after,
               time_cell(line.started)});
  };
  const study::Filter filter = filter_from(arguments);
  if (order == study::KwicOrder::source) {
    study::kwic(project, filter, pattern, window, print);
  } else {
    for (const auto& line : study::ordered_kwic(project, filter, pattern, window, order)) {
      print(line);
    }
  }
  table.finish();
  if (lines == 0) {
    context.notice(
        fmt::format("{} is not said{}", pattern,
                    arguments.has("speech") ? " there" : " by any participant selected"));
  }
}

}  // namespace

std::vector<Command> kwic_commands() {
  return {{
      .name = "kwic",
      .summary = "Shows a word wherever it is said, in its context",
      .details =
          "The pattern is one of a term list: breath*, ~settle (same stem), \"two words\" (in "
          "quotes that the shell leaves), code:\"NAME\". Participants' words are searched, unless "
          "--speech says otherwise.\n"
          "With --context turn, each hit is a passage of its own: where it is, and below that the "
          "turn with the keyword in braces, on a terminal highlighted. As CSV, TSV, JSON and "
          "Markdown the columns are the same as ever.",
      .arguments = {{"PATTERN", "the word, or a pattern"}},
      .options = with_table_options(with_filter_options(
          {{.name = "window",
            .value = "N",
            .help = "words before and after (8 unless said otherwise)"},
           {.name = "context",
            .value = "WHAT",
            .help = "words, as many as --window says, or the whole turn",
            .choices = {"words", "turn"}},
           {.name = "sort",
            .value = "BY",
            .help = "by the words before, those after, or who says it (by source unless said "
                    "otherwise)",
            .choices = {"source", "left", "right", "participant"}},
           {.name = "apply",
            .value = "CODE",
            .help = "shows nothing, but applies this code to every hit"},
           {.name = "create", .value = "", .help = "with --apply: makes the code if it is new"}},
          true)),
      .examples = {{"themata kwic 'breath*'", "Breathe, breather, breathing, each in context."},
                   {"themata kwic '\"safe place\"' --window 5", "Two words next to each other."},
                   {"themata kwic 'breath*' --context turn", "The turns in which it is said."},
                   {"themata kwic 'breath*' --sort right", "What is said after it, side by side."},
                   {"themata kwic 'breath*' --apply \"Says breath\" --create",
                    "A coding for each hit."}},
      .run = run_kwic,
  }};
}

}  // namespace themata::cli
