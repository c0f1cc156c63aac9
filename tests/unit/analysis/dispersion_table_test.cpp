#include "themata/analysis/dispersion_table.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;
using analysis::dispersion_table;
using By = analysis::Grouping::By;

TEST_CASE("Gries' corpus as five transcripts has his measures for the word a") {
  test::MemoryCorpus study;
  study.add_source("1", "Ben: b a m n i b e u p");
  study.add_source("2", "Ben: b a s a t b e w q n");
  study.add_source("3", "Ben: b c a g a b e s t a");
  study.add_source("4", "Ben: b a g h a b e a a t");
  study.add_source("5", "Ben: b a h a a b e a x a t\nInt: a a a");
  study.add_source("6", "Int: a");  // a source in which nobody is counted is no part
  const auto table = dispersion_table(analysis::grouped_word_table(study, {}, {By::source, {}}));
  CHECK(table.parts == 5);
  REQUIRE(table.rows.at(0).count == analysis::TermCount{"a", 1, 15});
  CHECK(table.rows[0].dispersion.range == 5);
  CHECK(*table.rows[0].dispersion.dp == Approx(0.18));
  CHECK(*table.rows[0].dispersion.dp_norm == Approx(0.2195121951219512));
  CHECK(*table.rows[0].dispersion.juilland_d == Approx(0.7851504534504508));
  // "b" stands twice in each part: it would be even if the parts were equal.
  REQUIRE(table.rows[1].count == analysis::TermCount{"b", 1, 10});
  CHECK(*table.rows[1].dispersion.dp == Approx(0.02));
}

TEST_CASE("of no words there is no spread") {
  test::MemoryCorpus study;
  const auto table =
      dispersion_table(analysis::grouped_word_table(study, {}, {By::participant, {}}));
  CHECK(table.parts == 0);
  CHECK(table.rows.empty());
}
