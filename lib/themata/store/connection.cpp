#include "themata/store/detail/connection.hpp"

#include <cerrno>
#include <cstring>
#include <new>

#include <unistd.h>

#include "themata/error.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

constexpr int busy_timeout_ms = 60'000;

/// Says in our words what SQLite would only call "unable to open database file".
void check_readable(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw StoreError(path.string() + ": there is no such file");
  }
  if (status.type() == std::filesystem::file_type::directory) {
    throw StoreError(path.string() + ": a folder, not a Themata study");
  }
  if (status.type() != std::filesystem::file_type::regular && std::filesystem::exists(status)) {
    throw StoreError(path.string() + ": not a Themata study");
  }
  if (::access(path.c_str(), R_OK) != 0) {
    throw StoreError(path.string() + ": cannot be read (" + std::strerror(errno) + ")");
  }
}

/// Also for reading: what a killed program left half done must be taken back first. SQLite itself
/// settles for less where the file is read-only. An absolute name is never taken for a URI.
SQLite::Database opened(const std::filesystem::path& path) {
  check_readable(path);
  try {
    return SQLite::Database(std::filesystem::absolute(path).string(),
                            SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, busy_timeout_ms);
  } catch (const SQLite::Exception& error) {
    throw_store_error(path, error, errno);
  }
}

}  // namespace

Connection::Connection(std::filesystem::path path, Database::Access access)
    : path_(std::move(path)), sqlite_(opened(path_)) {
  guarded([&] { configure(access); });
}

Connection::Connection()
    : path_(":memory:"), sqlite_(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {}

Connection::Connection(std::filesystem::path path)
    : path_(std::move(path)), sqlite_(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  guarded([&] { sqlite_.exec("PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON"); });
}

void Connection::configure(Database::Access access) {
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite_.exec("PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL");
  if (access == Database::Access::read) {
    sqlite_.exec("PRAGMA query_only = ON");
    return;
  }
  if (sqlite3_db_readonly(handle(), "main") == 1) {
    throw StoreError(path_.string() +
                     ": the file is read-only; make it writable, or work on a copy");
  }
  sqlite_.exec("PRAGMA journal_mode = DELETE");
}

Connection::Pool& Connection::pool(std::string_view sql) {
  const auto found = pools_.find(sql);
  if (found != pools_.end()) return found->second;
  return pools_.try_emplace(std::string(sql)).first->second;
}

void Connection::execute(const std::string& sql) {
  guarded([&] { sqlite_.exec(sql); });
}

std::int64_t Connection::integer(const std::string& sql) {
  return guarded([&] { return sqlite_.execAndGet(sql).getInt64(); });
}

std::string Connection::serialized() {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(
      sqlite3_serialize(handle(), "main", &size, 0), &sqlite3_free);
  if (bytes == nullptr) throw std::bad_alloc();
  return {bytes.get(), bytes.get() + size};
}

void Connection::roll_back(const char* sql) noexcept {
  bracket_ids_.clear();
  if (in_transaction()) sqlite_.tryExec(sql);
}

}  // namespace themata::store
