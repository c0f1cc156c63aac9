#include "themata/analysis/word_table.hpp"

#include <map>

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "themata/error.hpp"

using namespace themata;
using analysis::TermCount;
using analysis::word_table;
using test::MemoryCorpus;

namespace {

using Table = std::vector<TermCount>;

}  // namespace

TEST_CASE("words are listed by falling frequency, then in code point order") {
  MemoryCorpus study;
  study.add_source("One", "Ben: Zebra apple éclair zebra Apple zebra 😀 10 𐐷 ｚ");
  CHECK(word_table(study, {}) == Table{{"zebra", 1, 3},
                                       {"apple", 1, 2},
                                       {"10", 1, 1},
                                       {"éclair", 1, 1},
                                       {"ｚ", 1, 1},
                                       {"𐐷", 1, 1}});
}

TEST_CASE("participants are counted once, across sources") {
  MemoryCorpus study;
  study.add_source("One", "Int: calm\nBen: calm\nMia: calm\nBen: calm");
  study.add_source("Two", "Ben: calm");
  study.add_source("Three", "Zoe: calm\n-: calm\nAll: calm");
  CHECK(word_table(study, {}) == Table{{"calm", 3, 5}});
  study.select().speech = model::Speech::all;
  CHECK(word_table(study, {}) == Table{{"calm", 3, 8}});
  study.select().speech = model::Speech::researchers;
  CHECK(word_table(study, {}) == Table{{"calm", 0, 1}});
}

TEST_CASE("apostrophes and composition make no difference, diacritics do") {
  MemoryCorpus study;
  study.add_source("One", "Ben: don’t Don't caf\u00E9 cafe\u0301 cafe STRASSE straße");
  CHECK(word_table(study, {}) ==
        Table{{"caf\u00E9", 1, 2}, {"don't", 1, 2}, {"strasse", 1, 2}, {"cafe", 1, 1}});
}

TEST_CASE("only the first rows are given if that is asked for") {
  MemoryCorpus study;
  study.add_source("One", "Ben: c b a b c c d");
  analysis::WordTableOptions options;
  options.top = 3;
  CHECK(word_table(study, options) == Table{{"c", 1, 3}, {"b", 1, 2}, {"a", 1, 1}});
  options.top = 0;
  CHECK(word_table(study, options).empty());
  options.top = 99;
  CHECK(word_table(study, options).size() == 4);
}

TEST_CASE("stop words are left out, whatever their case") {
  MemoryCorpus study;
  study.add_source("One", "Ben: The breath AND the calm");
  study.add_source("Two", "Ben: it’s the Calm").source.language = "en-GB";
  analysis::WordTableOptions options;
  options.without_stop_words = true;
  CHECK(word_table(study, options) == Table{{"calm", 1, 2}, {"breath", 1, 1}});
}

TEST_CASE("words of one stem are counted together") {
  MemoryCorpus study;
  study.add_source("One", "Ben: breathing Breathed connect\nMia: breathes connected");
  analysis::WordTableOptions options;
  options.by_stem = true;
  CHECK(word_table(study, options) == Table{{"breath", 2, 3}, {"connect", 2, 2}});
}

TEST_CASE("a language without a stemmer or stop list is an error only if one is asked for") {
  MemoryCorpus study;
  study.add_source("One", "Ben: word").source.language = "xx";
  CHECK(word_table(study, {}) == Table{{"word", 1, 1}});
  analysis::WordTableOptions options;
  options.by_stem = true;
  CHECK_THROWS_AS(word_table(study, options), NotFound);
  options.by_stem = false;
  options.without_stop_words = true;
  CHECK_THROWS_AS(word_table(study, options), NotFound);
}

TEST_CASE("an empty corpus and silent sources give an empty table") {
  MemoryCorpus study;
  CHECK(word_table(study, {}).empty());
  study.add_source("One", "Ben: (laughs) ...");
  CHECK(word_table(study, {}).empty());
}

TEST_CASE("words are narrowed by source, participant and code") {
  MemoryCorpus study;
  study.add_source("One", "Ben: alpha\nMia: beta", "before");
  study.code("first", "alpha");
  study.add_source("Two", "Ben: gamma", "after");
  study.select().occasions = {"after"};
  CHECK(word_table(study, {}) == Table{{"gamma", 1, 1}});
  study.select() = {};
  study.select().participants = {study.participant_id("Mia")};
  CHECK(word_table(study, {}) == Table{{"beta", 1, 1}});
  study.select() = {};
  study.select().codes = {study.code_id("first")};
  CHECK(word_table(study, {}) == Table{{"alpha", 1, 1}});
}

TEST_CASE("one very large source is counted exactly") {
#ifdef NDEBUG
  constexpr std::size_t size = 30'000'000;
#else
  constexpr std::size_t size = 5'000'000;  // without optimisation the walk is slow
#endif
  const std::string round = "So I take a deep breath, don’t I (laughs) and a café later breathe. ";
  const std::size_t rounds = size / round.size();
  std::string text = "Ben: ";
  for (std::size_t i = 0; i < rounds; ++i) text += round;
  text += "end";
  MemoryCorpus study;
  study.add_source("Large", text);
  analysis::WordTableOptions options;
  options.top = 4;
  CHECK(
      word_table(study, options) ==
      Table{{"a", 1, 2 * rounds}, {"i", 1, 2 * rounds}, {"and", 1, rounds}, {"breath", 1, rounds}});
}

namespace {

/// More text than one thread counts alone, in sources of several sizes and with people who return.
void many_sources(MemoryCorpus& study, std::size_t sources) {
  for (std::size_t i = 0; i < sources; ++i) {
    std::string lines;
    for (std::size_t turn = 0; turn < 40; ++turn) {
      lines += "P" + std::to_string((i * 7 + turn % 3) % 50) + ": ";
      for (std::size_t word = 0; word < 100 + i % 60; ++word) {
        lines += "word" + std::to_string((i * turn + word * word) % 997) + " don’t ";
      }
      lines += '\n';
    }
    study.add_source("S" + std::to_string(i), lines);
  }
}

}  // namespace

TEST_CASE("a corpus for two threads is counted as its sources are one by one") {
  MemoryCorpus study;
  many_sources(study, 80);
  const Table whole = word_table(study, {});
  CHECK(word_table(study, {}) == whole);
  std::map<std::string, std::size_t> frequencies;
  for (std::int64_t source = 1; source <= 80; ++source) {
    study.select().sources = {model::SourceId{source}};
    for (const TermCount& row : word_table(study, {})) frequencies[row.term] += row.frequency;
  }
  study.select() = {};
  std::map<std::string, std::size_t> participants;
  for (const auto& participant : study.participants()) {
    study.select().participants = {participant.id};
    for (const TermCount& row : word_table(study, {})) ++participants[row.term];
  }
  REQUIRE(whole.size() == frequencies.size());
  for (const TermCount& row : whole) {
    CAPTURE(row.term);
    CHECK(row.frequency == frequencies[row.term]);
    CHECK(row.participants == participants[row.term]);
  }
}

TEST_CASE("of several faulty sources the first one's error is thrown, whichever thread meets it") {
  for (int round = 0; round < 10; ++round) {
    MemoryCorpus study;
    many_sources(study, 60);
    study.source("S55").source.language = "xx";
    study.source("S56").source.language = "yy";
    study.source("S57").source.language = "zz";
    analysis::WordTableOptions options;
    options.by_stem = true;
    CHECK_THROWS_WITH(word_table(study, options), Catch::Contains("xx"));
  }
}
