#include "themata/report/detail/column_widths.hpp"

#include <numeric>
#include <random>

#include <catch2/catch.hpp>

using themata::report::detail::ColumnWidth;
using themata::report::detail::fit_columns;
using Widths = std::vector<std::size_t>;

TEST_CASE("Columns that fit keep their width") {
  CHECK(fit_columns({{10, 4}, {20, 5}}, 30) == Widths{10, 20});
  CHECK(fit_columns({{10, 4}}, 1000) == Widths{10});
  CHECK(fit_columns({}, 0) == Widths{});
}

TEST_CASE("Columns become narrower in proportion to what they hold, but not below their least") {
  CHECK(fit_columns({{100, 5}, {100, 5}}, 100) == Widths{50, 50});
  CHECK(fit_columns({{300, 5}, {100, 5}}, 100) == Widths{75, 25});
  CHECK(fit_columns({{8, 8}, {200, 5}}, 58) == Widths{8, 50});
  CHECK(fit_columns({{20, 10}, {2000, 12}}, 60) == Widths{10, 50});
}

TEST_CASE("Columns that are too wide even at their least do not fit") {
  CHECK_FALSE(fit_columns({{10, 4}, {20, 5}}, 8));
  CHECK(fit_columns({{10, 4}, {20, 5}}, 9) == Widths{4, 5});
}

TEST_CASE("Whatever the columns, they fill what there is and stay within their bounds") {
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    std::vector<ColumnWidth> columns(1 + random() % 8);
    std::size_t least = 0;
    std::size_t natural = 0;
    for (ColumnWidth& column : columns) {
      column.natural = random() % (random() % 4 == 0 ? 100000 : 40);
      column.least = column.natural == 0 ? 0 : random() % std::min<std::size_t>(column.natural, 13);
      least += column.least;
      natural += column.natural;
    }
    const std::size_t available = random() % 250;
    const auto widths = fit_columns(columns, available);
    REQUIRE(widths.has_value() == (least <= available));
    if (!widths) continue;
    REQUIRE(std::accumulate(widths->begin(), widths->end(), std::size_t{0}) ==
            std::min(available, natural));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      REQUIRE((*widths)[i] >= columns[i].least);
      REQUIRE((*widths)[i] <= columns[i].natural);
    }
  }
}
