#include "themata/store/database.hpp"

#include <thread>

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/sources.hpp"
#include "themata/store/study_info.hpp"

using namespace themata;
using namespace themata::store;
using Access = Database::Access;
using Catch::Contains;

namespace {

Database create(const std::filesystem::path& path) {
  return Database::create(path, {"guid", "T", model::Approach::reflexive, "en"}, test::some_time);
}

std::string message_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

std::string open_message(const std::filesystem::path& path, Access access = Access::read) {
  return message_of([&] { Database::open(path, access); });
}

void set_header(const std::filesystem::path& path, const std::string& pragma) {
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec("PRAGMA " + pragma);
}

/// The file as a study of a gigabyte would be cut by a broken copy: the first part only.
void truncate(const std::filesystem::path& path, std::size_t size) {
  test::write_file(path, test::read_file(path).substr(0, size));
}

}  // namespace

TEST_CASE("a study is one file and nothing beside it", "[database]") {
  test::Study study;
  test::fill(study.database);
  CHECK(study.folder.file_names() == std::vector<std::string>{"study.themata"});
  CHECK(study.database.path() == study.folder.study());
}

TEST_CASE("a study that was closed can be opened to read and to write", "[database]") {
  test::TempFolder folder;
  { Database made = create(folder.study()); }
  {
    Database database = Database::open(folder.study(), Access::write);
    test::fill(database);
  }
  Database database = Database::open(folder.study(), Access::read);
  CHECK(study_info(database).title == "T");
  CHECK(sources(database).size() == 2);
}

TEST_CASE("making a study never overwrites", "[database]") {
  test::TempFolder folder;
  test::write_file(folder.study(), "precious");
  CHECK_THROWS_AS(create(folder.study()), Conflict);
  CHECK(test::read_file(folder.study()) == "precious");
  CHECK(folder.file_names().size() == 1);

  const std::filesystem::path link = folder.path() / "link.themata";
  std::filesystem::create_symlink(folder.path() / "nowhere", link);
  CHECK_THROWS_AS(create(link), Conflict);
  CHECK(folder.file_names().size() == 2);
}

TEST_CASE("where no study can be made, the message says why and nothing is left", "[database]") {
  test::TempFolder folder;
  const auto message = [](const std::filesystem::path& path) {
    return message_of([&] { create(path); });
  };
  CHECK_THAT(message(folder.path() / "none" / "s.themata"), Contains("there is no folder"));
  test::write_file(folder.path() / "file", "x");
  CHECK_THAT(message(folder.path() / "file" / "s.themata"), Contains("is not a folder"));
  CHECK(folder.file_names() == std::vector<std::string>{"file"});
}

TEST_CASE("a folder that may not be written is named", "[database]") {
  test::TempFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  const auto refused = [&] {
    const std::string message = message_of([&] { create(folder.study()); });
    return message.find("cannot be written") != std::string::npos ? 0 : 1;
  };
  CHECK(test::in_child(refused, true) == 0);
  CHECK(folder.file_names().empty());
}

TEST_CASE("a path that looks like a URI or has odd characters is a plain file name", "[database]") {
  test::TempFolder folder;
  const std::filesystem::path here = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  const std::string name = GENERATE("file:s.themata", "a?mode=memory.themata", "ä 'b\".themata");
  { Database made = create(name); }
  CHECK(open_message(name).empty());
  std::filesystem::current_path(here);
  CHECK(folder.file_names() == std::vector<std::string>{name});
}

