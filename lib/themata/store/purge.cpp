#include "themata/store/purge.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>

#include <SQLiteCpp/Backup.h>

#include "themata/error.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

/// Copies all pages at once. What `to` held before is taken back if that fails.
void copy_pages(Connection& from, Connection& to) {
  to.guarded([&] {
    const int result = SQLite::Backup(to.sqlite(), from.sqlite()).executeStep(-1);
    if (result != SQLITE_DONE) throw SQLite::Exception("the study was not copied", result);
  });
}

std::uintmax_t size_of(Connection& connection) {
  return static_cast<std::uintmax_t>(connection.integer("PRAGMA page_count") *
                                     connection.integer("PRAGMA page_size"));
}

/// As many pages as the file has, whatever they hold.
std::int64_t pages_of(Connection& study) {
  const std::int64_t page_size = study.integer("PRAGMA page_size");
  std::error_code unknown;
  const std::uintmax_t bytes = std::filesystem::file_size(study.path(), unknown);
  const auto in_file = unknown ? 0 : (static_cast<std::int64_t>(bytes) + page_size - 1) / page_size;
  return std::max(in_file, study.integer("PRAGMA page_count"));
}

/// Adds empty pages until the copy has this many. SQLite cuts a file short only when a transaction
/// is over: were the copy smaller, a program killed at that very moment would leave old pages
/// behind the study's end.
void fill_up(Connection& copy, std::int64_t pages) {
  constexpr std::int64_t at_once = 4096;
  const std::int64_t page_size = copy.integer("PRAGMA page_size");
  copy.execute("CREATE TABLE filler (bytes BLOB)");
  for (std::int64_t left; (left = pages - copy.integer("PRAGMA page_count")) > 0;) {
    const std::int64_t bytes = std::min(left, at_once) * page_size;
    copy.execute("INSERT INTO filler VALUES (zeroblob(" + std::to_string(bytes) + "))");
  }
  copy.execute("DROP TABLE filler");
}

/// The journal holds the old file while it is written over.
void check_room(Connection& study) {
  std::error_code unknown;
  const std::filesystem::path file = std::filesystem::absolute(study.path());
  const auto space = std::filesystem::space(file.parent_path(), unknown);
  const std::uintmax_t needed = size_of(study) + size_of(study) / 64 + 65'536;
  if (unknown || space.available >= needed) return;
  throw StoreError(study.path().string() + ": the disk has no room; " +
                   std::to_string(needed / 1'000'000 + 1) +
                   " MB must be free beside the study for a while; nothing was changed");
}

[[noreturn]] void refuse_backup(const std::filesystem::path& path, const std::string& why) {
  throw StoreError(path.string() + ": this backup of the study cannot be removed (" + why +
                   "), and it holds what must go; nothing was changed; remove it and run the "
                   "command again");
}

void overwrite(const std::filesystem::path& path) {
  std::error_code error;
  std::uintmax_t left = std::filesystem::file_size(path, error);
  if (error) refuse_backup(path, error.message());
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  const std::string zeros(65'536, '\0');
  while (file && left > 0) {
    const std::uintmax_t now = std::min<std::uintmax_t>(left, zeros.size());
    file.write(zeros.data(), static_cast<std::streamsize>(now));
    left -= now;
  }
  file.close();
  if (!file) refuse_backup(path, "it cannot be written");
}

std::vector<std::filesystem::path> remove_backups(const std::filesystem::path& study) {
  const std::vector<std::filesystem::path> backups = backups_of(study);
  for (const std::filesystem::path& path : backups) {
    overwrite(path);
    std::error_code error;
    std::filesystem::remove(path, error);
    if (error) refuse_backup(path, error.message());
  }
  return backups;
}

void require_journal(Connection& study) {
  Query mode(study, "PRAGMA journal_mode = TRUNCATE");
  if (mode.next() && mode.view(0) == "truncate") return;
  throw StoreError(study.path().string() +
                   ": another program keeps a log beside the study; nothing was changed; close "
                   "that program and run the command again");
}

}  // namespace

SoleUse::SoleUse(Database& study) : study_(study) {
  Connection& connection = connection_of(study_);
  require_journal(connection);
  connection.execute("PRAGMA locking_mode = EXCLUSIVE");
  try {
    connection.execute("BEGIN EXCLUSIVE");
    connection.execute("COMMIT");
  } catch (...) {
    connection.sqlite().tryExec("PRAGMA locking_mode = NORMAL");
    connection.sqlite().tryExec("PRAGMA journal_mode = DELETE");
    throw;
  }
}

SoleUse::~SoleUse() {
  // a lock is given up at the end of the next statement that reads
  connection_of(study_).sqlite().tryExec(
      "PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema; "
      "PRAGMA journal_mode = DELETE");
}

std::vector<std::filesystem::path> SoleUse::replace_by(Database& copy) {
  Connection& study = connection_of(study_);
  check_room(study);
  fill_up(connection_of(copy), pages_of(study));
  std::vector<std::filesystem::path> backups = remove_backups(study.path());
  copy_pages(connection_of(copy), study);
  study.sqlite().tryExec("VACUUM");  // if it fails, the file has empty pages, and that is all
  return backups;
}

Database copy_in_memory(Database& study) {
  Connection& connection = connection_of(study);
  auto copy = std::make_unique<Connection>(connection.path());
  copy_pages(connection, *copy);
  return ConnectionAccess::database(std::move(copy));
}

void note_in_history(Database& database, const ChangeInfo& info, const std::string& summary) {
  Query(database,
        "INSERT INTO change (time, coder, command, summary, schema, changeset) "
        "VALUES (?1, ?2, ?3, ?4, ?5, x'')",
        info.time, info.coder, info.command, summary, current_schema())
      .run();
}

void purge(Database& copy) {
  Connection& connection = connection_of(copy);
  connection.execute(
      "BEGIN;"
      "DELETE FROM aside WHERE transcript_id NOT IN (SELECT transcript_id FROM source);"
      "DELETE FROM turn WHERE transcript_id NOT IN (SELECT transcript_id FROM source);"
      "DELETE FROM transcript WHERE id NOT IN (SELECT transcript_id FROM source);"
      "DELETE FROM content WHERE id NOT IN (SELECT text_id FROM transcript UNION ALL "
      "SELECT original_id FROM transcript WHERE original_id IS NOT NULL);"
      "DELETE FROM bracket WHERE id NOT IN "
      "(SELECT bracket_id FROM aside WHERE bracket_id IS NOT NULL);"
      "DELETE FROM bracket_rule WHERE text NOT IN (SELECT text FROM bracket);"
      "UPDATE change SET changeset = x'';"
      "COMMIT;"
      "VACUUM");
}

std::vector<std::filesystem::path> backups_of(const std::filesystem::path& study) {
  const std::filesystem::path file = std::filesystem::absolute(study);
  const std::string beginning = file.filename().string() + ".schema-";
  std::vector<std::filesystem::path> backups;
  for (const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(beginning) && name.ends_with(".backup")) {
      backups.push_back(study.parent_path() / name);
    }
  }
  std::sort(backups.begin(), backups.end());
  return backups;
}

}  // namespace themata::store
