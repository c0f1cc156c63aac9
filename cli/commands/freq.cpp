#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/term_tables.hpp"

namespace themata::cli {

namespace {

const std::vector<report::Column>& columns() {
  static const std::vector<report::Column> all = {
      text_column("term"), number_column("participants"), number_column("frequency")};
  return all;
}

void print_terms(Context& context, const Arguments& arguments, const std::string& terms) {
  if (arguments.has("top") || arguments.has("stop") || arguments.has("stem")) {
    throw UsageError("--terms counts its own families: --top, --stop and --stem do not go with it");
  }
  study::Project project = context.open_to_read();
  const study::Filter filter = filter_from(arguments);
  const study::CountedTerms counted = study::count_terms(project, filter, terms);
  TableOutput table(arguments, columns());
  for (const study::FamilyCount& row : counted.rows) {
    table.row({row.label, count(row.participants), count(row.frequency)});
  }
  table.finish(study::term_note(counted, filter, "Themata " THEMATA_VERSION));
}

void print_words(Context& context, const Arguments& arguments) {
  study::WordTableOptions options;
  options.top = arguments.number("top", 1);
  options.without_stop_words = arguments.text("stop") == "auto";
  options.by_stem = arguments.has("stem");
  study::Project project = context.open_to_read();
  const auto rows = study::word_table(project, filter_from(arguments), options);
  TableOutput table(arguments, columns());
  for (const study::TermCount& row : rows) {
    table.row({row.term, count(row.participants), count(row.frequency)});
  }
  table.finish();
}

void run_freq(Context& context, const Arguments& arguments) {
  if (const auto terms = arguments.text("terms")) {
    print_terms(context, arguments, *terms);
  } else {
    print_words(context, arguments);
  }
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
          "how many participants used the term or a derivative, and how often it was said. A note "
          "below says what was counted and what was not; of a table for programs (CSV, TSV, JSON) "
          "that goes to a file, it stands beside it, in NAME.note.txt.",
      .arguments = {},
      .options = with_table_options(with_filter_options(
          {{.name = "terms",
            .value = "FILE",
            .help = "a term list; or the name of one that the study keeps, one of its families, or "
                    "all (see themata terms)",
            .is_path = true},
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
