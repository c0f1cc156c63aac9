#include <algorithm>

#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "cli/word_options.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t default_window = 5;

std::vector<report::Column> columns(bool all_measures) {
  std::vector<report::Column> columns{text_column("term"),        number_column("participants"),
                                      number_column("frequency"), number_column("in_all"),
                                      number_column("expected"),  number_column("mi"),
                                      number_column("t_score"),   number_column("log_dice")};
  if (all_measures) columns.push_back(number_column("dice"));
  return columns;
}

void run_collocates(Context& context, const Arguments& arguments) {
  const std::size_t window = arguments.number("window", 1).value_or(default_window);
  const std::size_t least = arguments.number("min-count", 1).value_or(1);
  const auto top = arguments.number("top", 1);
  const study::WordChoice words = word_choice(arguments);
  const bool all_measures = arguments.has("all-measures");

  study::Project project = context.open_to_read();
  const std::vector<study::Collocate> rows = study::collocates(
      project, filter_from(arguments), arguments.argument("PATTERN"), window, words);
  TableOutput output(arguments, columns(all_measures));
  std::size_t written = 0;
  for (const study::Collocate& row : rows) {
    const study::Meeting& meeting = row.meeting;
    if (meeting.together < least) continue;
    if (top && written++ == *top) break;
    std::vector<report::Cell> cells{row.term,
                                    count(row.participants),
                                    count(meeting.together),
                                    count(meeting.second),
                                    decimal(study::expected_together(meeting)),
                                    decimal(study::mutual_information(meeting)),
                                    decimal(study::t_score(meeting)),
                                    decimal(study::log_dice(meeting))};
    if (all_measures) cells.push_back(decimal(study::dice(meeting)));
    output.row(cells);
  }
  output.finish();
}

}  // namespace

std::vector<Command> collocates_commands() {
  return {{
      .name = "collocates",
      .summary = "Lists the words that are said near a word",
      .details =
          "The words within a window on either side of each occurrence of the pattern, in the "
          "same turn; notes and insertions take no place in it. A word near two occurrences "
          "counts for each. in_all is how often it is said anywhere. Rows by falling log_dice.\n"
          "With O the frequency, f_x the occurrences of the pattern, f_y in_all, N all words said "
          "and k the window: expected is E = f_x f_y 2k / N; a turn that ends inside a window "
          "makes the true number smaller. mi: mutual information, log2(O/E) (Church and Hanks "
          "1990); it favours rare words, so look at the frequency too. t_score: (O - E) / sqrt(O) "
          "(Church et al. 1991; Manning and Schuetze 1999, 5.3.2). log_dice: 14 + log2(2 O / (f_x "
          "+ f_y)) (Rychly 2008); +1 is twice as often, whatever the size of the corpus. With "
          "--all-measures also dice: 2 O / (f_x + f_y) (Smadja et al. 1996, p. 13).\n"
          "Three decimals.",
      .arguments = {{"PATTERN", "the word, or a pattern, as for kwic; not code:"}},
      .options = with_table_options(with_filter_options(
          with_word_options({{.name = "window",
                              .value = "N",
                              .help = "words before and after (5 unless said otherwise)"},
                             {.name = "min-count",
                              .value = "N",
                              .help = "only words that are near at least N times"},
                             {.name = "all-measures", .value = "", .help = "adds Dice"},
                             {.name = "top", .value = "N", .help = "only the first N rows"}}),
          true)),
      .examples = {{"themata collocates 'breath*' --stop auto --top 15",
                    "What breathing is spoken of with."}},
      .run = run_collocates,
  }};
}

}  // namespace themata::cli
