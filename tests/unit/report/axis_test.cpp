#include "themata/report/axis.hpp"

#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

using namespace themata::report;

namespace {

using Ticks = std::vector<double>;

}  // namespace

TEST_CASE("Ticks are round numbers from 0 to the largest value or the next beyond it") {
  CHECK(axis_ticks(35, 5, true) == Ticks{0, 10, 20, 30, 40});
  CHECK(axis_ticks(40, 4, true) == Ticks{0, 10, 20, 30, 40});
  CHECK(axis_ticks(41, 4, true) == Ticks{0, 20, 40, 60});
  CHECK(axis_ticks(31639, 2, true) == Ticks{0, 20000, 40000});
  CHECK(axis_ticks(100000, 5, true) == Ticks{0, 20000, 40000, 60000, 80000, 100000});
}

TEST_CASE("Counts have no ticks between whole numbers, rates may") {
  CHECK(axis_ticks(1, 6, true) == Ticks{0, 1});
  CHECK(axis_ticks(3, 6, true) == Ticks{0, 1, 2, 3});
  CHECK(axis_ticks(1, 5, false).size() == 6);
  CHECK(axis_ticks(0.3, 3, false).size() == 4);
}

TEST_CASE("An axis of nothing goes to 1") {
  CHECK(axis_ticks(0, 6, true) == Ticks{0, 1});
  CHECK(axis_ticks(-3, 6, true) == Ticks{0, 1});
  CHECK(axis_ticks(std::nan(""), 6, true) == Ticks{0, 1});
  CHECK(axis_ticks(std::numeric_limits<double>::infinity(), 6, true) == Ticks{0, 1});
  CHECK(axis_ticks(0, 0, true) == Ticks{0, 1});
}

TEST_CASE("For every largest value the ticks reach it, and are no more than asked for") {
  for (int most = 1; most <= 6; ++most) {
    for (int largest = 1; largest < 3000; largest += 7) {
      const Ticks ticks = axis_ticks(largest, most, true);
      INFO(largest << " in " << most);
      CHECK(ticks.back() >= largest);
      CHECK(ticks[ticks.size() - 2] < largest);
      CHECK(ticks.size() <= static_cast<std::size_t>(most) + 1);
    }
  }
}

TEST_CASE("A legend shows three round sizes, or as many as there can be") {
  CHECK(legend_values(9, true) == Ticks{1, 2, 5});
  CHECK(legend_values(560, true) == Ticks{50, 200, 500});
  CHECK(legend_values(1, true) == Ticks{1});
  CHECK(legend_values(2, true) == Ticks{1, 2});
  CHECK(legend_values(0, true).empty());
  CHECK(legend_values(std::nan(""), false).empty());
  CHECK(legend_values(4.2, false) == Ticks{0.2, 1, 2});
}

TEST_CASE("Numbers have commas between thousands and no idle decimals") {
  CHECK(printed_number(0) == "0");
  CHECK(printed_number(999) == "999");
  CHECK(printed_number(1000) == "1,000");
  CHECK(printed_number(100000) == "100,000");
  CHECK(printed_number(1234567) == "1,234,567");
  CHECK(printed_number(0.5) == "0.5");
  CHECK(printed_number(0.25) == "0.25");
  CHECK(printed_number(1234.126) == "1,234.13");
  CHECK(printed_number(-1234) == "-1,234");
  CHECK(printed_number(-123) == "-123");
}
