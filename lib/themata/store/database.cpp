#include "themata/store/database.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "themata/error.hpp"
#include "themata/store/detail/connection.hpp"
#include "themata/store/detail/new_file.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/detail/schema.hpp"

namespace themata::store {
namespace {

constexpr const char* insert_study =
    "INSERT INTO study (id, guid, title, approach, language, created) VALUES (1, ?1, ?2, ?3, ?4, "
    "?5)";

/// The bytes of a new study's file. It is made in memory, so that it appears on disk at once.
std::string new_study(const model::StudyInfo& study, const std::string& time) {
  Connection connection;
  connection.execute("PRAGMA application_id = " + std::to_string(study_application_id));
  connection.execute("BEGIN");
  upgrade(connection, schema_scripts());
  Query(connection, insert_study, study.guid, study.title, model::to_string(study.approach),
        study.language, time)
      .run();
  connection.execute("COMMIT");
  return connection.serialized();
}

void check_is_study(Connection& connection) {
  if (connection.integer("PRAGMA application_id") != study_application_id) {
    throw StoreError(connection.path().string() + ": not a Themata study");
  }
}

/// True if another tool has left pages of the study in a log beside it.
bool has_log(Connection& connection) {
  Query mode(connection, "PRAGMA journal_mode");
  return mode.next() && mode.view(0) == "wal";
}

/// SQLite finds a file that lacks pages damaged, but fills one that is cut short with zeros.
void check_last_page(Connection& connection) {
  if (has_log(connection)) return;
  connection.execute("BEGIN");
  const auto size =
      connection.integer("PRAGMA page_count") * connection.integer("PRAGMA page_size");
  std::error_code ignored;  // then it is not smaller
  const auto found = std::filesystem::file_size(connection.path(), ignored);
  connection.execute("COMMIT");
  if (found >= static_cast<std::uintmax_t>(size)) return;
  throw_damaged(connection.path(), "its end is missing");
}

/// The number of the file's schema, if this program knows it; else throws.
std::int64_t known_schema(Connection& connection) {
  const std::int64_t schema = schema_of(connection);
  if (schema > current_schema()) {
    throw StoreError(connection.path().string() + ": was made by a newer Themata (schema " +
                     std::to_string(schema) + "; this program knows " +
                     std::to_string(current_schema()) + "); update the program");
  }
  if (schema < 1) throw_damaged(connection.path(), "its schema has no number");
  return schema;
}

}  // namespace

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Database Database::create(const std::filesystem::path& path, const model::StudyInfo& study,
                          const std::string& time) {
  write_new_file(path, new_study(study, time));
  return open(path, Access::write);
}

Database Database::open(const std::filesystem::path& path, Access access) {
  auto connection = std::make_unique<Connection>(path, access);
  check_is_study(*connection);
  check_last_page(*connection);
  if (known_schema(*connection) < current_schema()) {
    if (access == Access::read) {
      throw StoreError(path.string() +
                       ": was made by an older Themata; run a command that changes "
                       "the study, such as `study set`, to bring it up to date");
    }
    migrate(*connection, schema_scripts());
    known_schema(*connection);  // it may be a newer program's by now
  }
  return Database(std::move(connection));
}

const std::filesystem::path& Database::path() const { return connection_->path(); }

int current_schema() { return static_cast<int>(schema_scripts().size()); }

}  // namespace themata::store
