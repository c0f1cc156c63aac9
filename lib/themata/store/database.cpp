#include "themata/store/database.hpp"

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

/// Compares the file's schema with ours. True if the file must be migrated.
bool is_older(Connection& connection) {
  const std::int64_t schema = connection.integer("PRAGMA user_version");
  if (schema > current_schema()) {
    throw StoreError(connection.path().string() + ": was made by a newer Themata (schema " +
                     std::to_string(schema) + "; this program knows " +
                     std::to_string(current_schema()) + "); update the program");
  }
  if (schema < 1) throw_damaged(connection.path(), "its schema has no number");
  return schema < current_schema();
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
  if (is_older(*connection)) {
    if (access == Access::read) {
      throw StoreError(path.string() +
                       ": was made by an older Themata; run a command that changes "
                       "the study, such as `study set`, to bring it up to date");
    }
    migrate(*connection, schema_scripts());
  }
  return Database(std::move(connection));
}

const std::filesystem::path& Database::path() const { return connection_->path(); }

int current_schema() { return static_cast<int>(schema_scripts().size()); }

}  // namespace themata::store
