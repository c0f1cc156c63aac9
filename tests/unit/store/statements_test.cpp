#include "themata/store/statements.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/store/coders.hpp"

using namespace themata;
using namespace themata::store;

TEST_CASE("statements keep their order, and what was said before", "[statements]") {
  test::Study study;
  test::command(study.database, [&] {
    const model::CoderId ada = add_coder(study.database, "Ada", "guid-ada");
    add_statement(study.database, {"g1", model::StatementKind::stated, "12", ada, "t1", "so"});
    add_statement(study.database, {"g2", model::StatementKind::withdrawn, "12", ada, "t2", ""});
  });
  const auto all = statements(study.database);
  REQUIRE(all.size() == 2);
  CHECK(all[0].kind == model::StatementKind::stated);
  CHECK(all[0].topic == "12");
  CHECK(all[1].kind == model::StatementKind::withdrawn);
}
