#include "themata/store/backup.hpp"

#include <algorithm>

#include <SQLiteCpp/Backup.h>

#include "themata/store/detail/connection.hpp"
#include "themata/store/detail/new_file.hpp"

namespace themata::store {
namespace {

constexpr const char* extension = ".backup";

/// Copies what a study holds into an empty file. SQLite does not copy through a connection that
/// holds the write lock, so another one reads.
void copy_study(const std::filesystem::path& from, const std::filesystem::path& to) {
  SQLite::Database study(std::filesystem::absolute(from).string(), SQLite::OPEN_READONLY, 60'000);
  SQLite::Database copy(std::filesystem::absolute(to).string(), SQLite::OPEN_READWRITE);
  const int result = SQLite::Backup(copy, study).executeStep(-1);
  if (result != SQLITE_DONE) throw SQLite::Exception("the copy was not finished", result);
}

}  // namespace

void back_up(Database& study, const std::filesystem::path& to) {
  Connection& connection = connection_of(study);
  back_up(connection, to);
}

void back_up(Connection& study, const std::filesystem::path& to) {
  write_new_file(to, {});
  std::error_code ignored;  // some file systems know no rights
  std::filesystem::permissions(to, std::filesystem::status(study.path()).permissions(), ignored);
  try {
    study.guarded([&] { copy_study(study.path(), to); });
  } catch (...) {
    std::filesystem::remove(to, ignored);
    throw;
  }
}

std::filesystem::path free_backup_path(const std::filesystem::path& study,
                                       const std::string& word) {
  const std::string stem = study.string() + "." + word;
  std::filesystem::path path = stem + extension;
  for (int number = 2; std::filesystem::exists(path); ++number) {
    path = stem + "-" + std::to_string(number) + extension;
  }
  return path;
}

std::vector<std::filesystem::path> backups_of(const std::filesystem::path& study) {
  const std::filesystem::path file = std::filesystem::absolute(study);
  const std::string beginning = file.filename().string() + ".";
  std::vector<std::filesystem::path> backups;
  for (const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(beginning) && name.ends_with(extension)) {
      backups.push_back(study.parent_path() / name);
    }
  }
  std::sort(backups.begin(), backups.end());
  return backups;
}

}  // namespace themata::store
