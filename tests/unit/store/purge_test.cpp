#include "themata/store/backup.hpp"
#include "themata/store/purge.hpp"

#include <algorithm>
#include <cctype>

#include <catch2/catch.hpp>
#include <signal.h>
#include <sys/mount.h>
#include <sys/time.h>
#include <unistd.h>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/brackets.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/history.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/rewrite.hpp"

using namespace themata;
using namespace themata::store;
using Access = Database::Access;
using Catch::Contains;

namespace {

std::string small_letters(std::string bytes) {
  std::transform(bytes.begin(), bytes.end(), bytes.begin(),
                 [](unsigned char c) { return c < 0x80U ? std::tolower(c) : c; });
  return bytes;
}

std::string utf16(const std::string& ascii) {
  std::string result;
  for (const char c : ascii) result += {c, '\0'};
  return result.substr(0, result.size() - 1);  // of either byte order
}

/// The files of the folder that hold the name anywhere, in any case, in UTF-8 or UTF-16.
std::vector<std::string> files_with(const test::TempFolder& folder, const std::string& name) {
  std::vector<std::string> found;
  for (const std::string& file : folder.file_names()) {
    const std::string bytes = small_letters(test::read_file(folder.path() / file));
    if (bytes.find(name) != std::string::npos || bytes.find(utf16(name)) != std::string::npos) {
      found.push_back(file);
    }
  }
  return found;
}

/// A study full of a name: in old and present texts, in a file's bytes, in rows and in the history.
struct Named : test::Study {
  model::SourceId source;

  Named() {
    test::Interview interview("first", "Joanne: I am JOANNE (joanne laughs)");
    const std::string original = "\xEF\xBB\xBF" + interview.text;
    interview.source.original = original;
    interview.source.original_hash = sha256(original);
    test::command(database, [&] {
      source = add_source(database, interview.source);
      set_bracket(database, "(joanne laughs)", model::AsideKind::speech);
      const auto who = add_participant(database, "Joanne", "guid");
      add_attribute(database, "age", "guid-age");
      set_attribute(database, who, "age", "Joanne is 40");
      for (int i = 0; i < 300; ++i) {
        add_code(database, "Code " + std::to_string(i), "of Joanne, at length", "guid-c");
      }
    });
  }

  /// Takes the name out of all present rows.
  void take_out(Database& from) {
    test::command(from, [&] {
      const std::string text = "Anna: I am ANNA (anna laughs)";
      const test::Interview interview("first", text);
      rewrite_source(from, source, interview.source,
                     text::Edits({{text::byte_range(0, 6), "Anna"},
                                  {text::byte_range(13, 19), "ANNA"},
                                  {text::byte_range(21, 27), "anna"}}));
      const auto who = store::participants(from).front();
      rename_participant(from, who.id, "Anna");
      set_attribute(from, who.id, "age", "40");
      const model::Codebook codes = codebook(from);
      for (const auto& code : codes.codes()) describe_code(from, code.id, "of Anna");
    });
  }

  /// As a command does it.
  std::vector<std::filesystem::path> purge_all() {
    SoleUse use(database);
    Database copy = copy_in_memory(database);
    const std::vector<std::string> rules = classed_brackets(copy);
    take_out(copy);
    note_in_history(copy, {test::some_time, "Ada", "test"}, "a purge");
    purge(copy, rules);
    return use.replace_by(copy);
  }
};

/// What the tests compare: everything but the history.
std::vector<std::string> rows_of(const std::filesystem::path& path) {
  Database database = Database::open(path, Access::read);
  return test::recorded_rows(database);
}

bool is_sound(Database& database) {
  Query query(database, "PRAGMA integrity_check");
  return query.next() && query.text(0) == "ok";
}

}  // namespace

TEST_CASE_METHOD(Named, "after a purge no byte of the file holds the name", "[purge]") {
  CHECK_FALSE(files_with(folder, "joanne").empty());
  const auto size = std::filesystem::file_size(folder.study());
  CHECK(purge_all().empty());
  CHECK(std::filesystem::file_size(folder.study()) < size);
  CHECK(files_with(folder, "joanne").empty());
  CHECK(folder.file_names() == std::vector<std::string>{"study.themata"});
  CHECK(source_text(database, source) == "Anna: I am ANNA (anna laughs)");
  CHECK(test::rows(database, "content").size() == 2);  // the text, and no bytes for its file
  CHECK(is_sound(database));
}

