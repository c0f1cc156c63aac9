#include "themata/store/purge.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <deque>

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "themata/error.hpp"
#include "themata/store/backup.hpp"
#include "themata/store/detail/history_rows.hpp"
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

/// A backup that must go, open for writing.
class Backup {
 public:
  /// Throws if it is no file of its own that can be written. Nothing is done to it yet.
  explicit Backup(std::filesystem::path path)
      : path_(std::move(path)),
        file_(::open(path_.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {
    struct stat about {};
    if (file_ < 0) refuse_backup(path_, errno == ELOOP ? "it is a link" : std::strerror(errno));
    if (::fstat(file_, &about) == 0 && S_ISREG(about.st_mode)) {
      bytes_ = static_cast<std::uintmax_t>(about.st_size);
      return;
    }
    ::close(file_);
    refuse_backup(path_, "it is no file");
  }
  ~Backup() { ::close(file_); }
  Backup(const Backup&) = delete;
  Backup& operator=(const Backup&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Writes zeros over it and removes it. Returns why not, or nothing.
  [[nodiscard]] std::string remove() const {
    const std::string zeros(65'536, '\0');
    for (std::uintmax_t left = bytes_; left > 0;) {
      const ssize_t written =
          ::write(file_, zeros.data(), std::min<std::uintmax_t>(left, zeros.size()));
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return std::strerror(errno);
      left -= static_cast<std::uintmax_t>(written);
    }
    if (::fsync(file_) != 0) return std::strerror(errno);
    return ::unlink(path_.c_str()) == 0 ? "" : std::strerror(errno);
  }

 private:
  std::filesystem::path path_;
  int file_;
  std::uintmax_t bytes_ = 0;
};

/// All of them, before anything is done.
std::deque<Backup> open_backups(const std::filesystem::path& study) {
  std::deque<Backup> backups;
  for (const std::filesystem::path& path : backups_of(study)) backups.emplace_back(path);
  return backups;
}

std::vector<std::filesystem::path> remove_backups(const std::filesystem::path& study,
                                                  const std::deque<Backup>& backups) {
  std::vector<std::filesystem::path> removed;
  std::string left;
  for (const Backup& backup : backups) {
    const std::string why = backup.remove();
    removed.push_back(backup.path());
    if (!why.empty())
      left += (left.empty() ? "" : ", ") + backup.path().string() + " (" + why + ")";
  }
  if (left.empty()) return removed;
  throw StoreError(study.string() +
                   ": what was to go is gone from the study, for good; but a backup of it, which "
                   "holds that still, could not be removed: " +
                   left + "; remove it yourself");
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
  const std::deque<Backup> backups = open_backups(study.path());
  copy_pages(connection_of(copy), study);
  study.sqlite().tryExec("VACUUM");  // if it fails, the file has empty pages, and that is all
  return remove_backups(study.path(), backups);
}

Database copy_in_memory(Database& study) {
  Connection& connection = connection_of(study);
  auto copy = std::make_unique<Connection>(connection.path());
  copy_pages(connection, *copy);
  return ConnectionAccess::database(std::move(copy));
}

void note_in_history(Database& database, const ChangeInfo& info, const std::string& summary) {
  add_history_row(database, info, ChangeKind::command, summary, {});
}

std::vector<std::string> classed_brackets(Database& database) {
  Query query(database,
              "SELECT r.text FROM bracket_rule r WHERE r.text IN "
              "(SELECT b.text FROM source s JOIN aside a ON a.transcript_id = s.transcript_id "
              "JOIN bracket b ON b.id = a.bracket_id) ORDER BY r.text");
  std::vector<std::string> brackets;
  while (query.next()) brackets.push_back(query.text(0));
  return brackets;
}

void purge(Database& copy, const std::vector<std::string>& rules) {
  Connection& connection = connection_of(copy);
  const std::vector<std::string> used = classed_brackets(copy);
  for (const std::string& rule : rules) {
    if (std::binary_search(used.begin(), used.end(), rule)) continue;
    Query(copy, "DELETE FROM bracket_rule WHERE text = ?1", rule).run();
  }
  connection.execute(
      "BEGIN;"
      "DELETE FROM aside WHERE transcript_id NOT IN (SELECT transcript_id FROM source);"
      "DELETE FROM turn WHERE transcript_id NOT IN (SELECT transcript_id FROM source);"
      "DELETE FROM transcript WHERE id NOT IN (SELECT transcript_id FROM source);"
      "DELETE FROM content WHERE id NOT IN (SELECT text_id FROM transcript UNION ALL "
      "SELECT original_id FROM transcript WHERE original_id IS NOT NULL UNION ALL "
      "SELECT xml_id FROM kept_part UNION ALL "
      "SELECT file_id FROM kept_part WHERE file_id IS NOT NULL);"
      "DELETE FROM bracket WHERE id NOT IN "
      "(SELECT bracket_id FROM aside WHERE bracket_id IS NOT NULL);"
      "UPDATE change SET changeset = x'';"
      "COMMIT;"
      "VACUUM");
}

}  // namespace themata::store
