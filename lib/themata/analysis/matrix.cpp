#include "themata/analysis/matrix.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "themata/analysis/detail/matrix_axis.hpp"
#include "themata/analysis/detail/matrix_counts.hpp"
#include "themata/analysis/detail/matrix_sweep.hpp"

namespace themata::analysis {

namespace {

using detail::all_lines;
using detail::AxisLines;
using detail::LineNumber;
using detail::MatrixCounts;

constexpr std::array cell_words{std::pair{"excerpts", MatrixCell::excerpts},
                                std::pair{"words", MatrixCell::words},
                                std::pair{"participants", MatrixCell::participants},
                                std::pair{"presence", MatrixCell::presence}};

/// The lines to be shown: all but retired codes and themes that were not applied.
std::vector<AxisLines::Line> shown_lines(const AxisLines& axis, auto total_of) {
  std::vector<AxisLines::Line> lines = axis.order();
  std::erase_if(lines, [&](const AxisLines::Line& line) {
    return line.is_retired && total_of(line.number) == 0;
  });
  return lines;
}

/// The same with 1 for whatever is not 0, and totals that count these.
void make_presence(Matrix& matrix) {
  std::fill(matrix.row_totals.begin(), matrix.row_totals.end(), 0);
  std::fill(matrix.column_totals.begin(), matrix.column_totals.end(), 0);
  matrix.total = 0;
  for (std::size_t i = 0; i < matrix.cells.size(); ++i) {
    matrix.cells[i] = matrix.cells[i] > 0 ? 1 : 0;
    matrix.row_totals[i / matrix.columns.size()] += matrix.cells[i];
    matrix.column_totals[i % matrix.columns.size()] += matrix.cells[i];
    matrix.total += matrix.cells[i];
  }
}

Matrix table_of(const MatrixCounts& counts, const AxisLines& rows, const AxisLines& columns) {
  Matrix matrix;
  const auto shown_rows =
      shown_lines(rows, [&](LineNumber row) { return counts.at(row, all_lines); });
  const auto shown_columns =
      shown_lines(columns, [&](LineNumber column) { return counts.at(all_lines, column); });
  for (const auto& column : shown_columns) {
    matrix.columns.push_back(column.name);
    matrix.column_totals.push_back(counts.at(all_lines, column.number));
  }
  for (const auto& row : shown_rows) {
    matrix.rows.push_back(row.name);
    matrix.row_totals.push_back(counts.at(row.number, all_lines));
    for (const auto& column : shown_columns) {
      matrix.cells.push_back(counts.at(row.number, column.number));
    }
  }
  matrix.total = counts.at(all_lines, all_lines);
  return matrix;
}

}  // namespace

std::string_view to_string(MatrixCell cell) {
  return cell_words.at(static_cast<std::size_t>(cell)).first;
}

std::optional<MatrixCell> parse_matrix_cell(std::string_view word) {
  for (const auto& [name, cell] : cell_words) {
    if (name == word) return cell;
  }
  return std::nullopt;
}

Matrix count_matrix(model::Corpus& corpus, const MatrixAxis& rows, const MatrixAxis& columns,
                    MatrixCell cell) {
  AxisLines row_lines(rows, corpus);
  AxisLines column_lines(columns, corpus);
  MatrixCounts counts;
  detail::MatrixSweep sweep(row_lines, column_lines, rows == columns, corpus.selection(), counts);
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    row_lines.open(source);
    column_lines.open(source);
    if (cell == MatrixCell::words) {
      sweep.count_words(source);
    } else if (cell == MatrixCell::participants) {
      sweep.count_participants(source);
    } else {
      sweep.count_excerpts(source);
    }
  }
  Matrix matrix = table_of(counts, row_lines, column_lines);
  if (cell == MatrixCell::presence) make_presence(matrix);
  return matrix;
}

}  // namespace themata::analysis
