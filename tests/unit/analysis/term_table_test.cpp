#include "themata/analysis/term_table.hpp"

#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "support/numbered.hpp"
#include "term_notation.hpp"

using namespace themata;
using analysis::term_table;
using analysis::TermCount;
using test::family;
using test::MemoryCorpus;

namespace {

using Table = std::vector<TermCount>;

}  // namespace

TEST_CASE("a term table has a row per family in their order, zero rows too") {
  MemoryCorpus study;
  study.add_source("One", "Int: breathe?\nBen: breath, breathing, connected");
  study.add_source("Two", "Mia: reconnect\nBen: breath");
  CHECK(term_table(study, {family("Breathe, Breath", {"breath*"}), family("None", {"xyz"}),
                           family("Connect", {"*connect*"})}) ==
        Table{{"Breathe, Breath", 1, 3}, {"None", 0, 0}, {"Connect", 2, 2}});
  CHECK(term_table(study, {}).empty());
}

TEST_CASE("researchers' hits count in their scope and make no participant") {
  MemoryCorpus study;
  study.add_source("One", "Int: calm calm\nBen: calm\n-: calm");
  study.select().speech = model::Speech::researchers;
  CHECK(term_table(study, {family("c", {"calm"})}) == Table{{"c", 0, 2}});
  study.select().speech = model::Speech::all;
  CHECK(term_table(study, {family("c", {"calm"})}) == Table{{"c", 1, 4}});
}

TEST_CASE("an excerpt counts all who speak in it, as far as they are selected") {
  MemoryCorpus study;
  study.add_source("One", "Ben: we did\nMia: yes we did\nInt: good");
  study.code("Together", "did\nMia: yes we did\nInt: good");
  const auto families = {family("t", {"code:\"Together\""})};
  CHECK(term_table(study, families) == Table{{"t", 2, 1}});
  study.select().participants = {study.participant_id("Mia")};
  CHECK(term_table(study, families) == Table{{"t", 1, 1}});
}

TEST_CASE("families of single forms agree with a count by hand on random texts") {
  const std::vector<std::string> words{"calm", "deep", "breath", "breathe", "down", "on"};
  std::mt19937 random(5);
  for (int round = 0; round < 30; ++round) {
    MemoryCorpus study;
    std::map<std::string, std::set<std::string>> who;
    std::map<std::string, std::size_t> frequency;
    for (int source = 0; source < 4; ++source) {
      std::string lines;
      for (int turn = 0; turn < 6; ++turn) {
        const std::string speaker = test::numbered("P", random() % 4);
        lines += (turn == 0 ? "" : "\n") + speaker + ": ";
        for (std::size_t i = random() % 9; i > 0; --i) {
          const std::string& word = words[random() % words.size()];
          lines += word + (random() % 5 == 0 ? " (on) " : " ");
          who[word].insert(speaker);
          ++frequency[word];
        }
      }
      study.add_source(test::numbered("S", source), lines);
    }
    std::vector<model::TermFamily> families;
    Table expected;
    for (const auto& word : words) {
      families.push_back(family(word, {word, word}));
      expected.push_back({word, who[word].size(), frequency[word]});
    }
    CHECK(term_table(study, families) == expected);
  }
}
