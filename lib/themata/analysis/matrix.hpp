#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/analysis/grouping.hpp"
#include "themata/model/corpus.hpp"

namespace themata::analysis {

/// What stands at the head of a matrix' rows, or of its columns.
struct MatrixAxis {
  enum class Of { codes, themes, groups };
  Of of = Of::codes;
  Grouping grouping =
      {};  ///< for groups alone: by participant, source, occasion, attribute, detail
  [[nodiscard]] bool is_coded() const { return of != Of::groups; }
  bool operator==(const MatrixAxis&) const = default;
};

/// What is counted for a row and a column.
enum class MatrixCell { excerpts, words, participants, presence };
std::string_view to_string(MatrixCell cell);
std::optional<MatrixCell> parse_matrix_cell(std::string_view word);

/// A table of two axes.
struct Matrix {
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  std::vector<std::size_t> cells;  ///< row by row
  /// Of a row, a column, and all: each excerpt, word or participant once, which may be less than
  /// the sum. Of presence: how many columns, how many rows, how many cells.
  std::vector<std::size_t> row_totals;
  std::vector<std::size_t> column_totals;
  std::size_t total = 0;

  [[nodiscard]] std::size_t at(std::size_t row, std::size_t column) const {
    return cells[row * columns.size() + column];
  }
};

/// Counts what the corpus' selection admits; a theme takes in all that lies below it.
/// - One axis of codes or themes: *excerpts* are the distinct segments so coded that are the
///   group's, or in which it speaks.
/// - Two of them: co-occurrence. Segments that share text are counted by pairs, one coded with the
///   row and the other with the column; a segment coded with both counts once. A code or theme
///   with itself counts its own excerpts. *Participants* speak, and *words* are said, in the text
///   that is shared.
/// - None: *excerpts* are the distinct coded segments, *words* all that is said.
/// *Participants* are those who speak in the excerpts, *words* those said there (as
/// `SpokenWords` counts), by the group if it is one of people, each once. *Presence* is 1 where
/// there is an excerpt, else 0.
/// Words need texts. One pass over the sources, in each a sweep over its codings in the order of
/// their beginnings: O(n log n + n k) for n codings of which k codes at most overlap.
Matrix count_matrix(model::Corpus& corpus, const MatrixAxis& rows, const MatrixAxis& columns,
                    MatrixCell cell);

}  // namespace themata::analysis
