#include "cli/frequency_figure.hpp"

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/report/figure_layout.hpp"
#include "themata/report/term_figures.hpp"

namespace themata::cli {

namespace {

void check_rows(std::size_t rows) {
  if (rows == 0) throw InputError("there is nothing to draw: no word was counted");
  if (rows > report::most_rows) {
    throw InputError(
        fmt::format("{} rows are too many for a picture: draw at most {}, with --top "
                    "{} or a shorter term list",
                    rows, report::most_rows, report::most_rows));
  }
}

}  // namespace

Option chart_option() {
  return {.name = "chart",
          .value = "KIND",
          .help =
              "of a picture: bars (unless said otherwise); or a dot for each participant, its "
              "area the count (participants) or the rate per 1,000 words (rates); or a cell for "
              "each participant, shaded by the count that is printed in it (heat)",
          .choices = {"bars", "participants", "rates", "heat"}};
}

Chart chart_from(const Arguments& arguments) {
  const auto word = arguments.text("chart");
  if (word == "participants") return Chart::participants;
  if (word == "heat") return Chart::heat;
  return word == "rates" ? Chart::rates : Chart::bars;
}

report::Figure bar_figure(const std::vector<study::TermCount>& rows) {
  check_rows(rows.size());
  return report::frequency_figure(rows);
}

report::Figure grid_figure(const study::ParticipantTable& table, Chart chart) {
  check_rows(table.rows.size());
  const std::size_t people = table.people.size();
  if (people == 0) throw InputError("there is nothing to draw: no participant was counted");
  if (people > report::most_columns) {
    throw InputError(
        fmt::format("{} participants are too many for a picture: draw at most {}, "
                    "with --participant or --where",
                    people, report::most_columns));
  }
  if (chart == Chart::heat) return report::heat_figure(table);
  return report::participant_figure(
      table, chart == Chart::rates ? report::DotSize::rates : report::DotSize::counts);
}

}  // namespace themata::cli
