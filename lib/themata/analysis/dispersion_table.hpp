#pragma once

#include <cstddef>
#include <vector>

#include "themata/analysis/dispersion.hpp"
#include "themata/analysis/grouped_table.hpp"

namespace themata::analysis {

struct DispersionRow {
  TermCount count;
  Dispersion dispersion;
};

struct DispersionTable {
  std::size_t parts = 0;  ///< with at least one word
  std::vector<DispersionRow> rows;
};

/// How evenly the rows of a table are spread over its groups.
DispersionTable dispersion_table(const GroupedTable& table);

}  // namespace themata::analysis
