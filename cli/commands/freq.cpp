#include "cli/commands/freq_columns.hpp"
#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "cli/word_options.hpp"
#include "themata/study/analyses.hpp"

namespace themata::cli {

namespace {

std::vector<study::TermCount> counted(Context& context, const Arguments& arguments) {
  study::WordTableOptions options;
  options.top = arguments.number("top", 1);
  options.without_stop_words = arguments.text("stop") == "auto";
  options.by_stem = arguments.has("stem");
  const auto terms = arguments.text("terms");
  if (terms && (options.top || arguments.has("stop") || options.by_stem)) {
    throw UsageError("--terms counts its own families: --top, --stop and --stem do not go with it");
  }
  study::Project project = context.open_to_read();
  const study::Filter filter = filter_from(arguments);
  return terms ? study::term_table(project, filter, *terms)
               : study::word_table(project, filter, options);
}

void run_freq(Context& context, const Arguments& arguments) {
  if (wants_freq_columns(arguments)) {
    run_freq_columns(context, arguments);
    return;
  }
  const std::vector<study::TermCount> rows = counted(context, arguments);
  TableOutput table(
      arguments, {text_column("term"), number_column("participants"), number_column("frequency")});
  for (const study::TermCount& row : rows) {
    table.row({row.term, count(row.participants), count(row.frequency)});
  }
  table.finish();
}

}  // namespace

std::vector<Command> freq_commands() {
  return {{
      .name = "freq",
      .summary = "Counts words, or the terms of a list: participants and frequency",
      .details =
          "Counts what participants say, unless --speech says otherwise: never labels, notes, "
          "insertions and timestamps. Case and the kind of apostrophe do not matter.\n"
          "With --terms, a row for each line of a term list, such as \"Breathe, breath: breath*\": "
          "how many participants used the term or a derivative, and how often it was said.\n"
          "With --by, a column for each value follows, in the study's order; what belongs to none "
          "is in a last column such as \"(no participant)\". An excerpt (code:) counts for each "
          "who speaks in it. With --per, the rate in N words stands behind each count: of all "
          "words said in that part, those that are left out too, with two decimals; \"undefined\" "
          "(null in JSON) where nothing was said.\n"
          "With --ngram, the rows are runs of words in one turn, with no note or insertion "
          "between them. A word that --stop leaves out parts its neighbours.",
      .arguments = {},
      .options = with_table_options(with_filter_options(
          with_freq_column_options(with_word_options(
              {{.name = "terms", .value = "FILE", .help = "a term list", .is_path = true},
               {.name = "top", .value = "N", .help = "only the N most frequent words"}})),
          true)),
      .examples = {{"themata freq --top 20 --stop auto", "The twenty most frequent words."},
                   {"themata freq --terms safeness.terms --format md", "A term table for a paper."},
                   {"themata freq --terms safeness.terms --by attribute:gender --per 1000",
                    "The same for each gender, with rates in a thousand words."},
                   {"themata freq --ngram 2 --stop auto --stop fillers --top 10",
                    "The ten most frequent pairs of words."}},
      .run = run_freq,
  }};
}

}  // namespace themata::cli
