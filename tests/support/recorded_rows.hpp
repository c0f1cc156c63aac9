#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "themata/store/detail/query.hpp"
#include "themata/store/history.hpp"

namespace themata::store::test {

/// Every row of a table, as SQL literals, sorted.
inline std::vector<std::string> rows(Database& database, const std::string& table) {
  std::string columns;
  Query names(database, "SELECT name FROM pragma_table_info(?1)", table);
  while (names.next()) {
    columns += (columns.empty() ? "" : " || ', ' || ") + ("quote(\"" + names.text(0) + "\")");
  }
  std::vector<std::string> result;
  Query query(database, "SELECT " + columns + " FROM \"" + table + "\"");
  while (query.next()) result.push_back(query.text(0));
  std::sort(result.begin(), result.end());
  return result;
}

/// The rows of all tables that the history records, each led by the table's name.
inline std::vector<std::string> recorded_rows(Database& database) {
  std::vector<std::string> result;
  for (const std::string& table : recorded_tables()) {
    for (const std::string& row : rows(database, table)) result.push_back(table + ": " + row);
  }
  return result;
}

}  // namespace themata::store::test