TEST_CASE_METHOD(Named, "a purged history keeps its rows, which cannot be undone", "[purge]") {
  purge_all();
  const auto log = log_entries(database);
  REQUIRE(log.size() == 3);
  CHECK(log[2].summary == "a purge");
  Query query(database, "SELECT count(*) FROM change WHERE length(changeset) > 0");
  REQUIRE(query.next());
  CHECK(query.integer(0) == 0);
}

TEST_CASE_METHOD(Named, "what is still referred to is kept", "[purge]") {
  test::command(database, [&] { test::add_interview(database, "second", "Ben: (sighs) Hm"); });
  purge_all();
  CHECK(source_text(database, store::sources(database)[1].id) == "Ben: (sighs) Hm");
  CHECK(bracket_summaries(database).size() == 2);
}

TEST_CASE_METHOD(Named, "a copy in memory changes nothing of the file", "[purge]") {
  const auto before = rows_of(folder.study());
  Database copy = copy_in_memory(database);
  take_out(copy);
  purge(copy);
  CHECK(rows_of(folder.study()) == before);
  CHECK(test::recorded_rows(copy) != before);
  CHECK(folder.file_names().size() == 1);
}

TEST_CASE_METHOD(Named, "a study can be changed as ever after a purge", "[purge]") {
  purge_all();
  CHECK(test::command(database, [&] { add_code(database, "later", "", "guid-later"); }));
  Database other = Database::open(folder.study(), Access::write);
  CHECK(test::command(other, [&] { add_code(other, "by another", "", "guid-other"); }));
  CHECK(folder.file_names().size() == 1);
}

TEST_CASE_METHOD(Named, "backups that Themata made go too", "[purge]") {
  const std::filesystem::path backup = folder.path() / "study.themata.schema-2.backup";
  const std::filesystem::path another = folder.path() / "study.themata.schema-2-2.backup";
  std::filesystem::copy_file(folder.study(), backup);
  std::filesystem::copy_file(folder.study(), another);
  test::write_file(folder.path() / "other.themata.schema-2.backup", "another study's");
  CHECK(backups_of(folder.study()) == std::vector{another, backup});
  CHECK(purge_all() == std::vector{another, backup});
  CHECK(files_with(folder, "joanne").empty());
  CHECK(folder.file_names() ==
        std::vector<std::string>{"other.themata.schema-2.backup", "study.themata"});
}

TEST_CASE_METHOD(Named, "a backup that cannot be removed stops a purge", "[purge]") {
  std::filesystem::create_directory(folder.path() / "study.themata.schema-2.backup");
  const auto before = rows_of(folder.study());
  CHECK_THROWS_WITH(purge_all(), Contains("cannot be removed") && Contains("schema-2.backup"));
  CHECK(rows_of(folder.study()) == before);
}

TEST_CASE_METHOD(Named, "a link in a backup's place stops a purge, and is not followed",
                 "[purge]") {
  test::write_file(folder.path() / "thesis.txt", "mine");
  std::filesystem::create_symlink("thesis.txt", folder.path() / "study.themata.schema-2.backup");
  const std::filesystem::path backup = folder.path() / "study.themata.schema-1.backup";
  test::write_file(backup, "kept");
  const auto before = rows_of(folder.study());
  CHECK_THROWS_WITH(purge_all(), Contains("schema-2.backup") && Contains("it is a link") &&
                                     Contains("nothing was changed"));
  CHECK(rows_of(folder.study()) == before);
  CHECK(test::read_file(folder.path() / "thesis.txt") == "mine");
  CHECK(test::read_file(backup) == "kept");
}

TEST_CASE_METHOD(Named, "a backup that cannot be removed after all is told of", "[purge]") {
  const std::filesystem::path backup = folder.path() / "study.themata.schema-2.backup";
  test::write_file(backup, "joanne");
  if (::mount(backup.c_str(), backup.c_str(), nullptr, MS_BIND, nullptr) != 0) {
    WARN("skipped: only the superuser can keep a file from being removed");
    return;
  }
  CHECK_THROWS_WITH(purge_all(), Contains("gone from the study, for good") &&
                                     Contains("schema-2.backup") && Contains("remove it yourself"));
  CHECK(source_text(database, source) == "Anna: I am ANNA (anna laughs)");
  CHECK(test::read_file(backup) == std::string(6, '\0'));
  ::umount(backup.c_str());
}

