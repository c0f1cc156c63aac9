#include <map>
#include <set>
#include <string>
#include <utility>

#include "themata/store/detail/changeset.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/undo.hpp"

namespace themata::store {
namespace {

using RowName = std::string;  // the table and the key's values

RowName name_of(const RowChange& row) {
  RowName name(row.table);
  for (std::size_t i = 0; i < row.is_key.size(); ++i) {
    if (!row.is_key[i]) continue;
    const auto& value = row.before[i] ? row.before[i] : row.after[i];
    name += '\n' + value.value_or("");
  }
  return name;
}

/// For each recorded table: its columns that refer to another table's key, and which.
std::map<std::string, std::map<std::size_t, std::string>> references(Database& database) {
  std::map<std::string, std::map<std::size_t, std::string>> result;
  for (const std::string& table : recorded_tables()) {
    Query query(database,
                "SELECT c.cid, f.\"table\" FROM pragma_foreign_key_list(?1) f "
                "JOIN pragma_table_info(?1) c ON c.name = f.\"from\"",
                table);
    while (query.next()) result[table][query.size(0)] = query.text(1);
  }
  return result;
}

/// A memo or a reading names its target by two columns.
std::optional<RowName> named_target(const RowChange& row) {
  std::size_t word = 0;
  if (row.table == "memo") word = 2;
  if (row.table == "reading") word = 1;
  if (word == 0 || !row.after[word] || !row.after[word + 1]) return std::nullopt;
  const std::string& target = *row.after[word];
  return (target == "turn" ? "source" : target) + '\n' + *row.after[word + 1];
}

/// What a command touched.
struct Touched {
  std::set<RowName> made;  ///< or given back
  std::set<RowName> removed;
  std::map<RowName, std::set<std::size_t>> changed;  ///< and which columns
};

class Footprint {
 public:
  Footprint(Database& database, std::int64_t change)
      : database_(database), references_(references(database)) {
    each(change, [&](const RowChange& row) {
      if (row.kind == RowChange::Kind::added) touched_.made.insert(name_of(row));
      if (row.kind == RowChange::Kind::removed) touched_.removed.insert(name_of(row));
      if (row.kind == RowChange::Kind::changed) touched_.changed[name_of(row)] = columns(row);
    });
  }

  [[nodiscard]] bool carries(std::int64_t later) const {
    bool found = false;
    each(later, [&](const RowChange& row) { found = found || meets(row) || refers(row); });
    return found;
  }

 private:
  void each(std::int64_t change, const std::function<void(const RowChange&)>& sink) const {
    Query query(database_, "SELECT changeset FROM change WHERE id = ?1", change);
    if (!query.next() || query.view(0).empty()) return;
    each_row(connection_of(database_), query.view(0), "change " + std::to_string(change), sink);
  }

  static std::set<std::size_t> columns(const RowChange& row) {
    std::set<std::size_t> result;
    for (std::size_t i = 0; i < row.told.size(); ++i) {
      if (row.told[i] && !row.is_key[i]) result.insert(i);
    }
    return result;
  }

  [[nodiscard]] bool meets(const RowChange& row) const {
    const RowName name = name_of(row);
    if (touched_.made.contains(name) || touched_.removed.contains(name)) return true;
    const auto changed = touched_.changed.find(name);
    if (changed == touched_.changed.end()) return false;
    if (row.kind != RowChange::Kind::changed) return true;
    for (const std::size_t column : columns(row)) {
      if (changed->second.contains(column)) return true;
    }
    return false;
  }

  [[nodiscard]] bool refers(const RowChange& row) const {
    if (row.kind == RowChange::Kind::removed) return false;
    if (const auto target = named_target(row); target && touched_.made.contains(*target)) {
      return true;
    }
    const auto of_table = references_.find(std::string(row.table));
    if (of_table == references_.end()) return false;
    for (const auto& [column, table] : of_table->second) {
      if (column >= row.after.size() || !row.after[column]) continue;
      if (touched_.made.contains(table + '\n' + *row.after[column])) return true;
    }
    return false;
  }

  Database& database_;
  std::map<std::string, std::map<std::size_t, std::string>> references_;
  Touched touched_;
};

}  // namespace

std::vector<std::int64_t> standing_on(Database& database, std::int64_t change,
                                      const std::vector<std::int64_t>& later) {
  const Footprint footprint(database, change);
  std::vector<std::int64_t> result;
  for (const std::int64_t id : later) {
    if (footprint.carries(id)) result.push_back(id);
  }
  return result;
}

}  // namespace themata::store
