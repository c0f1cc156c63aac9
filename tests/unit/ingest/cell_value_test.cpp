#include "themata/ingest/detail/cell_value.hpp"

#include <catch2/catch.hpp>

using namespace themata::ingest::detail;

TEST_CASE("Numbers are shown without decimals that they do not have") {
  const auto shown = [](std::string_view stored) {
    return shown_number(stored, NumberFormat::number, false);
  };
  CHECK(shown("3") == "3");
  CHECK(shown("3.0") == "3");
  CHECK(shown("-0.5") == "-0.5");
  CHECK(shown("0.10000000000000001") == "0.1");
  CHECK(shown("1E3") == "1000");
  CHECK(shown("12345678901234") == "12345678901234");
  CHECK(shown("1e300") == "1e+300");
  CHECK(shown("inf") == "inf");
  CHECK(shown("no number") == "no number");
}

TEST_CASE("Dates and times are written by ISO 8601") {
  const auto date = [](std::string_view stored, bool from_1904 = false) {
    return shown_number(stored, NumberFormat::date, from_1904);
  };
  const auto time = [](std::string_view stored) {
    return shown_number(stored, NumberFormat::time, false);
  };
  CHECK(date("45415") == "2024-05-03");
  CHECK(date("45415.395833333336") == "2024-05-03T09:30:00");
  CHECK(date("45415.999999999") == "2024-05-04");
  CHECK(date("1") == "1900-01-01");
  CHECK(date("59") == "1900-02-28");
  CHECK(date("60") == "1900-02-29");  // as Excel has it
  CHECK(date("61") == "1900-03-01");
  CHECK(date("2958465") == "9999-12-31");
  CHECK(date("0", true) == "1904-01-01");
  CHECK(date("43953", true) == "2024-05-03");
  CHECK(time("0.5") == "12:00:00");
  CHECK(time("1.0868055555555556") == "26:05:00");
  CHECK(date("-1") == "-1");
  CHECK(date("1e17") == "1e+17");
}

TEST_CASE("A format code says whether a number is a date or a time") {
  CHECK(format_of_code("General") == NumberFormat::number);
  CHECK(format_of_code("0.00") == NumberFormat::number);
  CHECK(format_of_code("0 \"days\"") == NumberFormat::number);
  CHECK(format_of_code("[Red]0.00") == NumberFormat::number);
  CHECK(format_of_code("0\\d") == NumberFormat::number);
  CHECK(format_of_code("_-* #,##0.00_-") == NumberFormat::number);
  CHECK(format_of_code("yyyy\\-mm\\-dd") == NumberFormat::date);
  CHECK(format_of_code("[$-409]d mmm yy;@") == NumberFormat::date);
  CHECK(format_of_code("mmm") == NumberFormat::date);
  CHECK(format_of_code("h:mm AM/PM") == NumberFormat::time);
  CHECK(format_of_code("[h]:mm") == NumberFormat::time);
  CHECK(format_of_code("[mm]") == NumberFormat::time);
  CHECK(format_of_code("dd.mm.yyyy hh:mm") == NumberFormat::date);
  CHECK(format_of_code("[") == NumberFormat::number);
  CHECK(format_of_code("\"y") == NumberFormat::number);
  CHECK(format_of_code("") == NumberFormat::number);
  CHECK(built_in_format(14) == NumberFormat::date);
  CHECK(built_in_format(20) == NumberFormat::time);
  CHECK(built_in_format(22) == NumberFormat::date);
  CHECK(built_in_format(46) == NumberFormat::time);
  CHECK(built_in_format(2) == NumberFormat::number);
}

TEST_CASE("Text of a cell loses escapes, foreign line ends and control characters") {
  CHECK(plain_cell_text("one_x000D_\ntwo") == "one\ntwo");
  CHECK(plain_cell_text("one_x000D_two") == "one\ntwo");
  CHECK(plain_cell_text("one\r\ntwo\rthree") == "one\ntwo\nthree");
  CHECK(plain_cell_text("_x005F_x000D_") == "_x000D_");
  CHECK(plain_cell_text("_x00e9_t_x00E9_") == "été");
  CHECK(plain_cell_text("_xD800_ _x12_ _") == "_xD800_ _x12_ _");
  CHECK(plain_cell_text("a\x01z_x0000_") == "az");
  CHECK(plain_cell_text("a\xFFz\x80") == "a\xEF\xBF\xBDz\xEF\xBF\xBD");
}

TEST_CASE("References are cells within a sheet's bounds") {
  const auto place = cell_place("BC12");
  REQUIRE(place);
  CHECK(place->row == 11);
  CHECK(place->column == 54);
  REQUIRE(cell_place("XFD1048576"));
  CHECK(cell_place("XFD1048576")->column == 16'383);
  for (const char* bad : {"", "A", "1", "A0", "XFE1", "A1048577", "AAAAAAAAAAAAAA1", "A1B",
                          "A99999999999999999999", "$A$1"}) {
    CHECK_FALSE(cell_place(bad));
  }
}
