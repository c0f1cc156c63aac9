#include "themata/store/chosen_excerpts.hpp"

#include <catch2/catch.hpp>

#include "filled_study.hpp"
#include "support.hpp"
#include "themata/store/codings.hpp"

using namespace themata;
using namespace themata::store;

TEST_CASE("excerpts are chosen once, in order, and go with their codings", "[chosen_excerpts]") {
  test::Study study;
  test::fill(study.database);
  test::command(study.database, [&] {
    CHECK(choose_excerpt(study.database, {model::CodingId{1}, "t"}));
    CHECK_FALSE(choose_excerpt(study.database, {model::CodingId{1}, "t"}));
  });
  const auto chosen = chosen_excerpts(study.database);
  REQUIRE(chosen.size() == 2);
  CHECK(chosen[0].coding == model::CodingId{2});
  CHECK(chosen[1].coding == model::CodingId{1});
  test::command(study.database, [&] {
    CHECK(word_chosen_excerpt(study.database, model::CodingId{1}, "It [...] was"));
    CHECK_FALSE(word_chosen_excerpt(study.database, model::CodingId{1}, "It [...] was"));
    CHECK_FALSE(word_chosen_excerpt(study.database, model::CodingId{77}, "It"));
    order_chosen_excerpts(study.database, {model::CodingId{1}});
  });
  CHECK(chosen_excerpts(study.database)[0].coding == model::CodingId{1});
  CHECK(chosen_excerpts(study.database)[0].wording == "It [...] was");
  CHECK(chosen_excerpts(study.database)[1].wording.empty());
  test::command(study.database, [&] {
    CHECK(drop_chosen_excerpt(study.database, model::CodingId{2}));
    CHECK_FALSE(drop_chosen_excerpt(study.database, model::CodingId{2}));
    remove_codings(study.database, {model::CodingId{1}});
  });
  CHECK(chosen_excerpts(study.database).empty());
}
