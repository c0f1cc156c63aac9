#pragma once

#include <string>

#include "themata/analysis/matrix.hpp"
#include "themata/report/figure.hpp"
#include "themata/report/table.hpp"

namespace themata::report {

/// What the names of a matrix stand for: "theme", "participant" ("gender", for an attribute).
struct MatrixNouns {
  std::string row;
  std::string column;
};

/// A matrix as a table: the first column has the rows' names, and one follows for each of its
/// columns. With `totals`, a last column and a last row, with a footnote where they are no sums.
Table matrix_table(const analysis::Matrix& matrix, const MatrixNouns& nouns,
                   analysis::MatrixCell cell, bool totals);

/// A matrix as a heat map. Throws `InputError` if it has no rows or columns, or more than a picture
/// shows.
Figure matrix_figure(const analysis::Matrix& matrix, analysis::MatrixCell cell);

}  // namespace themata::report
