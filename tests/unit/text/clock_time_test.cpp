#include "themata/text/clock_time.hpp"

#include <catch2/catch.hpp>

using std::chrono::milliseconds;
using themata::text::clock_time;

TEST_CASE("a place in a recording has hours, minutes and seconds") {
  CHECK(clock_time(milliseconds{0}) == "00:00:00");
  CHECK(clock_time(milliseconds{751999}) == "00:12:31");
  CHECK(clock_time(milliseconds{3600000}) == "01:00:00");
  CHECK(clock_time(milliseconds{360007000}) == "100:00:07");
}
