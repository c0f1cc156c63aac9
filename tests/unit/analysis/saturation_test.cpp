#include "themata/analysis/saturation.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata::analysis;
using themata::test::MemoryCorpus;

namespace {

using Counts = std::vector<std::size_t>;

/// Rows of 0 and 1: what each source has.
std::vector<SourceUnits> incidence(const std::vector<std::string>& rows) {
  std::vector<SourceUnits> sources;
  for (const std::string& row : rows) {
    SourceUnits& source = sources.emplace_back();
    for (std::size_t unit = 0; unit < row.size(); ++unit) {
      if (row[unit] == '1') source.units.push_back(unit);
    }
  }
  return sources;
}

// Ten speakers and the subthemes under which a paper on compassion groups quotes them (Lucre and
// others 2024). The expected curve was computed with vegan's specaccum(method = "exact").
const std::vector<SourceUnits>& lucre() {
  static const auto sources = incidence(
      {"100111110110110010", "110101001110000101", "100011000001000000", "010000000000111000",
       "011010000000011011", "010000001000011110", "001110001000000001", "001010110011110001",
       "000010110001010111", "000001000001000001"});
  return sources;
}

// A sequence that satisfies what Guest, Namey and Chen (2020) say of their data: 37 themes in a
// base of four, 4 and 1 new ones in runs of two, saturation at 6+2 and 7+3 with 5 %.
const Counts guest{16, 12, 6, 3, 1, 3, 1, 0, 1, 0, 0, 0};

}  // namespace

TEST_CASE("runs of new themes by those of the base, as published", "[saturation]") {
  const Saturation two = saturation(guest, {4, 2, 0.05});
  CHECK(two.base_units == 37);
  REQUIRE(two.runs.size() == 7);
  CHECK(two.runs[0].last == 6);
  CHECK(two.runs[0].new_units == 4);
  CHECK(two.runs[0].ratio == Approx(4.0 / 37));  // printed as 11 %
  CHECK(two.runs[2].ratio == Approx(1.0 / 37));  // printed as 3 %
  CHECK(two.reached_after == 6);
  CHECK(saturation(guest, {4, 3, 0.05}).reached_after == 7);
  CHECK(saturation(guest, {4, 2, 0}).reached_after == 9);
  CHECK(saturation(guest, {4, 3, 0}).reached_after == 9);
}

TEST_CASE("too few sources, or an empty base, say nothing", "[saturation]") {
  CHECK(saturation({}, {}).runs.empty());
  CHECK(saturation({3, 2, 1}, {4, 2, 0.05}).base_units == 0);
  CHECK(saturation({3, 2, 1, 1, 0}, {4, 2, 0.05}).runs.empty());
  CHECK_FALSE(saturation({0, 0, 0, 0, 5, 5}, {4, 2, 0.05}).reached_after);
}

TEST_CASE("new units of each source, in order", "[saturation]") {
  CHECK(new_units(lucre()) == Counts{11, 4, 1, 1, 1, 0, 0, 0, 0, 0});
  CHECK(saturation(new_units(lucre()), {4, 2, 0.05}).reached_after == 5);
  CHECK(new_units({}).empty());
}

TEST_CASE("the curve of accumulation over all orders is exact", "[saturation]") {
  const std::vector<double> vegan{
      6.6,   10.977777777777776, 13.85, 15.7, 16.849206349206348, 17.514285714285716,
      17.85, 17.977777777777778, 18,    18};
  const auto expected = expected_accumulation(lucre());
  REQUIRE(expected.size() == vegan.size());
  for (std::size_t i = 0; i < vegan.size(); ++i) CHECK(expected[i] == Approx(vegan[i]));
  CHECK(expected_accumulation({}).empty());
}

TEST_CASE("units are codes, themes at the top, or themes over the codes", "[saturation]") {
  MemoryCorpus study;
  study.add_source("One", "Ben: breath and calm");
  study.add_source("Two", "Mia: slow and calm");
  study.add_source("Empty", "Mia: nothing");
  study.add_source("Three", "Mia: asking");
  study.code_in(study.source("Two"), "slow", "slow");
  study.code_in(study.source("Two"), "calm", "calm");
  study.code_in(study.source("One"), "breath", "breath");
  study.code_in(study.source("One"), "calm", "calm");
  study.code_in(study.source("Three"), "ask", "asking", "Bob");
  study.add_theme("Body", {"breath"});
  study.add_theme("Rest", {"calm", "slow"}, "Body");

  const auto fresh = [&](SaturationUnit unit, SourceOrder order) {
    return new_units(units_of_sources(study, unit, order));
  };
  CHECK(fresh(SaturationUnit::codes, SourceOrder::of_import) == Counts{2, 1, 1});
  CHECK(fresh(SaturationUnit::codes, SourceOrder::of_coding) == Counts{2, 1, 1});
  CHECK(units_of_sources(study, SaturationUnit::codes, SourceOrder::of_coding)[0].source == "Two");
  CHECK(fresh(SaturationUnit::themes, SourceOrder::of_import) == Counts{1, 0, 0});
  CHECK(fresh(SaturationUnit::subthemes, SourceOrder::of_import) == Counts{2, 0, 0});
  study.select().coders = {study.coder_id("Bob")};
  CHECK(fresh(SaturationUnit::codes, SourceOrder::of_import) == Counts{1});
}
