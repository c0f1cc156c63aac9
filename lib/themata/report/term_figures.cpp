#include "themata/report/term_figures.hpp"

#include "themata/report/axis.hpp"
#include "themata/report/detail/figure_label.hpp"

namespace themata::report {

namespace {

using detail::figure_label;

std::string printed_count(std::size_t count) { return printed_number(static_cast<double>(count)); }

/// Of counts, with each term's frequency at the right, or else of rates.
Grid grid_of(const analysis::ParticipantTable& table, bool counts) {
  Grid grid;
  grid.legend = counts ? "Frequency" : "Per 1,000 words";
  grid.whole_numbers = counts;
  if (counts) grid.side_heading = "All";
  for (const auto& person : table.people) grid.columns.push_back(figure_label(person.name));
  for (const auto& row : table.rows) {
    Grid::Row values{figure_label(row.term), {}, counts ? printed_count(row.frequency) : ""};
    for (std::size_t i = 0; i < row.counts.size(); ++i) {
      values.values.push_back(counts
                                  ? static_cast<double>(row.counts[i])
                                  : analysis::per_thousand(row.counts[i], table.people[i].words));
    }
    grid.rows.push_back(std::move(values));
  }
  return grid;
}

}  // namespace

Figure frequency_figure(const std::vector<analysis::TermCount>& rows) {
  BarChart chart;
  chart.axis = "Frequency";
  chart.side_heading = "Participants";
  for (const analysis::TermCount& row : rows) {
    chart.bars.push_back({figure_label(row.term), static_cast<double>(row.frequency),
                          printed_count(row.participants)});
  }
  Figure figure;
  figure.chart = std::move(chart);
  return figure;
}

Figure participant_figure(const analysis::ParticipantTable& table, DotSize size) {
  Figure figure;
  figure.chart = DotChart{grid_of(table, size == DotSize::counts)};
  return figure;
}

Figure heat_figure(const analysis::ParticipantTable& table) {
  Figure figure;
  figure.chart = HeatChart{grid_of(table, true)};
  return figure;
}

}  // namespace themata::report
