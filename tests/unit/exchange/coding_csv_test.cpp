#include "themata/exchange/coding_csv.hpp"

#include <catch2/catch.hpp>

using themata::exchange::CodingRow;
using themata::exchange::read_codings;
using themata::text::CodePointOffset;
using themata::text::CodePointRange;

namespace {

std::vector<CodingRow> read(std::string_view bytes) { return read_codings("c.csv", bytes); }

}  // namespace

TEST_CASE("Codings are given by ranges of code points") {
  const auto rows = read("source,code,start,end\nann,Trust,0,12\nben,Calm, 7 ,9\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].source == "ann");
  CHECK(rows[0].code == "Trust");
  CHECK(rows[0].range == CodePointRange(CodePointOffset{0}, CodePointOffset{12}));
  CHECK(rows[0].quote.empty());
  CHECK(rows[1].row == 2);
  CHECK(rows[1].line == 3);
  CHECK(rows[1].range == CodePointRange(CodePointOffset{7}, CodePointOffset{9}));
}

TEST_CASE("Codings are given by quotes, which stay as they are, with all that belongs to them") {
  const auto rows = read(
      "source,code,quote,nth,coder,memo,theme\n"
      "ann,Trust,\"well, \"\"yes\"\"\n I do\",2,Kim,\"first\nthought\",Safety / Alone\n");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].quote == "well, \"yes\"\n I do");
  CHECK(rows[0].nth == 2U);
  CHECK_FALSE(rows[0].range);
  CHECK(rows[0].coder == "Kim");
  CHECK(rows[0].memo == "first\nthought");
  CHECK(rows[0].theme == "Safety / Alone");
}

TEST_CASE("Each row of one file may be given by range or by quote") {
  const auto rows = read("source,code,start,end,quote\nann,Trust,1,2,\nann,Calm,,,breathe\n,,,,\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].range);
  CHECK(rows[1].quote == "breathe");
  CHECK_FALSE(rows[1].range);
}

TEST_CASE("What is wrong with a file of codings is said with its line and its row") {
  CHECK_THROWS_WITH(read("source,quote\n"),
                    "c.csv:1: there is no column \"code\"; the columns are source, quote");
  CHECK_THROWS_WITH(read("source,code,start\n"),
                    "c.csv:1: nothing says which text is coded; add the columns \"start\" and "
                    "\"end\", or \"quote\"");
  CHECK_THROWS_WITH(read("source,code,quotes\n"), Catch::Contains("\"quote\""));
  const std::string header = "source,code,start,end,quote,nth\nann,Calm,,,\"one\ntwo\",\n";
  const auto fault = [&](const std::string& row) { return read(header + row); };
  CHECK_THROWS_WITH(fault(",Trust,1,2,,\n"), "c.csv:4: row 2: the source is missing");
  CHECK_THROWS_WITH(fault("ann, ,1,2,,\n"), "c.csv:4: row 2: the code is missing");
  CHECK_THROWS_WITH(fault("ann,Trust,,,,\n"),
                    "c.csv:4: row 2: there is neither a range nor a quote");
  CHECK_THROWS_WITH(fault("ann,Trust,1,2,yes,\n"),
                    "c.csv:4: row 2: there is a range and a quote; give one of them");
  CHECK_THROWS_WITH(fault("ann,Trust,1,,,\n"),
                    "c.csv:4: row 2: there is a start without an end; give both");
  CHECK_THROWS_WITH(fault("ann,Trust,,2,,\n"),
                    "c.csv:4: row 2: there is an end without a start; give both");
  CHECK_THROWS_WITH(fault("ann,Trust,-1,2,,\n"),
                    "c.csv:4: row 2: start must be a whole number from 0, not \"-1\"");
  CHECK_THROWS_WITH(fault("ann,Trust,1,2.5,,\n"),
                    "c.csv:4: row 2: end must be a whole number from 0, not \"2.5\"");
  CHECK_THROWS_WITH(
      fault("ann,Trust,1,99999999999999999999999,,\n"),
      "c.csv:4: row 2: end must be a whole number from 0, not \"99999999999999999999999\"");
  CHECK_THROWS_WITH(
      fault("ann,Trust,5,5,,\n"),
      "c.csv:4: row 2: the range 5:5 is empty; its end must be greater than its start");
  CHECK_THROWS_WITH(
      fault("ann,Trust,5,2,,\n"),
      "c.csv:4: row 2: the range 5:2 is reversed; its end must be greater than its start");
  CHECK_THROWS_WITH(fault("ann,Trust,,,yes,0\n"),
                    "c.csv:4: row 2: nth counts from 1, so it cannot be 0");
  CHECK_THROWS_WITH(fault("ann,Trust,1,2,,1\n"),
                    "c.csv:4: row 2: nth counts places of a quote, but a range is given");
}
