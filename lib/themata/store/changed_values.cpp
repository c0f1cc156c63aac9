#include "themata/store/changed_values.hpp"

#include <map>
#include <optional>
#include <vector>

#include "themata/store/detail/changeset.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

struct TableColumns {
  std::vector<std::string> names;
  std::map<std::size_t, std::string> refers_to;  ///< the table whose names a column stands for
};

TableColumns columns_of(Database& database, const std::string& table) {
  TableColumns columns;
  Query names(database, "SELECT name FROM pragma_table_info(?1) ORDER BY cid", table);
  while (names.next()) columns.names.push_back(names.text(0));
  Query references(
      database,
      "SELECT c.cid, f.\"table\" FROM pragma_foreign_key_list(?1) f "
      "JOIN pragma_table_info(?1) c ON c.name = f.\"from\" "
      "WHERE EXISTS (SELECT 1 FROM pragma_table_info(f.\"table\") WHERE name = 'name')",
      table);
  while (references.next()) columns.refers_to[references.size(0)] = references.text(1);
  return columns;
}

std::string_view word_for(RowChange::Kind kind) {
  switch (kind) {
    case RowChange::Kind::added:
      return "added";
    case RowChange::Kind::changed:
      return "changed";
    case RowChange::Kind::removed:
      break;
  }
  return "removed";
}

class ValueReader {
 public:
  ValueReader(Database& database, const std::function<void(const ChangedValue&)>& sink)
      : database_(database), sink_(sink) {}

  void read(const RowChange& row) {
    const TableColumns& columns = known(std::string(row.table));
    ChangedValue value;
    value.noun = row.table;
    value.id = key_of(row);
    value.change = word_for(row.kind);
    for (std::size_t i = 0; i < row.told.size() && i < columns.names.size(); ++i) {
      const std::string& name = columns.names[i];
      if (!row.told[i] || name == "guid" || name == "position") continue;
      if (row.is_key[i] && !columns.refers_to.contains(i)) continue;
      if (row.is_key[i] && row.kind == RowChange::Kind::changed) continue;
      value.field = name.ends_with("_id") ? name.substr(0, name.size() - 3) : name;
      value.before = shown(columns, i, row.before[i]);
      value.after = shown(columns, i, row.after[i]);
      if (value.before != value.after) sink_(value);
    }
  }

 private:
  const TableColumns& known(const std::string& table) {
    const auto found = tables_.find(table);
    if (found != tables_.end()) return found->second;
    return tables_.emplace(table, columns_of(database_, table)).first->second;
  }

  static std::string key_of(const RowChange& row) {
    std::string key;
    for (std::size_t i = 0; i < row.is_key.size(); ++i) {
      if (!row.is_key[i]) continue;
      key +=
          (key.empty() ? "" : "/") + (row.before[i] ? *row.before[i] : row.after[i].value_or(""));
    }
    return key;
  }

  std::string shown(const TableColumns& columns, std::size_t column,
                    const std::optional<std::string>& value) {
    if (!value) return "";
    const auto refers = columns.refers_to.find(column);
    if (refers == columns.refers_to.end()) return *value;
    auto& names = names_[refers->second];
    const auto known_name = names.find(*value);
    if (known_name != names.end()) return known_name->second;
    Query query(database_, "SELECT name FROM \"" + refers->second + "\" WHERE id = ?1",
                std::stoll(*value));
    return names[*value] = query.next() ? query.text(0) : "(" + *value + ")";
  }

  Database& database_;
  const std::function<void(const ChangedValue&)>& sink_;
  std::map<std::string, TableColumns> tables_;
  std::map<std::string, std::map<std::string, std::string>> names_;
};

}  // namespace

void each_changed_value(Database& database, std::int64_t change,
                        const std::function<void(const ChangedValue&)>& sink) {
  Query query(database, "SELECT changeset FROM change WHERE id = ?1", change);
  if (!query.next() || query.view(0).empty()) return;
  ValueReader reader(database, sink);
  each_row(connection_of(database), query.view(0), "change " + std::to_string(change),
           [&](const RowChange& row) { reader.read(row); });
}

}  // namespace themata::store
