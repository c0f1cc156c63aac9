#pragma once

#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK
#endif
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include "themata/store/database.hpp"

namespace themata::store {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
template <class Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

/// Throws what a person should read of an SQLite error, as `StoreError` (`std::bad_alloc` if memory
/// is short).
[[noreturn]] void throw_store_error(const std::filesystem::path& path,
                                    const SQLite::Exception& error, int system_error);

/// Throws the `StoreError` for a study that contradicts itself; `what` is a half-sentence.
[[noreturn]] void throw_damaged(const std::filesystem::path& path, const std::string& what);

/// Throws the `StoreError` for themes that stand under one another in a circle, or go down further
/// than the store lets them.
[[noreturn]] void throw_endless_themes(const std::filesystem::path& path);

/// Throws the `StoreError` for a word in the file that this program's schema does not have.
[[noreturn]] void throw_unknown_word(const std::filesystem::path& path, std::string_view word);

/// The open connection behind a `Database`: how it is set up, its prepared statements, and what is
/// remembered while a change is under way.
class Connection {
 public:
  /// Statements with one text that are not in use; more than one only where calls nest.
  using Pool = std::vector<std::unique_ptr<SQLite::Statement>>;

  Connection(std::filesystem::path path, Database::Access access);
  /// An empty database in memory.
  Connection();
  /// The same, set up as a study that is written; messages call it by `path`.
  explicit Connection(std::filesystem::path path);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] sqlite3* handle() const { return sqlite_.getHandle(); }
  [[nodiscard]] SQLite::Database& sqlite() { return sqlite_; }
  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

  [[nodiscard]] Pool& pool(std::string_view sql);
  /// Runs statements that give no rows.
  void execute(const std::string& sql);
  /// The one number that a statement gives.
  [[nodiscard]] std::int64_t integer(const std::string& sql);
  /// The bytes that the database's file has, or would have.
  [[nodiscard]] std::string serialized();

  /// Rolls back to where `sql` says (all, or a savepoint) and forgets what may not be true any
  /// more. Never throws: SQLite itself rolls back what it can no longer keep.
  void roll_back(const char* sql) noexcept;

  /// Ids of the bracket texts met in this change.
  [[nodiscard]] StringMap<std::int64_t>& bracket_ids() { return bracket_ids_; }

  /// Throws SQLite's error unless `result` is SQLITE_OK; for calls of SQLite itself, made under
  /// `guarded`.
  void check(int result) const {
    if (result != SQLITE_OK) throw SQLite::Exception(handle(), result);
  }

  /// Calls `work`, with SQLite's errors translated.
  template <class Work>
  decltype(auto) guarded(Work&& work) {
    try {
      return std::forward<Work>(work)();
    } catch (const SQLite::Exception& error) {
      throw_store_error(path_, error, sqlite3_system_errno(handle()));
    }
  }

 private:
  void configure(Database::Access access);

  std::filesystem::path path_;
  SQLite::Database sqlite_;
  StringMap<Pool> pools_;
  StringMap<std::int64_t> bracket_ids_;
};

/// What `Database` befriends, so that the store alone reaches the connection behind it.
struct ConnectionAccess {
  static Connection& of(Database& database) { return *database.connection_; }
  static Database database(std::unique_ptr<Connection> connection) {
    return Database(std::move(connection));
  }
};

inline Connection& connection_of(Database& database) { return ConnectionAccess::of(database); }

/// As `back_up` of a `Database`, also while the connection holds the write lock and has changed
/// nothing yet.
void back_up(Connection& study, const std::filesystem::path& to);

}  // namespace themata::store
