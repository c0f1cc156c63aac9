/// `Change::has_changes`: whether a command has changed anything so far.
#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/store/codebook.hpp"

using namespace themata;
using namespace themata::store;

namespace {

struct Changes : test::Study {
  Changes() { test::fill(database); }
  model::Code first_code() { return codebook(database).codes().front(); }
};

}  // namespace

TEST_CASE_METHOD(Changes, "a change that has begun has no changes", "[change]") {
  const Change change = test::begin(database);
  CHECK_FALSE(change.has_changes());
}

TEST_CASE_METHOD(Changes, "a row added, altered or removed is a change", "[change]") {
  Change change = test::begin(database);
  SECTION("added") { add_code(database, "new", "", "guid-new"); }
  SECTION("altered") { rename_code(database, first_code().id, "other"); }
  SECTION("removed") { remove_code(database, first_code().id); }
  CHECK(change.has_changes());
  CHECK(change.has_changes());  // asking changes nothing
  CHECK(change.commit("done"));
}

TEST_CASE_METHOD(Changes, "what is changed and changed back is no change", "[change]") {
  Change change = test::begin(database);
  const model::Code code = first_code();
  rename_code(database, code.id, "other");
  CHECK(change.has_changes());
  rename_code(database, code.id, code.name);
  CHECK_FALSE(change.has_changes());
  const model::CodeId passing = add_code(database, "passing", "", "guid-passing");
  remove_code(database, passing);
  CHECK_FALSE(change.has_changes());
  CHECK_FALSE(change.commit("nothing"));
}

TEST_CASE_METHOD(Changes, "what a part took back is no change", "[change]") {
  const Change change = test::begin(database);
  {
    const Savepoint part(database);
    add_code(database, "passing", "", "guid-passing");
    CHECK(change.has_changes());
  }
  CHECK_FALSE(change.has_changes());
}
