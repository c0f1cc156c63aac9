#include <cassert>
#include <string>
#include <vector>

#include "themata/store/backup.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/detail/schema.hpp"

namespace themata::store {
namespace {

void drop_views(Connection& connection) {
  std::vector<std::string> names;
  Query views(connection, "SELECT name FROM sqlite_schema WHERE type = 'view'");
  while (views.next()) names.push_back(views.text(0));
  for (const std::string& name : names) connection.execute("DROP VIEW \"" + name + "\"");
}

bool is_older(Connection& connection, std::span<const char* const> scripts) {
  return schema_of(connection) < static_cast<std::int64_t>(scripts.size());
}

}  // namespace

std::int64_t schema_of(Connection& connection) { return connection.integer("PRAGMA user_version"); }

void upgrade(Connection& connection, std::span<const char* const> scripts) {
  assert(is_older(connection, scripts));
  drop_views(connection);
  for (auto n = static_cast<std::size_t>(schema_of(connection)); n < scripts.size(); ++n) {
    connection.execute(scripts[n]);
  }
  connection.execute(schema_views());
  connection.execute("PRAGMA user_version = " + std::to_string(scripts.size()));
}

void migrate(Connection& connection, std::span<const char* const> scripts) {
  connection.execute("BEGIN IMMEDIATE");
  try {
    if (is_older(connection, scripts)) {  // unless another program was faster
      back_up(connection, free_backup_path(connection.path(),
                                           "schema-" + std::to_string(schema_of(connection))));
      upgrade(connection, scripts);
    }
    connection.execute("COMMIT");
  } catch (...) {
    connection.roll_back("ROLLBACK");
    throw;
  }
}

}  // namespace themata::store
