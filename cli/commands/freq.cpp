#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
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
          "how many participants used the term or a derivative, and how often it was said.",
      .arguments = {},
      .options = with_table_options(with_filter_options(
          {{.name = "terms", .value = "FILE", .help = "a term list", .is_path = true},
           {.name = "top", .value = "N", .help = "only the N most frequent words"},
           {.name = "stop",
            .value = "WHICH",
            .help = "leaves out function words of the sources' language",
            .choices = {"none", "auto"}},
           {.name = "stem", .value = "", .help = "counts words of the same stem together"}},
          true)),
      .examples = {{"themata freq --top 20 --stop auto", "The twenty most frequent words."},
                   {"themata freq --terms safeness.terms --format md",
                    "A term table for a paper."}},
      .run = run_freq,
  }};
}

}  // namespace themata::cli
