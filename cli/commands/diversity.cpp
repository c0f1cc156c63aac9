#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "cli/word_options.hpp"

namespace themata::cli {

namespace {

using By = study::Grouping::By;

constexpr std::size_t default_window = 50;

const std::vector<By>& groupings() {
  static const std::vector<By> all{By::participant, By::source, By::occasion, By::attribute,
                                   By::study};
  return all;
}

void run_diversity(Context& context, const Arguments& arguments) {
  const study::Grouping by = grouping_from(arguments, "by", By::participant, groupings());
  const std::size_t window = arguments.number("window", 1).value_or(default_window);
  study::Project project = context.open_to_read();
  const std::vector<study::DiversityRow> rows =
      study::diversity(project, filter_from(arguments), by, window);
  TableOutput output(arguments,
                     {text_column(written(by)), number_column("tokens"), number_column("types"),
                      number_column("ttr"), number_column("mattr")});
  for (const study::DiversityRow& row : rows) {
    output.row({row.group, count(row.diversity.tokens()), count(row.diversity.types()),
                decimal(row.diversity.ttr()), decimal(row.diversity.mattr())});
  }
  output.finish();
}

}  // namespace

std::vector<Command> diversity_commands() {
  return {{
      .name = "diversity",
      .summary = "Says how varied the words of each participant or source are",
      .details =
          "tokens are the words said, types the different ones, case and the kind of apostrophe "
          "aside. ttr is types / tokens: it falls the more somebody says, so it does not compare "
          "people who said more with people who said less. mattr does: the mean of the ratios of "
          "all runs of as many words as the window (Covington and McFall 2010), the turns of a "
          "group taken in the study's order as if said in one go.\n"
          "Three decimals. \"undefined\" (null in JSON): ttr where nothing was said, mattr where "
          "less was said than one window holds.",
      .arguments = {},
      .options = with_table_options(with_filter_options(
          {{.name = "by",
            .value = "WHAT",
            .help = "whose words: participant (unless said otherwise), source, occasion, "
                    "attribute:NAME, or study for all together"},
           {.name = "window",
            .value = "N",
            .help = "words that MATTR looks at together (50 unless said otherwise)"}},
          true)),
      .examples = {{"themata diversity", "A row for each participant."},
                   {"themata diversity --by source --window 100", "A row for each transcript."}},
      .run = run_diversity,
  }};
}

}  // namespace themata::cli