TEST_CASE("what is no study is refused with a sentence that says so", "[database]") {
  test::TempFolder folder;
  const auto access = GENERATE(Access::read, Access::write);
  CHECK_THAT(open_message(folder.study(), access), Contains("there is no such file"));
  CHECK_THAT(open_message(folder.path(), access), Contains("a folder, not a Themata study"));

  const std::filesystem::path path = folder.path() / "other";
  test::write_file(path, "");
  CHECK_THAT(open_message(path, access), Contains("not a Themata study"));
  test::write_file(path, "Ben: I am a transcript\n");
  CHECK_THAT(open_message(path, access), Contains("not a Themata study"));
  test::write_file(path, std::string(100'000, '\x7f'));
  CHECK_THAT(open_message(path, access), Contains("not a Themata study"));
  std::filesystem::remove(path);
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE t (a)");
  CHECK_THAT(open_message(path, access), Contains("not a Themata study"));
  CHECK_THAT(open_message(path, access), Contains(path.string()));
}

TEST_CASE("a study of a newer schema is refused with both numbers", "[database]") {
  test::TempFolder folder;
  { Database made = create(folder.study()); }
  set_header(folder.study(), "user_version = 7");
  const std::string message = open_message(folder.study());
  CHECK_THAT(message, Contains("newer Themata (schema 7; this program knows " +
                               std::to_string(current_schema()) + ")"));
  CHECK_THAT(message, Contains("update the program"));
}

TEST_CASE("a study whose schema has no number is damaged", "[database]") {
  test::TempFolder folder;
  { Database made = create(folder.study()); }
  set_header(folder.study(), "user_version = 0");
  CHECK_THAT(open_message(folder.study()), Contains("damaged"));
}

TEST_CASE("a truncated study is found damaged as soon as it is opened", "[database]") {
  test::TempFolder folder;
  {
    Database made = create(folder.study());
    test::fill(made);
  }
  const std::size_t size = test::read_file(folder.study()).size();
  truncate(folder.study(), size - GENERATE(1UL, 4000UL, 4095UL, 4096UL, 4097UL, 50'000UL));
  CHECK_THAT(open_message(folder.study()), Contains("the study is damaged"));
}

TEST_CASE("a study cut within its first page is refused", "[database]") {
  test::TempFolder folder;
  { Database made = create(folder.study()); }
  truncate(folder.study(), GENERATE(1UL, 16UL, 60UL, 99UL, 100UL, 1000UL, 4095UL));
  CHECK_THAT(open_message(folder.study()),
             Contains("not a Themata study") || Contains("the study is damaged"));
}

TEST_CASE("overwritten pages are reported, never believed", "[database]") {
  test::TempFolder folder;
  {
    Database made = create(folder.study());
    test::fill(made);
  }
  const std::string good = test::read_file(folder.study());
  for (std::size_t page = 4096; page < good.size(); page += 4096) {
    std::string bad = good;
    std::fill_n(bad.begin() + static_cast<std::ptrdiff_t>(page), 4096, '\xa5');
    test::write_file(folder.study(), bad);
    const std::string message = message_of([&] {
      Database database = Database::open(folder.study(), Access::read);
      source_summaries(database);
      codebook(database);
    });
    CHECK((message.empty() || message.find("damaged") != std::string::npos));
    CHECK(message.find("malformed") == std::string::npos);
  }
}

TEST_CASE("a study that may not be read says so", "[database]") {
  test::TempFolder folder;
  { Database made = create(folder.study()); }
  std::filesystem::permissions(folder.study(), std::filesystem::perms(0000));
  const auto refused = [&] {
    return open_message(folder.study()).find("cannot be read") != std::string::npos ? 0 : 1;
  };
  CHECK(test::in_child(refused, true) == 0);
}

TEST_CASE("a read-only study in a read-only folder can be read, and not written", "[database]") {
  test::TempFolder folder;
  {
    Database made = create(folder.study());
    test::fill(made);
  }
  std::filesystem::permissions(folder.study(), std::filesystem::perms(0444));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  const auto reads = [&] {
    Database database = Database::open(folder.study(), Access::read);
    return static_cast<int>(sources(database).size());
  };
  CHECK(test::in_child(reads, true) == 2);
  const auto refused = [&] {
    const std::string message = open_message(folder.study(), Access::write);
    return message.find("read-only") != std::string::npos ? 0 : 1;
  };
  CHECK(test::in_child(refused, true) == 0);
}

TEST_CASE("a writable study in a read-only folder can be read, and a change says what is wrong",
          "[database]") {
  test::TempFolder folder;
  { Database made = create(folder.study()); }
  std::filesystem::permissions(folder.study(), std::filesystem::perms(0666));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  const auto reads = [&] { return open_message(folder.study()).empty() ? 0 : 1; };
  CHECK(test::in_child(reads, true) == 0);
  const auto refused = [&] {
    const std::string message = message_of([&] {
      Database database = Database::open(folder.study(), Access::write);
      test::command(database, [&] { add_code(database, "c", "", "g"); });
    });
    return message.find("folder") != std::string::npos ? 0 : 1;
  };
  CHECK(test::in_child(refused, true) == 0);
}

TEST_CASE("read access does not change the file", "[database]") {
  test::Study study;
  test::fill(study.database);
  const std::string bytes = test::read_file(study.folder.study());
  Database database = Database::open(study.folder.study(), Access::read);
  source_summaries(database);
  CHECK_THROWS_AS(test::command(database, [&] { add_code(database, "c", "", "g"); }), StoreError);
  CHECK(test::read_file(study.folder.study()) == bytes);
}

TEST_CASE("a study is set up to be safe", "[database]") {
  test::Study study;
  Database database = Database::open(study.folder.study(), Access::write);
  Connection& connection = connection_of(database);
  CHECK(connection.integer("PRAGMA foreign_keys") == 1);
  CHECK(connection.integer("PRAGMA secure_delete") == 1);
  CHECK(connection.integer("PRAGMA synchronous") == 2);
  CHECK(connection.integer("PRAGMA trusted_schema") == 0);
  CHECK(connection.integer("PRAGMA busy_timeout") == 60'000);
  CHECK(connection.integer("PRAGMA user_version") == current_schema());
  Query mode(database, "PRAGMA journal_mode");
  REQUIRE(mode.next());
  CHECK(mode.text(0) == "delete");
}

TEST_CASE("a study that another tool left in WAL mode becomes one file again when written",
          "[database]") {
  test::TempFolder folder;
  { Database made = create(folder.study()); }
  set_header(folder.study(), "journal_mode = WAL");
  {
    Database database = Database::open(folder.study(), Access::write);
    test::fill(database);
    CHECK(folder.file_names() == std::vector<std::string>{"study.themata"});
  }
  CHECK(open_message(folder.study()).empty());
}

TEST_CASE("of two programs that write at once, one waits for the other", "[database]") {
  test::Study study;
  const std::filesystem::path path = study.folder.study();
  const auto add_codes = [&path](const std::string& prefix) {
    Database database = Database::open(path, Access::write);
    for (int i = 0; i < 20; ++i) {
      test::command(database, [&] { add_code(database, prefix + std::to_string(i), "", "g"); });
    }
  };
  std::thread other(add_codes, "a");
  add_codes("b");
  other.join();
  CHECK(codebook(study.database).codes().size() == 40);
}

TEST_CASE("who has waited long enough is told why", "[database]") {
  test::Study study;
  Database other = Database::open(study.folder.study(), Access::write);
  connection_of(other).sqlite().setBusyTimeout(20);
  const Change change = test::begin(study.database);
  const std::string message =
      message_of([&] { test::command(other, [&] { add_code(other, "c", "", "g"); }); });
  CHECK_THAT(message, Contains("another program"));
  CHECK_THAT(message, Contains(study.folder.study().string()));
  CHECK(codebook(other).codes().empty());  // reading goes on
}

TEST_CASE("a study can be moved in memory", "[database]") {
  test::Study study;
  test::fill(study.database);
  Database moved = std::move(study.database);
  CHECK(sources(moved).size() == 2);
  study.database = std::move(moved);
  CHECK(sources(study.database).size() == 2);
}
