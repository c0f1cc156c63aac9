#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/analyses.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t default_window = 8;

void run_kwic(Context& context, const Arguments& arguments) {
  const std::size_t window = arguments.number("window", 0).value_or(default_window);
  study::Project project = context.open_to_read();
  TableOutput table(arguments, {text_column("source"),
                                text_column("participant"),
                                number_column("start"),
                                number_column("end"),
                                {"before", report::Column::Kind::leading_text},
                                text_column("keyword"),
                                {"after", report::Column::Kind::trailing_text}});
  study::kwic(project, filter_from(arguments), arguments.argument("PATTERN"), window,
              [&](const study::KwicLine& line) {
                table.row({line.source, line.participant, count(line.range.begin.value),
                           count(line.range.end.value), line.before, line.keyword, line.after});
              });
  table.finish();
}

}  // namespace

std::vector<Command> kwic_commands() {
  return {{
      .name = "kwic",
      .summary = "Shows a word wherever it is said, in its context",
      .details =
          "The pattern is one of a term list: breath*, ~settle (same stem), \"two words\" (in "
          "quotes that the shell leaves), code:\"NAME\".",
      .arguments = {{"PATTERN", "the word, or a pattern"}},
      .options = with_table_options(
          with_filter_options({{.name = "window",
                                .value = "N",
                                .help = "words before and after (8 unless said otherwise)"}},
                              true)),
      .examples = {{"themata kwic 'breath*'", "Breathe, breather, breathing, each in context."},
                   {"themata kwic '\"safe place\"' --window 5", "Two words next to each other."}},
      .run = run_kwic,
  }};
}

}  // namespace themata::cli
