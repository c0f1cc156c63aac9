#include "themata/exchange/name_map_csv.hpp"

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using namespace themata;
using namespace themata::exchange;
using Catch::Contains;

TEST_CASE("a table of names", "[name_map_csv]") {
  const NameMap map =
      read_name_map("names.csv", "note,pseudonym,real\nx,Anna,Joanne\n,Lee, Mary \n");
  REQUIRE(map.rows.size() == 2);
  CHECK(map.rows[0].real == "Joanne");
  CHECK(map.rows[0].pseudonym == "Anna");
  CHECK(map.rows[0].line == 2);
  CHECK(map.rows[1].real == "Mary");
  CHECK(map.other_heading.empty());
}

TEST_CASE("other headings: the first two columns", "[name_map_csv]") {
  const NameMap map = read_name_map("names.csv", "name;alias;note\nJoanne;Anna;x\n");
  REQUIRE(map.rows.size() == 1);
  CHECK(map.rows[0].pseudonym == "Anna");
  CHECK(map.other_heading == "name,alias");
}

TEST_CASE("tables of names that are wrong", "[name_map_csv]") {
  const auto read = [](const char* bytes) { return read_name_map("names.csv", bytes); };
  CHECK_THROWS_WITH(read("real,pseudonym\nJoanne,\n"),
                    Contains("names.csv:2: the pseudonym is missing"));
  CHECK_THROWS_WITH(read("real,pseudonym\n,Anna\n"),
                    Contains("names.csv:2: the real name is missing"));
  CHECK_THROWS_WITH(read("real,pseudonym\n--,Anna\n"), Contains("no letter and no digit"));
  CHECK_THROWS_WITH(read("real,pseudonym\n"), Contains("no name"));
  CHECK_THROWS_WITH(read("names\nJoanne\n"), Contains("two columns"));
  CHECK_THROWS_AS(read(""), InputError);
}
