#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "themata/analysis/matrix.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using analysis::Matrix;
using analysis::MatrixAxis;
using analysis::MatrixCell;
using analysis::parse_matrix_cell;

/// `codes`, `themes`, `participants`, `sources`, `occasions` or `attribute:NAME`, also in the
/// singular; nothing for any other word.
std::optional<MatrixAxis> parse_matrix_axis(std::string_view word);
/// What one line of an axis is: "code", "theme", "participant", ... or the attribute's name.
std::string line_noun(const MatrixAxis& axis);

/// `matrix`: see `analysis::count_matrix`. Throws `NotFound` for an attribute that is not there.
Matrix count_matrix(Project& project, const Filter& filter, const MatrixAxis& rows,
                    const MatrixAxis& columns, MatrixCell cell);

}  // namespace themata::study
