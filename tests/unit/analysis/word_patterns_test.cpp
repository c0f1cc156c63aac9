#include "themata/analysis/word_patterns.hpp"

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using themata::analysis::WordPatterns;
using Slots = std::vector<std::size_t>;

TEST_CASE("a word meets the slots of its forms, stars and stems, the last first") {
  WordPatterns patterns;
  patterns.add_form("breath*", 0);
  patterns.add_form("Breathing", 1);
  patterns.add_form("calm", 2);
  patterns.add_stem("breathes", 3);
  patterns.add_form("breathing", 4);
  patterns.set_language("en");
  CHECK(patterns.slots_of("breathing") == Slots{4, 3, 1, 0});
  CHECK(patterns.slots_of("BREATHING") == Slots{4, 3, 1, 0});
  CHECK(patterns.slots_of("breathless") == Slots{0});
  CHECK(patterns.slots_of("calm") == Slots{2});
  CHECK(patterns.slots_of("other").empty());
  CHECK(patterns.slots_of("breathing") == Slots{4, 3, 1, 0});  // remembered
}

TEST_CASE("what is known of one language does not leak into another") {
  WordPatterns patterns;
  patterns.add_stem("kinder", 0);
  patterns.set_language("de");
  CHECK(patterns.slots_of("kindern") == Slots{0});
  patterns.set_language("en");
  CHECK(patterns.slots_of("kindern").empty());
  CHECK(patterns.slots_of("kinder") == Slots{0});
  patterns.set_language("de");
  CHECK(patterns.slots_of("kindern") == Slots{0});
}

TEST_CASE("a language matters only where there are stems") {
  WordPatterns patterns;
  CHECK(patterns.empty());
  patterns.add_form("calm", 0);
  CHECK_FALSE(patterns.empty());
  patterns.set_language("no such language");
  CHECK(patterns.slots_of("Calm") == Slots{0});
  patterns.add_stem("calm", 1);
  CHECK_THROWS_AS(patterns.set_language("no such language"), themata::NotFound);
}
