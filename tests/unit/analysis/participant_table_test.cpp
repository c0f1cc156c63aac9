#include "themata/analysis/participant_table.hpp"

#include <random>

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "support/numbered.hpp"
#include "term_notation.hpp"
#include "themata/analysis/term_table.hpp"
#include "themata/error.hpp"

using namespace themata;
using analysis::participant_table;
using analysis::ParticipantTable;
using analysis::per_thousand;
using analysis::WordTableOptions;
using test::family;
using test::MemoryCorpus;

namespace {

/// "Ben/words Mia/words | term frequency: count count | ..."
std::string written(const ParticipantTable& table) {
  std::string line;
  for (const auto& person : table.people) {
    line += person.name + '/' + std::to_string(person.words) + ' ';
  }
  for (const auto& row : table.rows) {
    line += "| " + row.term + ' ' + std::to_string(row.frequency) + ':';
    for (const std::size_t count : row.counts) line += ' ' + std::to_string(count);
    line += ' ';
  }
  return line;
}

}  // namespace

TEST_CASE("families are counted for each participant, across sources, zeros kept") {
  MemoryCorpus study;
  study.add_source("One", "Int: breathe?\nBen: breath, breathing (breath) on\nMia: so");
  study.add_source("Two", "Mia: breath\nBen: breath");
  CHECK(written(participant_table(study, {family("Breath", {"breath*"}), family("No", {"xyz"})})) ==
        "Ben/4 Mia/2 | Breath 4: 3 1 | No 0: 0 0 ");
  CHECK(written(participant_table(study, std::vector<model::TermFamily>{})) == "Ben/4 Mia/2 ");
}

TEST_CASE("people are those who said something that counts, in the study's order") {
  MemoryCorpus study;
  study.add_source("One", "Zoe: calm\nInt: calm\nBen: (nods)\nMia: down");
  const std::vector families{family("c", {"calm"})};
  CHECK(written(participant_table(study, families)) == "Zoe/1 Mia/1 | c 1: 1 0 ");
  study.select().participants = {study.participant_id("Mia")};
  CHECK(written(participant_table(study, families)) == "Mia/1 | c 0: 0 ");
  study.select().participants.reset();
  study.select().speech = model::Speech::researchers;
  CHECK(written(participant_table(study, families)) == "| c 1: ");
  study.select().speech = model::Speech::all;
  CHECK(written(participant_table(study, families)) == "Zoe/1 Mia/1 | c 2: 1 0 ");
}

TEST_CASE("an empty study has neither people nor counts") {
  MemoryCorpus study;
  CHECK(written(participant_table(study, {family("c", {"calm"})})) == "| c 0: ");
  CHECK(written(participant_table(study, WordTableOptions{})).empty());
}

TEST_CASE("an excerpt counts once for each who speaks in it, as far as they are selected") {
  MemoryCorpus study;
  study.add_source("One", "Ben: we did\nMia: yes we did\nInt: good");
  study.code("Together", "did\nMia: yes we did\nInt: good");
  const std::vector families{family("t", {"code:\"Together\""})};
  CHECK(written(participant_table(study, families)) == "Ben/2 Mia/3 | t 1: 1 1 ");
  study.select().participants = {study.participant_id("Mia")};
  CHECK(written(participant_table(study, families)) == "Mia/3 | t 1: 1 ");
}

TEST_CASE("words are counted for each participant in the word table's order") {
  MemoryCorpus study;
  study.add_source("One", "Ben: Calm calm DOWN\nMia: calm\nInt: calm\nAll: calm");
  WordTableOptions options;
  CHECK(written(participant_table(study, options)) == "Ben/3 Mia/1 | calm 3: 2 1 | down 1: 1 0 ");
  options.top = 1;
  CHECK(written(participant_table(study, options)) == "Ben/3 Mia/1 | calm 3: 2 1 ");
}

TEST_CASE("stop words are left out") {
  MemoryCorpus study;
  study.add_source("One", "Ben: the breath and the breathing");
  WordTableOptions options;
  options.without_stop_words = true;
  CHECK(written(participant_table(study, options)) == "Ben/5 | breath 1: 1 | breathing 1: 1 ");
  study.add_source("Two", "Ben: calm").source.language = "xx";
  CHECK_THROWS_AS(participant_table(study, options), NotFound);
}

TEST_CASE("stems are those of each source's language") {
  MemoryCorpus study;
  study.add_source("One", "Ben: breathing breath");
  study.add_source("Two", "Mia: breath\nBen: Freunde Freundes").source.language = "de";
  WordTableOptions options;
  options.by_stem = true;
  CHECK(written(participant_table(study, options)) ==
        "Ben/4 Mia/1 | breath 3: 2 1 | freund 2: 2 0 ");
}

TEST_CASE("for random texts the counts add up to those of the tables by term") {
  std::mt19937 random(11);
  const std::vector<std::string> words{"calm", "deep", "breath", "breathe", "down", "on"};
  for (int round = 0; round < 20; ++round) {
    MemoryCorpus study;
    for (int source = 0; source < 3; ++source) {
      std::string lines;
      for (int turn = 0; turn < 8; ++turn) {
        lines += (turn == 0 ? "" : "\n") + test::numbered("P", random() % 5) + ": ";
        for (std::size_t i = random() % 7; i > 0; --i)
          lines += words[random() % words.size()] + " ";
      }
      study.add_source(test::numbered("S", source), lines);
    }
    const std::vector families{family("b", {"breath*"}), family("p", {"\"deep breath\""})};
    const auto check = [](const ParticipantTable& table, const auto& by_term) {
      REQUIRE(table.rows.size() == by_term.size());
      for (std::size_t i = 0; i < by_term.size(); ++i) {
        std::size_t sum = 0;
        std::size_t people = 0;
        for (const std::size_t count : table.rows[i].counts) {
          sum += count;
          people += count > 0 ? 1 : 0;
        }
        CHECK(table.rows[i].term == by_term[i].term);
        CHECK(table.rows[i].frequency == by_term[i].frequency);
        CHECK(sum == by_term[i].frequency);
        CHECK(people == by_term[i].participants);
      }
    };
    check(participant_table(study, families), analysis::term_table(study, families));
    check(participant_table(study, WordTableOptions{}), analysis::word_table(study, {}));
  }
}

TEST_CASE("a rate is per 1,000 words, and 0 of nobody's") {
  CHECK(per_thousand(3, 1500) == Approx(2));
  CHECK(per_thousand(0, 10) == 0);
  CHECK(per_thousand(5, 0) == 0);
}
