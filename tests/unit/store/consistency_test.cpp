#include "themata/store/consistency.hpp"

#include <catch2/catch.hpp>

#include "filled_study.hpp"
#include "support.hpp"
#include "themata/store/codebook.hpp"

using namespace themata;
using namespace themata::store;

TEST_CASE("themes may share a name under different parents, codes may not", "[consistency]") {
  test::Study study;
  test::fill(study.database);
  CHECK(inconsistencies(study.database).empty());
  test::command(study.database,
                [&] { add_theme(study.database, "Ease", "", std::nullopt, "guid-other-ease"); });
  CHECK(inconsistencies(study.database).empty());
  test::command(study.database, [&] { add_code(study.database, "HUMOUR", "", "guid-h"); });
  CHECK(inconsistencies(study.database) ==
        std::vector<std::string>{"two things are the code \"HUMOUR\""});
}
