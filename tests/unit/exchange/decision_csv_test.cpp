#include "themata/exchange/decision_csv.hpp"

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using themata::exchange::DecisionRow;
using themata::exchange::read_decisions;

namespace {

std::vector<DecisionRow> read(const std::string& rows) {
  return read_decisions("d.csv", "source,start,end,decision,reason\n" + rows);
}

}  // namespace

TEST_CASE("a row says what was decided of a place") {
  const auto rows = read("one,5,9,left out,the sea\ntwo,0,4,KEPT,\n\none,1,2,,\n");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].source == "one");
  CHECK(rows[0].range.begin.value == 5);
  CHECK(rows[0].range.end.value == 9);
  CHECK(rows[0].left_out == true);
  CHECK(rows[0].reason == "the sea");
  CHECK(rows[1].left_out == false);
  CHECK_FALSE(rows[2].left_out);
  CHECK(rows[2].line == 5);
}

TEST_CASE("further columns do not matter, and a reason need not be there") {
  const auto rows = read_decisions("d.csv", "keyword,end,start,source,decision\nx,2,1,one,kept\n");
  CHECK(rows.at(0).range.begin.value == 1);
  CHECK(rows.at(0).reason.empty());
}

TEST_CASE("what is wrong in a row is told with its line") {
  using Catch::Contains;
  CHECK_THROWS_WITH(read("one,5,9,maybe,\n"),
                    Contains("d.csv:2") && Contains("the decision must be \"kept\""));
  CHECK_THROWS_WITH(read(",5,9,kept,\n"), Contains("the source is missing"));
  CHECK_THROWS_WITH(read("one,,,kept,\n"), Contains("the place is missing"));
  CHECK_THROWS_WITH(read("one,9,5,kept,\n"), Contains("reversed"));
  CHECK_THROWS_WITH(read("one,x,5,kept,\n"), Contains("whole number"));
  CHECK_THROWS_AS(read_decisions("d.csv", "source,start,end\n"), themata::InputError);
}
