#include "themata/report/term_figures.hpp"

#include <catch2/catch.hpp>

using namespace themata;
using namespace themata::report;

namespace {

analysis::ParticipantTable table() {
  analysis::ParticipantTable table;
  table.people = {{model::ParticipantId{1}, "Ben", 500}, {model::ParticipantId{2}, "Mia", 0}};
  table.rows = {{"Safe", 1200, {3, 0}}, {"Bond", 0, {0, 0}}};
  return table;
}

}  // namespace

TEST_CASE("A table's figure has a bar for each row, with its participants") {
  const Figure figure =
      frequency_figure({{"Safe", 7, 35}, {"Many", 1234, 100000}, {"Never", 0, 0}});
  const auto& chart = std::get<BarChart>(figure.chart);
  REQUIRE(chart.bars.size() == 3);
  CHECK(chart.bars[0].label == "Safe");
  CHECK(chart.bars[0].value == 35);
  CHECK(chart.bars[0].side == "7");
  CHECK(chart.bars[1].side == "1,234");
  CHECK(chart.bars[2].value == 0);
  CHECK(chart.axis == "Frequency");
  CHECK(chart.side_heading == "Participants");
  CHECK(figure.note.empty());
}

TEST_CASE("Labels are without what is no character, and in one line") {
  const Figure figure = frequency_figure({{"a\nb\x01\xFF", 1, 1}});
  CHECK(std::get<BarChart>(figure.chart).bars[0].label == "a b\uFFFD\uFFFD");
}

TEST_CASE("Labels longer than any picture shows are cut between characters") {
  std::string marks = "x";
  for (int i = 0; i < 3000; ++i) marks += "e\u0301";
  const Figure figure = frequency_figure({{marks, 1, 1}, {marks.substr(0, 4000), 1, 1}});
  const auto& bars = std::get<BarChart>(figure.chart).bars;
  CHECK(bars[0].label == marks.substr(0, 4000) + "…");
  CHECK(bars[1].label == marks.substr(0, 4000));
  CHECK(std::get<BarChart>(frequency_figure({{"y" + marks, 1, 1}}).chart).bars[0].label ==
        "y" + marks.substr(0, 3997) + "…");
}

TEST_CASE("A figure by participant shows counts, with each term's frequency") {
  const Figure figure = participant_figure(table(), DotSize::counts);
  const auto& chart = std::get<DotChart>(figure.chart);
  CHECK(chart.columns == std::vector<std::string>{"Ben", "Mia"});
  REQUIRE(chart.rows.size() == 2);
  CHECK(chart.rows[0].values == std::vector<double>{3, 0});
  CHECK(chart.rows[0].side == "1,200");
  CHECK(chart.side_heading == "All");
  CHECK(chart.whole_numbers);
}

TEST_CASE("A figure by participant shows rates per 1,000 of their words, without a sum") {
  const Figure figure = participant_figure(table(), DotSize::rates);
  const auto& chart = std::get<DotChart>(figure.chart);
  CHECK(chart.rows[0].values == std::vector<double>{6, 0});
  CHECK(chart.side_heading.empty());
  CHECK(chart.legend == "Per 1,000 words");
  CHECK_FALSE(chart.whole_numbers);
}

TEST_CASE("A heat figure shows counts, with each term's frequency") {
  const Figure figure = heat_figure(table());
  const auto& chart = std::get<HeatChart>(figure.chart);
  CHECK(chart.columns == std::vector<std::string>{"Ben", "Mia"});
  CHECK(chart.rows[0].values == std::vector<double>{3, 0});
  CHECK(chart.rows[0].side == "1,200");
  CHECK(chart.legend == "Frequency");
  CHECK(chart.whole_numbers);
}
