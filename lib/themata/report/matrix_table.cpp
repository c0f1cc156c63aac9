#include "themata/report/matrix_table.hpp"

#include <utility>

#include <fmt/format.h>

#include "themata/report/detail/figure_label.hpp"

namespace themata::report {

namespace {

using analysis::Matrix;
using analysis::MatrixCell;

const char* total_note(MatrixCell cell) {
  switch (cell) {
    case MatrixCell::excerpts:
      return "Each excerpt once, so that a total may be less than the sum.";
    case MatrixCell::words:
      return "Each word once, so that a total may be less than the sum.";
    case MatrixCell::participants:
      return "Each participant once, so that a total may be less than the sum.";
    case MatrixCell::presence:
      break;
  }
  return "How many are present.";
}

Cell count(std::size_t number) { return static_cast<std::int64_t>(number); }

std::vector<Column> columns_of(const Matrix& matrix, const MatrixNouns& nouns, MatrixCell cell,
                               bool totals) {
  std::vector<Column> columns{{nouns.row, Column::Kind::text}};
  ColumnNames names(columns);
  for (const std::string& name : matrix.columns) {
    columns.push_back({names.take(name), Column::Kind::number});
  }
  if (totals) {
    columns.push_back({names.take("total"), Column::Kind::number, false, total_note(cell)});
  }
  return columns;
}

const char* legend_of(MatrixCell cell) {
  switch (cell) {
    case MatrixCell::words:
      return "Words";
    case MatrixCell::participants:
      return "Participants";
    case MatrixCell::presence:
      return "Present";
    case MatrixCell::excerpts:
      break;
  }
  return "Excerpts";
}

}  // namespace

Table matrix_table(const Matrix& matrix, const MatrixNouns& nouns, MatrixCell cell, bool totals) {
  Table table;
  table.title = fmt::format("{} by {} and {}", legend_of(cell), nouns.row, nouns.column);
  table.columns = columns_of(matrix, nouns, cell, totals);
  for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
    std::vector<Cell> row{matrix.rows[r]};
    for (std::size_t c = 0; c < matrix.columns.size(); ++c) row.push_back(count(matrix.at(r, c)));
    if (totals) row.push_back(count(matrix.row_totals[r]));
    table.rows.push_back(std::move(row));
  }
  if (!totals) return table;
  std::vector<Cell> last{std::string("total")};
  for (const std::size_t total : matrix.column_totals) last.push_back(count(total));
  last.push_back(count(matrix.total));
  table.rows.push_back(std::move(last));
  return table;
}

Figure matrix_figure(const Matrix& matrix, MatrixCell cell) {
  HeatChart chart;
  chart.legend = legend_of(cell);
  for (const std::string& name : matrix.columns)
    chart.columns.push_back(detail::figure_label(name));
  for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
    Grid::Row row{detail::figure_label(matrix.rows[r]), {}, {}};
    for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
      row.values.push_back(static_cast<double>(matrix.at(r, c)));
    }
    chart.rows.push_back(std::move(row));
  }
  Figure figure;
  figure.chart = std::move(chart);
  return figure;
}

}  // namespace themata::report
