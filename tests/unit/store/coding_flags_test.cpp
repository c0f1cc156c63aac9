#include "themata/store/coding_flags.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/codings.hpp"

using namespace themata;
using namespace themata::store;

namespace {

struct Filled : test::Study {
  Filled() { test::fill(database); }
};

}  // namespace

TEST_CASE_METHOD(Filled, "a flag tells what the coding was on, why, and since when", "[flags]") {
  test::command(database, [&] {
    flag_coding(database, {model::CodingId{1}, "Grüße", "its words changed", "then"});
  });
  const std::vector<CodingFlag> flags = coding_flags(database);
  REQUIRE(flags.size() == 2);
  CHECK(flags[0].coding == model::CodingId{1});
  CHECK(flags[0].excerpt == "Grüße");
  CHECK(flags[0].reason == "its words changed");
  CHECK(flags[0].flagged == "then");
  CHECK(flags[1].coding == model::CodingId{2});
}

TEST_CASE_METHOD(Filled, "a coding has one flag at most", "[flags]") {
  test::command(database, [&] {
    flag_coding(database, {model::CodingId{2}, "other", "another reason", "later"});
  });
  const std::vector<CodingFlag> flags = coding_flags(database);
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].excerpt == "other");
  CHECK(flags[0].flagged == "later");
}

TEST_CASE_METHOD(Filled, "a flag can be taken away once", "[flags]") {
  test::command(database, [&] {
    CHECK(clear_flag(database, model::CodingId{2}));
    CHECK_FALSE(clear_flag(database, model::CodingId{2}));
    CHECK_FALSE(clear_flag(database, model::CodingId{999}));
  });
  CHECK(coding_flags(database).empty());
}

TEST_CASE_METHOD(Filled, "a flag goes with its coding", "[flags]") {
  SECTION("removed itself") {
    test::command(database, [&] { remove_codings(database, {model::CodingId{2}}); });
  }
  SECTION("with its code") {
    test::command(database, [&] { remove_code(database, codebook(database).codes().at(1).id); });
  }
  SECTION("with its source") {
    test::command(database, [&] { remove_source(database, sources(database).at(0).id); });
  }
  CHECK(coding_flags(database).empty());
}
