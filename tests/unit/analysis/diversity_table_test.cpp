#include "themata/analysis/diversity_table.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;
using analysis::diversity_table;
using By = analysis::Grouping::By;

TEST_CASE("a group's words are taken in the study's order, across turns and sources") {
  test::MemoryCorpus study;
  study.add_source("One", "Mia: yes\nBen: safe Safe group safe the\nInt: so\nBen: group (um) was");
  study.add_source("Two", "Ben: safe and safe");
  const auto rows = diversity_table(study, {By::participant, {}}, 5);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].group == "Mia");
  CHECK(rows[0].diversity.tokens() == 1);
  CHECK_FALSE(rows[0].diversity.mattr());
  CHECK(rows[1].group == "Ben");
  CHECK(rows[1].diversity.tokens() == 10);
  CHECK(rows[1].diversity.types() == 5);
  CHECK(*rows[1].diversity.mattr() == Approx(0.7666666666666666));
}

TEST_CASE("over sources and over all, tokens add up") {
  test::MemoryCorpus study;
  study.add_source("One", "Mia: yes no");
  study.add_source("Two", "Int: yes");
  study.add_source("Three", "Ben: no no no");
  const auto rows = diversity_table(study, {By::source, {}}, 2);
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].diversity.tokens() == 0);
  CHECK_FALSE(rows[1].diversity.ttr());
  const auto all = diversity_table(study, {By::study, {}}, 2);
  REQUIRE(all.size() == 1);
  CHECK(all[0].diversity.tokens() == rows[0].diversity.tokens() + rows[2].diversity.tokens());
  CHECK(all[0].diversity.types() == 2);
}

TEST_CASE("an empty study has no rows, or one for all") {
  test::MemoryCorpus study;
  CHECK(diversity_table(study, {By::participant, {}}, 50).empty());
  CHECK(diversity_table(study, {By::study, {}}, 50).at(0).diversity.tokens() == 0);
}
