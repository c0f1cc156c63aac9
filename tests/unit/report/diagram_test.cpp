#include "themata/report/diagram.hpp"

#include <catch2/catch.hpp>

using namespace themata::report;

TEST_CASE("branches have colors of their own, the paler the deeper") {
  const Diagram::Node first{"a", "", 0, 0};
  const Diagram::Node second{"b", "", 0, 1};
  const Diagram::Node below{"c", "", 1, 0};
  CHECK_FALSE(fill_color(first) == fill_color(second));
  CHECK(fill_color(below).red > fill_color(first).red);
  CHECK(border_color(below) == border_color(first));
}
