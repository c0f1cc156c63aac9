#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace themata::report::detail {

/// How wide a column of a text table is if nothing in it is wrapped, and how narrow it may become.
struct ColumnWidth {
  std::size_t natural = 0;
  std::size_t least = 0;  ///< not above `natural`
};

/// The widest of the pieces of `text` between characters of `separators`, in columns.
std::size_t widest_piece(std::string_view text, std::string_view separators);

/// Widths that together take at most `available`: the natural ones if they fit, else those at which
/// the longest cells of all columns are wrapped to about the same number of lines. Nothing if not
/// even the least widths fit.
std::optional<std::vector<std::size_t>> fit_columns(const std::vector<ColumnWidth>& columns,
                                                    std::size_t available);

}  // namespace themata::report::detail
