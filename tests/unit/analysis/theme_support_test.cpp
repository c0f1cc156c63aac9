#include "themata/analysis/theme_support.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;
using namespace themata::analysis;
using test::MemoryCorpus;

TEST_CASE("a theme rests on excerpts, sources and participants", "[theme_support]") {
  MemoryCorpus study;
  study.add_source("One", "Ben: a deep breath\nMia: calm and slow");
  study.code("breath", "deep breath", "Ann");
  study.code("breath", "deep breath", "Bob");
  study.code("calm", "calm");
  study.code("slow", "breath\nMia: calm");
  study.add_source("Two", "Mia: slow");
  study.code("slow", "slow");
  study.add_theme("Body", {"breath"});
  study.add_theme("Rest", {"calm", "slow"}, "Body");
  study.add_theme("Empty", {});

  const auto support = theme_support(study);
  REQUIRE(support.size() == 3);
  CHECK(support[0].theme == study.theme_id("Body"));
  CHECK(support[0].excerpts == 4);
  CHECK(support[0].sources == 2);
  CHECK(support[0].participants == 2);
  CHECK(support[0].of_one_participant == 3);
  CHECK(support[1].excerpts == 3);
  CHECK(support[1].of_one_participant == 3);
  CHECK(support[2].excerpts == 0);
  CHECK(support[2].participants == 0);
}
