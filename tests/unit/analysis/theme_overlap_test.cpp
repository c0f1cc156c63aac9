#include "themata/analysis/theme_overlap.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;
using namespace themata::analysis;
using test::MemoryCorpus;

TEST_CASE("excerpts under two themes are counted by pair", "[theme_overlap]") {
  MemoryCorpus study;
  study.add_source("One", "Ben: a deep breath and calm and slow");
  study.code("breath", "deep breath", "Ann");
  study.code("breath", "deep breath", "Bob");  // another coder, the same excerpt
  study.code("calm", "deep breath", "Ann");
  study.code("calm", "calm", "Ann");
  study.code("slow", "calm", "Ann");
  study.code("slow", "slow", "Ann");
  study.add_theme("Rest", {"calm"});
  study.add_theme("Body", {"breath", "slow"});
  study.add_theme("Air", {"breath"}, "Body");
  study.add_theme("Pace", {"slow"});

  std::vector<SharedExcerpt> shared;
  const auto pairs =
      theme_overlaps(study, [&](const SharedExcerpt& one) { shared.push_back(one); });
  const auto count = [&](const std::string& a, const std::string& b) {
    for (const ThemePair& pair : pairs) {
      if (pair.first == study.theme_id(a) && pair.second == study.theme_id(b)) {
        return pair.excerpts;
      }
    }
    return std::size_t{0};
  };
  CHECK(pairs.size() == 4);
  CHECK(count("Rest", "Air") == 1);   // "deep breath": Body is above Air and not told
  CHECK(count("Rest", "Body") == 1);  // "calm"
  CHECK(count("Body", "Pace") == 2);  // "calm" and "slow"
  REQUIRE(shared.size() == 3);
  CHECK(shared[0].coding.value == 1);
  CHECK(shared[1].themes.size() == 3);
}

TEST_CASE("a study without themes has no overlaps", "[theme_overlap]") {
  MemoryCorpus study;
  study.add_source("One", "Ben: calm");
  study.code("calm", "calm");
  CHECK(theme_overlaps(study, [](const SharedExcerpt&) { FAIL("none is shared"); }).empty());
}

TEST_CASE("links are of themes as high as is asked for, and of what is selected",
          "[theme_overlap]") {
  MemoryCorpus study;
  study.add_source("One", "Ben: a deep breath and calm\nMia: and slow");
  study.code("breath", "deep breath", "Ann");
  study.code("calm", "deep breath", "Ann");
  study.code("slow", "deep breath", "Bob");
  study.code("slow", "slow", "Ann");
  study.code("calm", "slow", "Ann");
  study.add_theme("Body", {});
  study.add_theme("Air", {"breath"}, "Body");
  study.add_theme("Pace", {"slow"}, "Body");
  study.add_theme("Rest", {"calm"});
  const auto top = theme_links(study, 1);
  REQUIRE(top.size() == 1);
  CHECK(top[0].first == study.theme_id("Body"));
  CHECK(top[0].second == study.theme_id("Rest"));
  CHECK(top[0].excerpts == 2);
  CHECK(theme_links(study, 2).size() == 3);
  study.select().participants = {study.participant_id("Mia")};
  const auto of_mia = theme_links(study, 2);
  REQUIRE(of_mia.size() == 1);
  CHECK(of_mia[0].first == study.theme_id("Pace"));
}
