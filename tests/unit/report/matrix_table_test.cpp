#include "themata/report/matrix_table.hpp"

#include <catch2/catch.hpp>

using namespace themata;
using namespace themata::report;
using analysis::Matrix;
using analysis::MatrixCell;

namespace {

Matrix sample() { return {{"Trust", "Fear"}, {"Ben", "Mia"}, {2, 0, 1, 1}, {2, 1}, {3, 1}, 3}; }

std::vector<std::string> names(const Table& table) {
  std::vector<std::string> all;
  for (const Column& column : table.columns) all.push_back(column.name);
  return all;
}

}  // namespace

TEST_CASE("the first column is named by what the rows are, the others by their values") {
  const Table table = matrix_table(sample(), {"theme", "participant"}, MatrixCell::excerpts, false);
  CHECK(names(table) == std::vector<std::string>{"theme", "Ben", "Mia"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[1] == std::vector<Cell>{std::string("Fear"), std::int64_t{1}, std::int64_t{1}});
  CHECK(table.title == "Excerpts by theme and participant");
}

TEST_CASE("totals are a last column with a footnote and a last row") {
  const Table table = matrix_table(sample(), {"theme", "participant"}, MatrixCell::excerpts, true);
  CHECK(names(table) == std::vector<std::string>{"theme", "Ben", "Mia", "total"});
  CHECK_FALSE(table.columns.back().footnote.empty());
  CHECK(table.rows.back() ==
        std::vector<Cell>{std::string("total"), std::int64_t{3}, std::int64_t{1}, std::int64_t{3}});
}

TEST_CASE("columns of the same name are told apart") {
  Matrix matrix = sample();
  matrix.columns = {"theme", "total"};
  const Table table = matrix_table(matrix, {"theme", "code"}, MatrixCell::excerpts, true);
  CHECK(names(table) == std::vector<std::string>{"theme", "theme (2)", "total", "total (2)"});
}

TEST_CASE("a heat map has the cells alone") {
  const Figure figure = matrix_figure(sample(), MatrixCell::words);
  const auto& chart = std::get<HeatChart>(figure.chart);
  CHECK(chart.legend == "Words");
  CHECK(chart.columns == std::vector<std::string>{"Ben", "Mia"});
  CHECK(chart.rows[0].values == std::vector<double>{2, 0});
}
