#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "themata/model/study_info.hpp"

namespace themata::store {

class Connection;

/// One open study file (`*.themata`): an SQLite database and nothing beside it. Every function of
/// the store takes one. Not for sharing between threads; several programs may open the same file,
/// and wait up to a minute for one another. SQLite's errors come out as `StoreError`.
class Database {
 public:
  enum class Access { read, write };

  /// Makes a study file. Throws `Conflict` if the path exists, `StoreError` if it cannot be
  /// written; then nothing is left behind. `time` is ISO 8601 UTC.
  static Database create(const std::filesystem::path& path, const model::StudyInfo& study,
                         const std::string& time);

  /// Opens a study file. Throws `StoreError` for a file that is missing, unreadable, no database,
  /// not a study, damaged, or of a newer schema than this program knows. An older one is migrated
  /// when opened for writing, after a backup beside it; read access never changes the file.
  static Database open(const std::filesystem::path& path, Access access);

  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  [[nodiscard]] const std::filesystem::path& path() const;

 private:
  friend struct ConnectionAccess;  // the store's own, see detail/connection.hpp
  explicit Database(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

/// The schema that this program writes.
int current_schema();

}  // namespace themata::store
