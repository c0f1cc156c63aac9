#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands/freq_columns.hpp"
#include "cli/context.hpp"
#include "cli/figure_output.hpp"
#include "cli/filter_options.hpp"
#include "cli/frequency_figure.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "cli/term_note.hpp"
#include "cli/word_options.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/participant_table.hpp"
#include "themata/study/term_tables.hpp"

namespace themata::cli {

namespace {

/// The rows of the table, and of a term table the note.
struct Counted {
  std::vector<study::TermCount> rows;
  std::vector<std::string> note;
};

/// What is counted besides the terms of a list. Throws `UsageError` for what does not go with one.
study::WordTableOptions word_options(const Arguments& arguments) {
  study::WordTableOptions options;
  options.top = arguments.number("top", 1);
  options.without_stop_words = arguments.text("stop") == "auto";
  options.by_stem = arguments.has("stem");
  if (arguments.has("terms") && (options.top || arguments.has("stop") || options.by_stem)) {
    throw UsageError("--terms counts its own families: --top, --stop and --stem do not go with it");
  }
  return options;
}

Counted counted_terms(study::Project& project, const study::Filter& filter,
                      const std::string& terms) {
  const auto counted = study::count_terms(project, filter, study::terms_meant(project, terms));
  Counted table;
  for (const study::FamilyCount& row : counted.rows) {
    table.rows.push_back({row.label, row.participants, row.frequency});
  }
  table.note = note_of(counted, filter);
  return table;
}

Counted counted(Context& context, const Arguments& arguments) {
  const study::WordTableOptions options = word_options(arguments);
  const auto terms = arguments.text("terms");
  study::Project project = context.open_to_read();
  const study::Filter filter = filter_from(arguments);
  if (terms) return counted_terms(project, filter, *terms);
  return {study::word_table(project, filter, options), {}};
}

std::string terms_title(const std::string& terms) {
  return fmt::format("Terms of {}: participants who used them, and how often",
                     std::filesystem::path(terms).stem().string());
}

std::string in_one(const std::vector<std::string>& note) {
  return fmt::format("{}", fmt::join(note, " "));
}

report::Figure bars(Context& context, const Arguments& arguments) {
  const Counted table = counted(context, arguments);
  report::Figure figure = bar_figure(table.rows);
  figure.note = in_one(table.note);
  return figure;
}

report::Figure grid(Context& context, const Arguments& arguments, Chart chart) {
  const study::WordTableOptions options = word_options(arguments);
  const auto terms = arguments.text("terms");
  study::Project project = context.open_to_read();
  const study::Filter filter = filter_from(arguments);
  if (!terms) return grid_figure(study::participant_table(project, filter, options), chart);
  study::MeantTerms meant = study::terms_meant(project, *terms);
  auto figure = grid_figure(study::participant_table(project, filter, meant.families), chart);
  figure.note = in_one(note_of(project, filter, std::move(meant)));
  return figure;
}

report::Figure figure_of(Context& context, const Arguments& arguments) {
  const Chart chart = chart_from(arguments);
  return chart == Chart::bars ? bars(context, arguments) : grid(context, arguments, chart);
}

void print_slips(Context& context, const Arguments& arguments) {
  for (const char* other : {"terms", "top", "stop", "stem", "by", "per", "ngram", "chart"}) {
    if (arguments.has(other)) {
      throw UsageError(
          fmt::format("--check lists words, it counts none: --{} does not go with it", other));
    }
  }
  study::Project project = context.open_to_read();
  TableOutput table(arguments, {text_column("source"), number_column("turn"),
                                text_column("participant"), number_column("start"),
                                number_column("end"), text_column("word"), text_column("slip")});
  study::list_slips(project, filter_from(arguments), [&](const study::SlipLine& line) {
    table.row({line.source, count(line.turn), line.participant, count(line.range.begin.value),
               count(line.range.end.value), line.word, std::string(study::to_string(line.slip))});
  });
  table.finish();
}

/// A table for each list of terms, below each other; without one, that of all words.
void print_tables(Context& context, const Arguments& arguments) {
  const study::WordTableOptions options = word_options(arguments);
  study::Project project = context.open_to_read();
  const study::Filter filter = filter_from(arguments);
  std::vector<std::pair<std::string, Counted>> tables;
  for (const std::string& terms : arguments.texts("terms")) {
    tables.emplace_back(terms_title(terms), counted_terms(project, filter, terms));
  }
  if (tables.empty()) {
    tables.push_back({"Words, the participants who used them, and how often",
                      {study::word_table(project, filter, options), {}}});
  }
  const std::vector<report::Column> columns = {text_column("term"), number_column("participants"),
                                               number_column("frequency")};
  TableOutput output(arguments, columns, {.title = tables.front().first});
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (i > 0) output.next_table(tables[i - 1].second.note, columns, tables[i].first);
    for (const study::TermCount& row : tables[i].second.rows) {
      output.row({row.term, count(row.participants), count(row.frequency)});
    }
  }
  output.finish(tables.back().second.note);
}

void run_freq(Context& context, const Arguments& arguments) {
  if (arguments.has("check")) return print_slips(context, arguments);
  const auto picture = figure_request(arguments, {"chart"});
  if (arguments.texts("terms").size() > 1 && (picture || wants_freq_columns(arguments))) {
    throw UsageError(
        "several --terms are tables below each other: give one for a picture, --by "
        "or --per");
  }
  if (!picture && arguments.texts("terms").size() > 1) require_room_for_tables(arguments);
  if (wants_freq_columns(arguments)) {
    if (picture) {
      throw UsageError(
          "a picture is of the plain table: --by, --per, --ngram and stop lists other than auto do "
          "not go with it");
    }
    run_freq_columns(context, arguments);
    return;
  }
  if (picture) {
    write_figure(context, arguments, *picture, figure_of(context, arguments));
    return;
  }
  print_tables(context, arguments);
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
          "it stands beside the file, in FILE.note.txt, or comes on standard error if there is no "
          "file.\n"
          "With --by, a column for each value follows, in the study's order; what belongs to none "
          "is in a last column such as \"(no participant)\". An excerpt (code:) counts for each "
          "who speaks in it. With --per, the rate in N words stands behind each count: of all "
          "words said in that part, those that are left out too, with two decimals; \"undefined\" "
          "(null in JSON) where nothing was said.\n"
          "With --ngram, the rows are runs of words in one turn, with no note or insertion "
          "between them. A word that --stop leaves out parts its neighbours.\n"
          "With --check, words that are likely not what was meant, with their turns: joined by a "
          "full "
          "stop (safe.And is one word), run together, broken at a line's end, with a hidden "
          "character inside. Correct them in the transcript, and no count is lost.\n"
          "As svg, png or pdf the table is drawn: a bar for each row, or, with --chart, a dot or a "
          "shaded cell for each row and participant.",
      .arguments = {},
      .options = with_figure_options(with_table_options(with_filter_options(
          with_freq_column_options(with_word_options(
              {{.name = "terms",
                .value = "FILE",
                .help =
                    "a term list; or the name of one that the study keeps, one of its families, "
                    "or all (see themata terms); of several, each is a table",
                .repeats = true,
                .is_path = true},
               {.name = "top", .value = "N", .help = "only the N most frequent words"},
               {.name = "check",
                .value = "",
                .help = "lists likely slips of the transcripts instead, such as safe.And"},
               chart_option()})),
          true))),
      .examples = {{"themata freq --top 20 --stop auto", "The twenty most frequent words."},
                   {"themata freq --terms safeness.terms --format md", "A term table for a paper."},
                   {"themata freq --terms safeness.terms --terms belonging.terms -o tables.docx",
                    "Two tables in a Word file."},
                   {"themata freq --terms safeness.terms -o safeness.pdf",
                    "The same as a bar chart."},
                   {"themata freq --terms safeness.terms --chart heat -o safeness.png",
                    "By participant: the more often, the darker."},
                   {"themata freq --terms safeness.terms --by attribute:gender --per 1000",
                    "The same for each gender, with rates in a thousand words."},
                   {"themata freq --ngram 2 --stop auto --stop fillers --top 10",
                    "The ten most frequent pairs of words."}},
      .run = run_freq,
  }};
}

}  // namespace themata::cli
