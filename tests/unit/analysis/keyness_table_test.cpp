#include "themata/analysis/keyness_table.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;
using analysis::keyness_table;
using analysis::KeynessTable;
using test::MemoryCorpus;

namespace {

/// Rows as "term a/participants b/participants".
std::vector<std::string> rows_of(const KeynessTable& table) {
  std::vector<std::string> rows;
  for (const auto& row : table.rows) {
    rows.push_back(row.term + " " + std::to_string(row.contrast.a) + "/" +
                   std::to_string(row.participants) + " " + std::to_string(row.contrast.b) + "/" +
                   std::to_string(row.other_participants));
  }
  return rows;
}

using Rows = std::vector<std::string>;

MemoryCorpus small_study() {
  MemoryCorpus study;
  study.add_source("One", "Int: calm sea?\nBen: calm calm sea\nMia: storm sea");
  study.add_source("Two", "Zoe: storm storm sea storm");
  return study;
}

}  // namespace

TEST_CASE("a part is compared with all else that is said in its scope") {
  MemoryCorpus study = small_study();
  model::Selection ben;
  ben.participants = {study.participant_id("Ben")};
  const KeynessTable table = keyness_table(study, ben, std::nullopt, {});
  CHECK(table.words == 3);
  CHECK(table.other_words == 6);
  CHECK(table.in_both == 0);
  CHECK(rows_of(table) == Rows{"calm 2/1 0/0", "storm 0/0 4/2", "sea 1/1 2/2"});
  CHECK(*table.rows[0].g2 == Approx(4.394449).margin(1e-5));
  CHECK(*table.rows[2].g2 == Approx(0).margin(1e-12));
}

TEST_CASE("two parts are compared, and what is in both is counted") {
  MemoryCorpus study = small_study();
  model::Selection one;
  one.sources = {study.source("One").source.id};
  model::Selection mia_and_zoe;
  mia_and_zoe.participants = {study.participant_id("Mia"), study.participant_id("Zoe")};
  const KeynessTable table = keyness_table(study, one, mia_and_zoe, {});
  CHECK(table.words == 5);
  CHECK(table.other_words == 6);
  CHECK(table.in_both == 2);
  CHECK(rows_of(table) == Rows{"calm 2/1 0/0", "storm 1/1 4/2", "sea 2/2 2/2"});
}

TEST_CASE("exchanging the parts gives the same G2, and the counts the other way round") {
  MemoryCorpus study = small_study();
  model::Selection ben;
  ben.participants = {study.participant_id("Ben")};
  model::Selection zoe;
  zoe.participants = {study.participant_id("Zoe")};
  const KeynessTable there = keyness_table(study, ben, zoe, {});
  const KeynessTable back = keyness_table(study, zoe, ben, {});
  REQUIRE(there.rows.size() == back.rows.size());
  for (const auto& row : there.rows) {
    const auto other = std::find_if(back.rows.begin(), back.rows.end(),
                                    [&](const auto& it) { return it.term == row.term; });
    REQUIRE(other != back.rows.end());
    CHECK(other->contrast.a == row.contrast.b);
    CHECK(other->contrast.c == row.contrast.d);
    CHECK(*other->g2 == Approx(*row.g2).margin(1e-12));
  }
}

TEST_CASE("researchers can be the part, coded text too, and words can be left out") {
  MemoryCorpus study = small_study();
  study.code_in(study.source("One"), "sea", "calm sea", "Ann", 2);
  model::Selection researchers;
  researchers.speech = model::Speech::researchers;
  CHECK(rows_of(keyness_table(study, researchers, model::Selection{}, {})) ==
        Rows{"storm 0/0 4/2", "calm 1/0 2/1", "sea 1/0 3/3"});
  model::Selection coded;
  coded.codes = {study.code_id("sea")};
  analysis::WordTermOptions options;
  options.stop_words = {"storm"};
  const KeynessTable table = keyness_table(study, coded, std::nullopt, options);
  CHECK(table.words == 2);
  CHECK(table.other_words == 7);
  CHECK(rows_of(table) == Rows{"calm 1/1 1/1", "sea 1/1 2/2"});
}

TEST_CASE("a part without words leaves every measure undefined") {
  MemoryCorpus study = small_study();
  model::Selection nobody;
  nobody.participants = std::vector<model::ParticipantId>{};
  const KeynessTable table = keyness_table(study, nobody, std::nullopt, {});
  CHECK(table.words == 0);
  CHECK(rows_of(table) == Rows{"calm 0/0 2/1", "sea 0/0 3/3", "storm 0/0 4/2"});
  for (const auto& row : table.rows) CHECK_FALSE(row.g2);
  MemoryCorpus empty;
  CHECK(keyness_table(empty, nobody, std::nullopt, {}).rows.empty());
}
