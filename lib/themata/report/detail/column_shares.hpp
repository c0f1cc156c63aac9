#pragma once

#include <vector>

#include "themata/report/table.hpp"

namespace themata::report::detail {

/// How the columns of a printed table share its width.
struct ColumnShares {
  std::vector<double> shares;  ///< of the width there is, together at most 1
  bool is_wrapped = false;     ///< whether cells must be wrapped to fit
};

/// Shares by which the longest cells are wrapped to about the same number of lines, on paper that
/// holds `characters` of them beside each other, `margin` of which are left blank in each column.
ColumnShares share_width(const Table& table, std::size_t characters, std::size_t margin);

}  // namespace themata::report::detail
