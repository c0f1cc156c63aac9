#include "themata/store/verify.hpp"

#include <catch2/catch.hpp>

#include "filled_study.hpp"
#include "support.hpp"
#include "themata/store/purge.hpp"

using namespace themata;
using namespace themata::store;
using Catch::Contains;

namespace {

struct Filled : test::Study {
  Filled() { test::fill(database); }

  void damage(const std::string& sql) {
    connection_of(database).execute("PRAGMA foreign_keys = OFF; " + sql);
  }
};

std::vector<Defect> defects_of(Database& database) {
  std::vector<Defect> defects;
  verify(database, {[&](const Defect& defect) { defects.push_back(defect); }, {}});
  return defects;
}

}  // namespace

TEST_CASE_METHOD(Filled, "a study that the program wrote has no defects", "[verify]") {
  CHECK(defects_of(database).empty());
}

TEST_CASE_METHOD(Filled, "every kind of damage is found and named", "[verify]") {
  const auto [sql, kind, words] = GENERATE(table<std::string, Damage, std::string>({
      {"UPDATE content SET bytes = CAST('other' AS BLOB) WHERE id = 2", Damage::text,
       "the text of \"second\" is not what was stored"},
      {"UPDATE coding SET \"end\" = 9999 WHERE id = 1", Damage::place, "coding 1 of \"first\""},
      {"UPDATE turn SET begin = 8 WHERE transcript_id = 2", Damage::place, "turn 1 of \"second\""},
      {"UPDATE memo SET target_id = 77 WHERE target = 'coding'", Damage::rows,
       "1 memo is on something that is not there"},
      {"UPDATE reading SET target_id = 77", Damage::rows,
       "1 reading is on something that is not there"},
      {"UPDATE code SET name = 'coping'", Damage::rows, "two things are the code \"coping\""},
      {"UPDATE coding SET code_id = 99 WHERE id = 1", Damage::rows, "refer to a code"},
      {"INSERT INTO coding (guid, source_id, begin, \"end\", code_id, coder_id, created) SELECT "
       "'g', source_id, begin, \"end\", code_id, coder_id, created FROM coding WHERE id = 1",
       Damage::rows, "1 coding is there more than once"},
      {"UPDATE theme SET parent_id = id", Damage::rows, "themes"},
      {"UPDATE change SET changeset = CAST('nonsense' AS BLOB)", Damage::history,
       "what change 1 did cannot be read"},
      {"UPDATE change SET schema = 99", Damage::history, "has a schema that does not exist"},
  }));
  INFO(sql);
  damage(sql);
  bool found = false;
  for (const Defect& defect : defects_of(database)) {
    INFO(defect.what);
    found = found || (defect.damage == kind && defect.what.find(words) != std::string::npos);
  }
  CHECK(found);
}

TEST_CASE_METHOD(Filled, "a history that does not fit the rows is found by taking it back",
                 "[verify]") {
  damage("UPDATE code SET description = 'by another program' WHERE id = 1");
  CHECK(defects_of(database).empty());
  Database copy = copy_in_memory(database);
  std::vector<std::string> found;
  verify_undo(copy, {[&](const Defect& defect) { found.push_back(defect.what); }, {}});
  REQUIRE(found.size() == 1);
  CHECK_THAT(found.front(), Contains("change 1"));
}
