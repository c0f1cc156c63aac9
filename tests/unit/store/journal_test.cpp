#include "themata/store/journal.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/store/coders.hpp"

using namespace themata;
using namespace themata::store;

TEST_CASE("the journal is told by date, whatever the order it was written in", "[journal]") {
  test::Study study;
  test::command(study.database, [&] {
    const model::CoderId ada = add_coder(study.database, "Ada", "guid-ada");
    add_journal_entry(study.database, {{}, "g1", ada, "2026-02-01T00:00:00Z", 2, "second"});
    add_journal_entry(study.database, {{}, "g2", ada, "2026-01-01T00:00:00Z", 1, "first"});
  });
  const auto entries = journal_entries(study.database);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].text == "first");
  CHECK(entries[0].phase == 1);
  CHECK(entries[1].guid == "g1");
}

TEST_CASE("moves between phases are kept in the order they were made", "[journal]") {
  test::Study study;
  test::command(study.database, [&] {
    const model::CoderId ada = add_coder(study.database, "Ada", "guid-ada");
    add_phase_move(study.database, {"g1", 4, ada, "2026-02-01T00:00:00Z", "on"});
    add_phase_move(study.database, {"g2", 2, ada, "2026-01-01T00:00:00Z", "back"});
  });
  const auto moves = phase_moves(study.database);
  REQUIRE(moves.size() == 2);
  CHECK(moves[0].phase == 4);
  CHECK(moves[1].note == "back");
}
