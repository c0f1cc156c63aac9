#include "themata/analysis/dispersion_table.hpp"

#include <utility>

namespace themata::analysis {

DispersionTable dispersion_table(const GroupedTable& table) {
  std::vector<std::size_t> sizes;
  sizes.reserve(table.groups.size());
  for (const GroupedTable::Group& group : table.groups) sizes.push_back(group.words);
  const PartSizes parts(std::move(sizes));
  DispersionTable result{parts.count(), {}};
  result.rows.reserve(table.rows.size());
  for (const GroupedTable::Row& row : table.rows) {
    result.rows.push_back({row.count, dispersion(row.by_group, parts)});
  }
  return result;
}

}  // namespace themata::analysis
