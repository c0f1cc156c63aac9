#include <cassert>
#include <string>
#include <vector>

#include <SQLiteCpp/Backup.h>

#include "themata/store/detail/new_file.hpp"
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

/// `STUDY.themata.schema-1.backup`, numbered on if it is taken.
std::filesystem::path backup_path(const std::filesystem::path& study, std::int64_t schema) {
  const std::string stem = study.string() + ".schema-" + std::to_string(schema);
  std::filesystem::path path = stem + ".backup";
  for (int number = 2; std::filesystem::exists(path); ++number) {
    path = stem + "-" + std::to_string(number) + ".backup";
  }
  return path;
}

/// Copies what a study holds into an empty file.
void copy_study(const std::filesystem::path& from, const std::filesystem::path& to) {
  SQLite::Database study(std::filesystem::absolute(from).string(), SQLite::OPEN_READONLY);
  SQLite::Database copy(std::filesystem::absolute(to).string(), SQLite::OPEN_READWRITE);
  const int result = SQLite::Backup(copy, study).executeStep(-1);
  if (result != SQLITE_DONE) throw SQLite::Exception("the copy was not finished", result);
}

/// Copies the study, as it was before the transaction, to a new file that the same people may read.
/// The caller holds the write lock; SQLite does not copy through a connection that has it, so
/// another one reads.
void back_up(Connection& connection) {
  const std::filesystem::path path = backup_path(connection.path(), schema_of(connection));
  write_new_file(path, {});
  std::error_code ignored;  // some file systems know no rights
  std::filesystem::permissions(path, std::filesystem::status(connection.path()).permissions(),
                               ignored);
  try {
    connection.guarded([&] { copy_study(connection.path(), path); });
  } catch (...) {
    std::filesystem::remove(path, ignored);
    throw;
  }
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
      back_up(connection);
      upgrade(connection, scripts);
    }
    connection.execute("COMMIT");
  } catch (...) {
    connection.roll_back("ROLLBACK");
    throw;
  }
}

}  // namespace themata::store
