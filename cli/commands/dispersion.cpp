#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "cli/word_options.hpp"

namespace themata::cli {

namespace {

using By = study::Grouping::By;

const std::vector<By>& kinds_of_parts() {
  static const std::vector<By> all{By::participant, By::source, By::occasion, By::attribute,
                                   By::turn};
  return all;
}

void check_rows(const Arguments& arguments, bool by_families) {
  if (arguments.has("terms") && !arguments.arguments("PATTERN").empty()) {
    throw UsageError("rows are either those of --terms or the patterns given: leave one out");
  }
  if (by_families && (arguments.has("top") || arguments.has("stop") || arguments.has("stem"))) {
    throw UsageError(
        "--top, --stop and --stem choose among all words: they do not go with patterns or --terms");
  }
}

/// People are the parts: only what they say can be spread over them.
void check_speech(const study::Grouping& parts, const study::Filter& filter) {
  const bool are_people = parts.by == By::participant || parts.by == By::attribute;
  if (are_people && filter.speech != model::Speech::participants) {
    throw UsageError(
        fmt::format("--speech {} is not said by participants: use --parts source or --parts turn",
                    model::to_string(filter.speech)));
  }
}

std::vector<report::Column> columns(bool all_measures) {
  std::vector<report::Column> columns{text_column("term"),        number_column("participants"),
                                      number_column("frequency"), number_column("range"),
                                      number_column("parts"),     number_column("juilland_d"),
                                      number_column("dp"),        number_column("dp_norm")};
  if (all_measures) {
    columns.push_back(number_column("carroll_d2"));
    columns.push_back(number_column("rosengren_s"));
  }
  return columns;
}

void run_dispersion(Context& context, const Arguments& arguments) {
  study::DispersionRequest request;
  request.terms = arguments.text("terms");
  request.patterns = arguments.arguments("PATTERN");
  check_rows(arguments, request.terms || !request.patterns.empty());
  request.words = word_choice(arguments);
  request.top = arguments.number("top", 1);
  request.parts = grouping_from(arguments, "parts", By::participant, kinds_of_parts());
  const study::Filter filter = filter_from(arguments);
  check_speech(request.parts, filter);
  const bool all_measures = arguments.has("all-measures");

  study::Project project = context.open_to_read();
  const study::DispersionTable table = study::dispersion(project, filter, request);
  context.notice("an even spread is 1 in juilland_d and 0 in dp and dp_norm");
  TableOutput output(arguments, columns(all_measures));
  for (const study::DispersionRow& row : table.rows) {
    const study::Dispersion& spread = row.dispersion;
    std::vector<report::Cell> cells{row.count.term,
                                    count(row.count.participants),
                                    count(row.count.frequency),
                                    count(spread.range),
                                    count(table.parts),
                                    decimal(spread.juilland_d),
                                    decimal(spread.dp),
                                    decimal(spread.dp_norm)};
    if (all_measures) {
      cells.push_back(decimal(spread.carroll_d2));
      cells.push_back(decimal(spread.rosengren_s));
    }
    output.row(cells);
  }
  output.finish();
}

}  // namespace

std::vector<Command> dispersion_commands() {
  return {{
      .name = "dispersion",
      .summary = "Says how evenly words are spread over participants, sources or turns",
      .details =
          "For patterns, the families of a term list, or every word: in how many parts it is said "
          "(range), of how many that have words (parts), and how evenly. What belongs to none, "
          "such as a source without an occasion, makes a part of its own. With few parts look at "
          "the range first: the measures are coarse there.\n"
          "juilland_d: Juilland's D = 1 - V / sqrt(n - 1), V the population standard deviation of "
          "the relative frequencies in the n parts over their mean (Juilland and Chang-Rodriguez "
          "1964; Gries 2008, pp. 406-416). 1 is even.\n"
          "dp: Gries' DP = half the sum of |v/f - s| over the parts, v/f the share of the "
          "occurrences that a part has, s its share of the words (Gries 2008, pp. 406-416). 0 is "
          "even, nearly 1 all in one small part. dp_norm: DP / (1 - the least s), from 0 to 1 "
          "(Lijffijt and Gries 2012, p. 148).\n"
          "With --all-measures also carroll_d2: Carroll's D2, the entropy of the relative "
          "frequencies divided by log n (Carroll 1970, pp. 13-14), and rosengren_s: Rosengren's S "
          "= (sum of sqrt(s v)) squared, over f (Rosengren 1971; Gries 2008, pp. 406-416). 1 is "
          "even in both.\n"
          "Three decimals. \"undefined\" (null in JSON) is the measure of what does not occur "
          "and, but for dp and rosengren_s, of a single part.",
      .arguments = {{"PATTERN", "words or patterns, as for kwic", Argument::Count::any}},
      .options = with_table_options(with_filter_options(
          with_word_options(
              {{.name = "terms", .value = "FILE", .help = "a term list", .is_path = true},
               {.name = "parts",
                .value = "WHAT",
                .help = "what the study is divided into: participants (unless said otherwise), "
                        "sources, occasions, turns or attribute:NAME"},
               {.name = "all-measures", .value = "", .help = "adds Carroll's D2 and Rosengren's S"},
               {.name = "top", .value = "N", .help = "only the N most frequent words"}}),
          true)),
      .examples = {{"themata dispersion 'breath*' safe", "Are they everybody's words?"},
                   {"themata dispersion --terms safeness.terms --parts sources",
                    "The spread of each family over the transcripts."}},
      .run = run_dispersion,
  }};
}

}  // namespace themata::cli
