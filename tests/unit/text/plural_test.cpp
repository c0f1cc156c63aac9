#include "themata/text/plural.hpp"

#include <catch2/catch.hpp>

using themata::text::plural;

TEST_CASE("one of a thing has no s", "[plural]") {
  CHECK(plural(0, "coding") == "0 codings");
  CHECK(plural(1, "coding") == "1 coding");
  CHECK(plural(2, "new theme") == "2 new themes");
}
