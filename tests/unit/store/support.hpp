#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "filled_study.hpp"
#include "support/recorded_rows.hpp"
#include "themata/store/change.hpp"
#include "themata/store/database.hpp"

namespace themata::store::test {

/// A folder of its own for each test, gone afterwards.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::filesystem::path study() const { return path_ / "study.themata"; }
  [[nodiscard]] std::vector<std::string> file_names() const;

 private:
  std::filesystem::path path_;
};

/// A new study in a folder of its own.
struct Study {
  TempFolder folder;
  Database database;
  Study();
};

Change begin(Database& database, const std::string& command = "test");

/// Takes back, or does again, what one row of the history recorded.
void undo(Database& database, std::int64_t change);
void redo(Database& database, std::int64_t change);

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& bytes);

/// Runs `work` in a process of its own and gives its exit status; without the rights of the
/// superuser if `ordinary_user`.
int in_child(const std::function<int()>& work, bool ordinary_user = false);

}  // namespace themata::store::test
