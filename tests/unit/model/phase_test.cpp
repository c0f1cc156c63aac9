#include "themata/model/phase.hpp"

#include <set>

#include <catch2/catch.hpp>

using namespace themata::model;

TEST_CASE("six phases have two sets of names", "[phase]") {
  std::set<std::string_view> names;
  for (int phase = 1; phase <= phase_count; ++phase) {
    names.insert(phase_name(phase, PhaseNames::of_2006));
    names.insert(phase_name(phase, PhaseNames::of_2022));
  }
  CHECK(names.size() == 12);
  CHECK(phase_name(3, PhaseNames::of_2006) == "Searching for themes");
  CHECK(phase_name(3, PhaseNames::of_2022) == "Initial theme generation");
}
