#include "themata/study/matrix.hpp"

#include <utility>

#include "themata/store/corpus.hpp"
#include "themata/study/detail/grouping_meant.hpp"
#include "themata/study/word_statistics.hpp"

namespace themata::study {

namespace {

using By = analysis::Grouping::By;
using Of = MatrixAxis::Of;

/// With the attribute as the study calls it.
MatrixAxis axis_meant(Project& project, MatrixAxis axis) {
  if (!axis.is_coded()) axis.grouping = detail::grouping_meant(project, std::move(axis.grouping));
  return axis;
}

}  // namespace

std::optional<MatrixAxis> parse_matrix_axis(std::string_view word) {
  if (word == "codes" || word == "code") return MatrixAxis{Of::codes};
  if (word == "themes" || word == "theme") return MatrixAxis{Of::themes};
  auto grouping = parse_grouping(word);
  if (!grouping || grouping->by == By::turn || grouping->by == By::study) return std::nullopt;
  return MatrixAxis{Of::groups, std::move(*grouping)};
}

std::string line_noun(const MatrixAxis& axis) {
  if (axis.of == Of::codes) return "code";
  if (axis.of == Of::themes) return "theme";
  switch (axis.grouping.by) {
    case By::participant:
      return "participant";
    case By::source:
      return "source";
    case By::occasion:
      return "occasion";
    default:
      return axis.grouping.attribute;
  }
}

Matrix count_matrix(Project& project, const Filter& filter, const MatrixAxis& rows,
                    const MatrixAxis& columns, MatrixCell cell) {
  const MatrixAxis row_axis = axis_meant(project, rows);
  const MatrixAxis column_axis = axis_meant(project, columns);
  const auto corpus = store::open_corpus(project.database(), select(project, filter),
                                         {.texts = cell == MatrixCell::words, .codings = true});
  return analysis::count_matrix(*corpus, row_axis, column_axis, cell);
}

}  // namespace themata::study
