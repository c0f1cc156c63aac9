#include "themata/store/undo.hpp"

#include <catch2/catch.hpp>

#include "filled_study.hpp"
#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/purge.hpp"

using namespace themata;
using namespace themata::store;

namespace {

const ChangeInfo ada{test::some_time, "Ada", "undo"};

void take_back(Database& database, std::int64_t change) {
  Reversal reversal(database, ada);
  REQUIRE(reversal.take_back(change));
  reversal.commit(ChangeKind::undo, "back");
}

}  // namespace

TEST_CASE("a reversal that is not committed changes nothing", "[undo]") {
  test::Study study;
  test::fill(study.database);
  const auto before = test::recorded_rows(study.database);
  {
    Reversal reversal(study.database, ada);
    CHECK(reversal.take_back(1));
    CHECK(test::recorded_rows(study.database) != before);
  }
  CHECK(test::recorded_rows(study.database) == before);
  CHECK(log_entries(study.database).size() == 1);
}

TEST_CASE("rows that another program has changed are not overwritten", "[undo]") {
  test::Study study;
  test::fill(study.database);
  connection_of(study.database).execute("UPDATE code SET description = 'another' WHERE id = 1");
  const auto before = test::recorded_rows(study.database);
  Reversal reversal(study.database, ada);
  CHECK_FALSE(reversal.take_back(1));
  CHECK(test::recorded_rows(study.database) == before);
}

TEST_CASE("a table that is not as it was recorded is noticed, though SQLite is silent", "[undo]") {
  test::Study study;
  test::fill(study.database);
  connection_of(study.database)
      .execute("PRAGMA foreign_keys = OFF; ALTER TABLE statement RENAME TO elsewhere");
  Reversal reversal(study.database, ada);
  CHECK_FALSE(reversal.take_back(1));
}

TEST_CASE("undo and redo move commands from one stack to the other", "[undo]") {
  const auto entry = [](std::int64_t id, ChangeKind kind, std::vector<std::int64_t> targets = {}) {
    LogEntry result;
    result.id = id;
    result.kind = kind;
    result.targets = std::move(targets);
    return result;
  };
  std::vector<LogEntry> log{entry(1, ChangeKind::command),      entry(2, ChangeKind::command),
                            entry(3, ChangeKind::snapshot),     entry(4, ChangeKind::command),
                            entry(5, ChangeKind::undo, {4, 2}), entry(6, ChangeKind::redo, {2})};
  CHECK(undo_stacks(log).done == std::vector<std::int64_t>{1, 2});
  CHECK(undo_stacks(log).undone == std::vector<std::int64_t>{4});
  log.push_back(entry(7, ChangeKind::command));
  CHECK(undo_stacks(log).done == std::vector<std::int64_t>{1, 2, 7});
  CHECK(undo_stacks(log).undone.empty());
}

TEST_CASE("a copy goes back to any row of the history, over undo and redo too", "[undo]") {
  test::Study study;
  Database& database = study.database;
  std::vector<std::vector<std::string>> states{test::recorded_rows(database)};
  const auto note = [&] { states.push_back(test::recorded_rows(database)); };
  test::fill(database);
  note();
  test::command(database, [&] { add_code(database, "New", "", "guid-new"); });
  note();
  take_back(database, 2);
  note();
  {
    Reversal reversal(database, ada);
    REQUIRE(reversal.give_again(2));
    reversal.commit(ChangeKind::redo, "again");
  }
  note();
  add_snapshot(database, {test::some_time, "Ada", "snapshot"}, "mark");
  note();
  for (std::size_t change = 0; change < states.size(); ++change) {
    Database copy = copy_in_memory(database);
    go_back_to(copy, static_cast<std::int64_t>(change));
    CHECK(test::recorded_rows(copy) == states[change]);
    CHECK(log_entries(copy).size() == change);
  }
}

TEST_CASE("nobody goes back past what was made final", "[undo]") {
  test::Study study;
  test::fill(study.database);
  Query(study.database, "UPDATE change SET changeset = x''").run();
  Database copy = copy_in_memory(study.database);
  CHECK_THROWS_AS(go_back_to(copy, 0), Conflict);
}

TEST_CASE("what stands on a command is found by row and by reference", "[undo]") {
  test::Study study;
  Database& database = study.database;
  test::fill(database);
  model::CodeId code;
  test::command(database, [&] { code = add_code(database, "New", "", "guid-new"); });
  test::command(database, [&] { add_code(database, "Other", "", "guid-other"); });
  test::command(database, [&] { rename_code(database, code, "Newer"); });
  test::command(database, [&] { assign_code(database, model::ThemeId{1}, code); });
  CHECK(standing_on(database, 2, {3, 4, 5}) == std::vector<std::int64_t>{4, 5});
  CHECK(standing_on(database, 3, {4, 5}).empty());
}

TEST_CASE("an older schema's changes are taken back after the migration", "[undo]") {
  test::TempFolder folder;
  const std::string fixture = GENERATE("v1.sql", "v2.sql", "v3.sql", "v4.sql");
  SQLite::Database(folder.study().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(test::read_file(std::filesystem::path(THEMATA_SOURCE_DIR) / "tests/data/schema" /
                            fixture));
  Database old = Database::open(folder.study(), Database::Access::write);
  const auto last = test::recorded_rows(old);
  const std::int64_t change = log_entries(old).back().id;
  take_back(old, change);
  CHECK(test::rows(old, "coding").empty());
  CHECK(test::rows(old, "memo").empty());
  Reversal reversal(old, ada);
  CHECK(reversal.give_again(change));
  CHECK(test::recorded_rows(old) == last);
}
