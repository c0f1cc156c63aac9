#include "themata/analysis/grouped_table.hpp"

#include <numeric>
#include <random>

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "support/numbered.hpp"
#include "term_notation.hpp"
#include "themata/analysis/term_table.hpp"

using namespace themata;
using analysis::grouped_term_table;
using analysis::grouped_word_table;
using analysis::GroupedTable;
using analysis::in_each_group;
using analysis::InPart;
using analysis::RowOptions;
using analysis::TermCount;
using By = analysis::Grouping::By;
using test::family;
using test::MemoryCorpus;

namespace {

using Counts = std::vector<TermCount>;
using Groups = std::vector<GroupedTable::Group>;
using Numbers = std::vector<std::size_t>;

Counts counts_of(const GroupedTable& table) {
  Counts counts;
  for (const auto& row : table.rows) counts.push_back(row.count);
  return counts;
}

/// Random talk of four people and a researcher, with notes.
MemoryCorpus random_study(std::mt19937& random) {
  const std::vector<std::string> labels{"Int", "All", "-", "Ben", "Mia", "Zoe", "Bo"};
  const std::vector<std::string> words{"calm ", "the ", "deep ", "(laughs) ", "yeah ", "On. "};
  MemoryCorpus study;
  for (int source = 0; source < 3; ++source) {
    std::string lines;
    for (int turn = 0; turn < 12; ++turn) {
      lines += (turn == 0 ? "" : "\n") + labels[random() % labels.size()] + ": ";
      for (std::size_t i = random() % 12; i > 0; --i) lines += words[random() % words.size()];
    }
    study.add_source(test::numbered("S", source), lines, source == 1 ? "" : "before");
  }
  return study;
}

}  // namespace

TEST_CASE("a table of words has a count for each group") {
  MemoryCorpus study;
  study.add_source("One", "Int: calm\nBen: Calm and calm\nMia: and");
  study.add_source("Two", "Mia: calm");
  const GroupedTable table = grouped_word_table(study, {}, {By::participant, {}});
  CHECK(table.groups == Groups{{"Ben", 3}, {"Mia", 2}});
  CHECK(table.words == 5);
  CHECK(counts_of(table) == Counts{{"calm", 2, 3}, {"and", 2, 2}});
  CHECK(in_each_group(table, table.rows[0]) == Numbers{2, 1});
  CHECK(in_each_group(table, table.rows[1]) == Numbers{1, 1});
  CHECK(table.rows[1].by_group == std::vector<InPart>{{0, 1}, {1, 1}});
}

TEST_CASE("words left out still count among those that were said") {
  MemoryCorpus study;
  study.add_source("One", "Ben: the calm the calm");
  RowOptions options;
  options.words.without_function_words = true;
  const GroupedTable table = grouped_word_table(study, options, {By::source, {}});
  CHECK(table.groups == Groups{{"One", 4}});
  CHECK(counts_of(table) == Counts{{"calm", 1, 2}});
}

TEST_CASE("runs of words are counted like words") {
  MemoryCorpus study;
  study.add_source("One", "Ben: deep breath deep breath\nMia: Deep breath");
  RowOptions options;
  options.ngram = 2;
  options.top = 2;
  const GroupedTable table = grouped_word_table(study, options, {By::participant, {}});
  CHECK(counts_of(table) == Counts{{"deep breath", 2, 3}, {"breath deep", 1, 1}});
  CHECK(in_each_group(table, table.rows[0]) == Numbers{2, 1});
}

TEST_CASE("a table of families keeps zero rows and has the counts of the term table") {
  MemoryCorpus study;
  study.add_source("One", "Int: calm\nBen: calm we did\nMia: yes we did");
  study.code("Together", "did\nMia: yes we did");
  const std::vector families{family("c", {"calm"}), family("none", {"xyz"}),
                             family("t", {"code:\"Together\""})};
  const GroupedTable table = grouped_term_table(study, families, {By::participant, {}});
  CHECK(counts_of(table) == analysis::term_table(study, families));
  CHECK(table.groups == Groups{{"Ben", 3}, {"Mia", 3}});
  CHECK(in_each_group(table, table.rows[0]) == Numbers{1, 0});
  CHECK(in_each_group(table, table.rows[1]) == Numbers{0, 0});
  CHECK(in_each_group(table, table.rows[2]) == Numbers{1, 1});  // one excerpt, of both
  CHECK(table.rows[2].count.frequency == 1);
}

TEST_CASE("empty studies and selections give empty tables") {
  MemoryCorpus study;
  CHECK(grouped_word_table(study, {}, {By::participant, {}}).rows.empty());
  study.add_source("One", "Int: calm");
  const GroupedTable words = grouped_word_table(study, {}, {By::source, {}});
  CHECK(words.rows.empty());
  CHECK(words.groups == Groups{{"One", 0}});
  study.select().sources = std::vector<model::SourceId>{};
  const GroupedTable terms = grouped_term_table(study, {family("c", {"calm"})}, {By::study, {}});
  CHECK(counts_of(terms) == Counts{{"c", 0, 0}});
  CHECK(terms.groups == Groups{{"(all)", 0}});
}

TEST_CASE("over the groups, words and frequencies add up; totals are those of plain tables") {
  std::mt19937 random(23);
  for (int round = 0; round < 60; ++round) {
    MemoryCorpus study = random_study(random);
    study.select().speech = std::vector{model::Speech::participants, model::Speech::researchers,
                                        model::Speech::all}[random() % 3];
    const std::vector families{family("c", {"calm", "\"the deep\""}), family("y", {"y*"})};
    for (const By by :
         {By::study, By::participant, By::source, By::occasion, By::attribute, By::turn}) {
      const GroupedTable words = grouped_word_table(study, {}, {by, "age"});
      CHECK(counts_of(words) == analysis::word_table(study, {}));
      const GroupedTable terms = grouped_term_table(study, families, {by, "age"});
      CHECK(counts_of(terms) == analysis::term_table(study, families));
      for (const GroupedTable* table : {&words, &terms}) {
        std::size_t sum = 0;
        for (const auto& group : table->groups) sum += group.words;
        CHECK(sum == table->words);
        for (const auto& row : table->rows) {
          const Numbers each = in_each_group(*table, row);
          CHECK(std::accumulate(each.begin(), each.end(), std::size_t{0}) == row.count.frequency);
        }
      }
    }
  }
}

TEST_CASE("a group's column is the table of that group alone") {
  std::mt19937 random(29);
  MemoryCorpus study = random_study(random);
  const GroupedTable table = grouped_word_table(study, {}, {By::participant, {}});
  for (std::size_t group = 0; group < table.groups.size(); ++group) {
    study.select().participants = {study.participant_id(table.groups[group].name)};
    std::size_t rows = 0;
    const auto alone = analysis::word_table(study, {});
    for (const auto& row : table.rows) {
      const std::size_t frequency = in_each_group(table, row)[group];
      if (frequency == 0) continue;
      ++rows;
      const TermCount expected{row.count.term, 1, frequency};
      CHECK(std::find(alone.begin(), alone.end(), expected) != alone.end());
    }
    CHECK(rows == alone.size());
  }
}

TEST_CASE("a rate is undefined where there are no words") {
  CHECK(*analysis::rate(3, 1500, 1000) == Approx(2));
  CHECK(*analysis::rate(0, 5, 1000) == 0);
  CHECK_FALSE(analysis::rate(0, 0, 1000));
}
