#include "support.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include "themata/store/detail/query.hpp"
#include "themata/store/history.hpp"

namespace themata::store::test {
namespace {

int keep_conflict(void* conflicts, int, sqlite3_changeset_iter*) {
  ++*static_cast<int*>(conflicts);
  return SQLITE_CHANGESET_ABORT;
}

void apply(Database& database, std::string changeset) {
  sqlite3* handle = connection_of(database).handle();
  int conflicts = 0;
  const int result = sqlite3changeset_apply(handle, static_cast<int>(changeset.size()),
                                            changeset.data(), nullptr, &keep_conflict, &conflicts);
  CHECK(conflicts == 0);
  REQUIRE(result == SQLITE_OK);
}

std::string recorded(Database& database, std::int64_t change) {
  Query query(database, "SELECT changeset FROM change WHERE id = ?1", change);
  REQUIRE(query.next());
  return std::string(query.view(0));
}

}  // namespace

TempFolder::TempFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "themata-XXXXXX").string();
  REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  path_ = pattern;
  std::filesystem::permissions(path_, std::filesystem::perms(0755));
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::permissions(path_, std::filesystem::perms(0755), ignored);
  std::filesystem::remove_all(path_, ignored);
}

std::vector<std::string> TempFolder::file_names() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Study::Study() : database(Database::create(folder.study(), fixture_study, some_time)) {
  connection_of(database).execute("PRAGMA synchronous = OFF");  // no test pulls the plug
}

Change begin(Database& database, const std::string& command) {
  return Change(database, {some_time, "Ada", command});
}

void undo(Database& database, std::int64_t change) {
  const std::string changeset = recorded(database, change);
  int size = 0;
  void* inverse = nullptr;
  REQUIRE(sqlite3changeset_invert(static_cast<int>(changeset.size()), changeset.data(), &size,
                                  &inverse) == SQLITE_OK);
  const char* bytes = static_cast<const char*>(inverse);
  std::string inverted(bytes, bytes + size);
  sqlite3_free(inverse);
  apply(database, std::move(inverted));
}

void redo(Database& database, std::int64_t change) { apply(database, recorded(database, change)); }

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

int in_child(const std::function<int()>& work, bool ordinary_user) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    constexpr uid_t nobody = 65534;
    if (ordinary_user && ::geteuid() == 0 &&
        (::setgroups(0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0)) {
      ::_exit(100);
    }
    int status = 101;
    try {
      status = work();
    } catch (...) {
    }
    ::_exit(status);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 102;
}

}  // namespace themata::store::test
