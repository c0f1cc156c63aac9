#include "themata/analysis/coverage.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;
using analysis::SourceCoverage;
using test::MemoryCorpus;

namespace {

std::vector<SourceCoverage> coverage(MemoryCorpus& study, std::size_t least = 1) {
  std::vector<SourceCoverage> all;
  analysis::measure_coverage(study, least, [&](const SourceCoverage& one) { all.push_back(one); });
  return all;
}

}  // namespace

TEST_CASE("participants' words with a coding on them are coded", "[coverage]") {
  MemoryCorpus study;
  study.add_source("One", "Int: and then?\nBen: a deep breath (sighs) and out\nMia: calm and slow");
  study.code("breath", "deep breath");
  study.code("deep", "deep");
  study.code("talk", "and out\nMia: calm");
  study.add_source("Two", "Ben: nothing at all");
  const auto all = coverage(study);
  REQUIRE(all.size() == 2);
  CHECK(all[0].source == "One");
  CHECK(all[0].words == 8);
  CHECK(all[0].coded_words == 5);
  CHECK(all[0].codings == 3);
  REQUIRE(all[0].uncoded.size() == 2);
  CHECK(all[0].uncoded[0].words == 1);
  CHECK(all[0].uncoded[1].first_turn == 3);
  CHECK(all[0].uncoded[1].words == 2);
  CHECK(all[1].uncoded[0].words == 3);
}

TEST_CASE("an uncoded stretch goes on over turns until a coding", "[coverage]") {
  MemoryCorpus study;
  study.add_source("One", "Ben: one two\nInt: and?\nBen: three (pause) four\nMia: five");
  study.code("silence", "(pause)");
  const auto all = coverage(study, 2);
  REQUIRE(all[0].uncoded.size() == 2);
  CHECK(all[0].uncoded[0].first_turn == 1);
  CHECK(all[0].uncoded[0].last_turn == 3);
  CHECK(all[0].uncoded[0].words == 3);
  CHECK(all[0].uncoded[1].words == 2);
  CHECK(coverage(study, 3)[0].uncoded.size() == 1);
}
