#include "themata/store/coders.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"

using namespace themata;
using namespace themata::store;

TEST_CASE("a new study has no coders", "[coders]") {
  test::Study study;
  CHECK(coders(study.database).empty());
}

TEST_CASE("coders are listed in order of appearance", "[coders]") {
  test::Study study;
  model::CoderId zoe;
  test::command(study.database, [&] {
    zoe = add_coder(study.database, "Zoë", "guid-1");
    add_coder(study.database, "Ada", "guid-2");
  });
  const std::vector<model::Coder> all = coders(study.database);
  REQUIRE(all.size() == 2);
  CHECK(all[0].id == zoe);
  CHECK(all[0].name == "Zoë");
  CHECK(all[1].name == "Ada");
}