TEST_CASE_METHOD(Named, "a rule for a bracket that no text has at the moment is kept", "[purge]") {
  test::command(database, [&] { set_bracket(database, "(sighs)", model::AsideKind::speech); });
  purge_all();
  CHECK(test::rows(database, "bracket_rule").size() == 1);
  CHECK(test::rows(database, "bracket_rule")[0].find("sighs") != std::string::npos);
}

TEST_CASE_METHOD(Named, "a study that another program reads is not purged", "[purge]") {
  sqlite3_busy_timeout(connection_of(database).handle(), 50);
  {
    Database reader = Database::open(folder.study(), Access::read);
    const ReadTransaction transaction(reader);
    log_entries(reader);
    CHECK_THROWS_WITH(purge_all(), Contains("another program has been using the study"));
  }
  CHECK(purge_all().empty());
}

TEST_CASE_METHOD(Named, "nobody reads or writes a study that is being purged", "[purge]") {
  const SoleUse use(database);
  const auto opens = [&] {
    sqlite3* other = nullptr;
    sqlite3_open(folder.study().c_str(), &other);
    return sqlite3_exec(other, "SELECT count(*) FROM code", nullptr, nullptr, nullptr) ==
                   SQLITE_BUSY
               ? 0
               : 1;
  };
  CHECK(test::in_child(opens) == 0);
}

TEST_CASE_METHOD(Named, "a purge that the disk has no room for changes nothing", "[purge]") {
  const std::filesystem::path disk = folder.path() / "disk";
  std::filesystem::create_directory(disk);
  if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=1m") != 0) {
    WARN("skipped: only the superuser can mount a small disk");
    return;
  }
  {
    const std::filesystem::path path = disk / "study.themata";
    std::filesystem::copy_file(folder.study(), path);
    test::write_file(disk / "study.themata.schema-2.backup", "kept");
    test::write_file(disk / "filler", std::string(2'000'000, 'x'));
    Database full = Database::open(path, Access::write);
    const auto before = test::recorded_rows(full);
    {
      SoleUse use(full);
      Database copy = copy_in_memory(full);
      take_out(copy);
      purge(copy);
      CHECK_THROWS_WITH(use.replace_by(copy), Contains("the disk has no room"));
    }
    CHECK(test::recorded_rows(full) == before);
    CHECK(test::read_file(disk / "study.themata.schema-2.backup") == "kept");
  }
  ::umount(disk.c_str());
}

TEST_CASE_METHOD(Named, "a purge that is killed has happened or has not", "[purge]") {
  const auto before = rows_of(folder.study());
  const std::filesystem::path kept = folder.path() / "kept";
  std::filesystem::copy_file(folder.study(), kept);
  bool early = false;
  bool late = false;
  // later and later, until it is done in time
  for (double delay = 50; !late; delay *= 1.3) {
    REQUIRE(delay < 60'000'000);
    const auto microseconds = static_cast<long>(delay);
    const itimerval timer{{0, 0}, {microseconds / 1'000'000, microseconds % 1'000'000}};
    std::filesystem::copy_file(kept, folder.study(),
                               std::filesystem::copy_options::overwrite_existing);
    const auto killed = [&] {
      Database own = Database::open(folder.study(), Access::write);
      SoleUse use(own);
      Database copy = copy_in_memory(own);
      const std::vector<std::string> rules = classed_brackets(copy);
      take_out(copy);
      purge(copy, rules);
      ::signal(SIGALRM, SIG_DFL);
      ::setitimer(ITIMER_REAL, &timer, nullptr);
      use.replace_by(copy);
      ::_exit(0);
      return 0;
    };
    test::in_child(killed);
    Database after = Database::open(folder.study(), Access::write);
    CHECK(is_sound(after));
    const bool as_before = test::recorded_rows(after) == before;
    CHECK(log_entries(after).size() == (as_before ? 1U : 2U));
    if (as_before) {
      early = true;
      continue;
    }
    late = true;
    std::filesystem::rename(kept, folder.path().string() + "-kept");
    CHECK(files_with(folder, "joanne").empty());
    std::filesystem::rename(folder.path().string() + "-kept", kept);
  }
  if (!early) WARN("the program was never killed in time");
}
