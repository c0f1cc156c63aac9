#include <string>
#include <vector>

#include <SQLiteCpp/Backup.h>

#include "themata/store/detail/query.hpp"
#include "themata/store/detail/schema.hpp"

namespace themata::store {
namespace {

std::int64_t schema_of(Connection& connection) { return connection.integer("PRAGMA user_version"); }

void drop_views(Connection& connection) {
  std::vector<std::string> names;
  Query views(connection, "SELECT name FROM sqlite_schema WHERE type = 'view'");
  while (views.next()) names.push_back(views.text(0));
  for (const std::string& name : names) connection.execute("DROP VIEW \"" + name + "\"");
}

/// `STUDY.themata.schema-1.backup`, numbered on if it is taken.
std::filesystem::path backup_path(const std::filesystem::path& study, std::int64_t schema) {
  const std::string stem = study.string() + ".schema-" + std::to_string(schema);
  std::filesystem::path path = stem + ".backup";
  for (int number = 2; std::filesystem::exists(path); ++number) {
    path = stem + "-" + std::to_string(number) + ".backup";
  }
  return path;
}

void back_up(Connection& connection) {
  const std::filesystem::path path = backup_path(connection.path(), schema_of(connection));
  connection.guarded([&] {
    SQLite::Database copy(std::filesystem::absolute(path).string(),
                          SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup(copy, connection.sqlite()).executeStep(-1);
  });
}

}  // namespace

void upgrade(Connection& connection, std::span<const char* const> scripts) {
  drop_views(connection);
  for (auto n = static_cast<std::size_t>(schema_of(connection)); n < scripts.size(); ++n) {
    connection.execute(scripts[n]);
  }
  connection.execute(schema_views());
  connection.execute("PRAGMA user_version = " + std::to_string(scripts.size()));
}

void migrate(Connection& connection, std::span<const char* const> scripts) {
  back_up(connection);
  connection.execute("BEGIN IMMEDIATE");
  try {
    upgrade(connection, scripts);  // does nothing harmful if another program was faster
    connection.execute("COMMIT");
  } catch (...) {
    connection.roll_back("ROLLBACK");
    throw;
  }
}

}  // namespace themata::store
