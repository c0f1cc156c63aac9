#include "themata/store/recode.hpp"

#include <catch2/catch.hpp>

#include "filled_study.hpp"
#include "support.hpp"
#include "themata/store/chosen_excerpts.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/memos.hpp"

using namespace themata;
using namespace themata::store;
using model::CodeId;
using model::CodingId;

TEST_CASE("codings get another code and keep their ids", "[recode]") {
  test::Study study;
  test::fill(study.database);
  test::command(study.database, [&] {
    const Recoded recoded = recode(study.database, {CodingId{1}}, CodeId{2});
    CHECK(recoded.codings == 1);
    CHECK(recoded.joined == 0);
  });
  CHECK(codings_of_code(study.database, CodeId{2}) ==
        std::vector<CodingId>{CodingId{1}, CodingId{2}});
  CHECK(codings_of_code(study.database, CodeId{1}).empty());
}

TEST_CASE("two of one coder on the same segment become one, with what hung on both", "[recode]") {
  test::Study study;
  Database& database = study.database;
  test::fill(database);
  const auto first = codings(database, {CodingId{1}, CodingId{2}});
  test::command(database, [&] {
    add_codings(database, {{"guid-3", first[1].segment, CodeId{1}, first[1].coder, "t",
                            "on the third", "guid-memo-3"}});
    const Recoded recoded = recode(database, {CodingId{2}}, CodeId{1});
    CHECK(recoded.joined == 1);
  });
  CHECK(codings(database, {CodingId{2}}).empty());
  REQUIRE(coding_flags(database).size() == 1);
  CHECK(coding_flags(database)[0].coding == CodingId{3});
  REQUIRE(chosen_excerpts(database).size() == 1);
  CHECK(chosen_excerpts(database)[0].coding == CodingId{3});
}

TEST_CASE("another coder's coding on the same segment stays apart", "[recode]") {
  test::Study study;
  Database& database = study.database;
  test::fill(database);
  const auto first = codings(database, {CodingId{2}});
  test::command(database, [&] {
    const auto ben = add_coder(database, "Ben", "guid-ben-coder");
    add_codings(database, {{"guid-3", first[0].segment, CodeId{1}, ben, "t", "", ""}});
    CHECK(recode(database, {CodingId{2}}, CodeId{1}).joined == 0);
  });
  CHECK(coding_count(database, CodeId{1}) == 3);
}
