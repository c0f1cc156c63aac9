// What is left of a change when the program is killed or the disk is full.

#include <catch2/catch.hpp>
#include <sys/mount.h>
#include <unistd.h>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/detail/schema.hpp"
#include "themata/store/history.hpp"

using namespace themata;
using namespace themata::store;
using Access = Database::Access;
using Catch::Contains;

namespace {

/// More than SQLite keeps in memory, so that it must write to the file before the commit.
std::string long_lines() {
  std::string lines = "Ben: ";
  for (int i = 0; i < 1'000'000; ++i) lines += std::to_string(i) + ' ';
  return lines;
}

/// Begins an import in another process and kills it in the middle. It leaves a journal behind.
void leave_half_done(const test::TempFolder& folder) {
  const std::string lines = long_lines();
  const auto killed = [&] {
    Database database = Database::open(folder.study(), Access::write);
    Change change = test::begin(database);
    add_code(database, "half done", "", "guid-half");
    test::add_interview(database, "long", lines);
    ::_exit(7);
    return 0;
  };
  REQUIRE(test::in_child(killed) == 7);
  REQUIRE(folder.file_names().size() == 2);
}

bool is_sound(Database& database) {
  Query query(database, "PRAGMA integrity_check");
  return query.next() && query.text(0) == "ok";
}

struct Filled {
  test::TempFolder folder;
  std::vector<std::string> before;
  Filled() {
    Database database = Database::create(
        folder.study(), {"guid", "T", model::Approach::reflexive, "en"}, test::some_time);
    test::fill(database);
    before = test::recorded_rows(database);
  }
};

class SmallDisk {
 public:
  explicit SmallDisk(const std::filesystem::path& path) : path_(path) {
    std::filesystem::create_directory(path_);
    mounted_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=1m") == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount(path_.c_str());
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  [[nodiscard]] bool mounted() const { return mounted_; }

 private:
  std::filesystem::path path_;
  bool mounted_ = false;
};

}  // namespace

TEST_CASE_METHOD(Filled, "what a killed program left half done is taken back", "[interruption]") {
  leave_half_done(folder);
  Database database = Database::open(folder.study(), GENERATE(Access::read, Access::write));
  CHECK(test::recorded_rows(database) == before);
  CHECK(log_entries(database).size() == 1);
  CHECK(is_sound(database));
  CHECK(folder.file_names().size() == 1);
}

TEST_CASE_METHOD(Filled, "a half done change that cannot be taken back is explained",
                 "[interruption]") {
  leave_half_done(folder);
  const bool read_only_file = GENERATE(true, false);
  std::filesystem::permissions(folder.study(),
                               std::filesystem::perms(read_only_file ? 0444 : 0666));
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    if (entry.path() != folder.study()) {
      std::filesystem::permissions(entry.path(), std::filesystem::perms(0444));
    }
  }
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  const auto refused = [&] {
    try {
      Database database = Database::open(folder.study(), Access::read);
      codebook(database);
    } catch (const StoreError& error) {
      return std::string(error.what()).find("folder") != std::string::npos ? 0 : 1;
    }
    return 2;
  };
  CHECK(test::in_child(refused, true) == 0);
}

TEST_CASE_METHOD(Filled, "a program killed while it makes a study leaves nothing",
                 "[interruption]") {
  const std::filesystem::path path = folder.path() / "new.themata";
  const std::size_t files = folder.file_names().size();
  // whatever the moment: there is the whole study or none
  for (int limit = 0; limit < 40; limit += 4) {
    const auto killed = [&] {
      ::alarm(0);
      ::ualarm(static_cast<useconds_t>(1 + 100 * limit), 0);
      Database::create(path, {"g", "T", model::Approach::reflexive, "en"}, test::some_time);
      return 0;
    };
    test::in_child(killed);
    if (!std::filesystem::exists(path)) {
      CHECK(folder.file_names().size() == files);
      continue;
    }
    Database database = Database::open(path, Access::write);
    CHECK(is_sound(database));
    std::filesystem::remove(path);
  }
}

TEST_CASE_METHOD(Filled, "a study that may not grow stays as it was", "[interruption]") {
  Database database = Database::open(folder.study(), Access::write);
  CHECK(connection_of(database).integer("PRAGMA max_page_count = 200") == 200);
  const std::string lines = long_lines();
  const auto import = [&] { test::add_interview(database, "long", lines); };
  CHECK_THROWS_WITH(test::command(database, import),
                    Contains("the disk is full") && Contains(folder.study().string()));
  CHECK(test::recorded_rows(database) == before);
  CHECK(is_sound(database));
  CHECK(test::command(database, [&] { add_code(database, "small", "", "guid"); }));
}

TEST_CASE_METHOD(Filled, "a full disk is reported and the study stays as it was",
                 "[interruption]") {
  const std::filesystem::path disk = folder.path() / "disk";
  const SmallDisk mounted(disk);
  if (!mounted.mounted()) {
    WARN("skipped: only the superuser can mount a small disk");
    return;
  }
  const std::filesystem::path path = disk / "study.themata";
  std::filesystem::copy_file(folder.study(), path);
  {
    Database database = Database::open(path, Access::write);
    const std::string lines = long_lines();
    const auto import = [&] { test::add_interview(database, "long", lines); };
    CHECK_THROWS_WITH(test::command(database, import), Contains("the disk is full"));
    CHECK(test::recorded_rows(database) == before);
    CHECK(is_sound(database));
  }
  test::write_file(disk / "filler", std::string(2'000'000, 'x'));
  const auto create = [&] {
    Database::create(disk / "new.themata", {"g", "T", model::Approach::reflexive, "en"}, "t");
  };
  CHECK_THROWS_WITH(create(), Contains("the disk is full"));
  CHECK_FALSE(std::filesystem::exists(disk / "new.themata"));
}

TEST_CASE_METHOD(Filled, "a study whose backup does not fit on the disk is not migrated",
                 "[interruption]") {
  const std::filesystem::path disk = folder.path() / "disk";
  const SmallDisk mounted(disk);
  if (!mounted.mounted()) {
    WARN("skipped: only the superuser can mount a small disk");
    return;
  }
  const std::filesystem::path path = disk / "study.themata";
  std::filesystem::copy_file(folder.study(), path);
  Database database = Database::open(path, Access::write);
  const std::string lines = long_lines().substr(0, 600'000);
  REQUIRE(test::command(database, [&] { test::add_interview(database, "long", lines); }));
  std::vector<const char*> scripts(schema_scripts().begin(), schema_scripts().end());
  scripts.push_back("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT");
  CHECK_THROWS_WITH(migrate(connection_of(database), scripts), Contains("the disk is full"));
  CHECK(connection_of(database).integer("PRAGMA user_version") == current_schema());
  CHECK(std::distance(std::filesystem::directory_iterator(disk), {}) == 1);
  CHECK(test::command(database, [&] { add_code(database, "small", "", "guid"); }));
}
