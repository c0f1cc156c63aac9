#include "themata/analysis/spoken_words.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;
using analysis::SpokenWords;
using test::MemoryCorpus;

namespace {

using Words = std::vector<std::string>;

/// One by one, and by runs, which must come to the same.
Words words_of(MemoryCorpus& study) {
  SpokenWords words;
  model::SourceData source;
  Words found;
  Words by_runs;
  std::vector<std::size_t> turns;
  std::vector<std::size_t> turns_of_runs;
  study.rewind();
  while (study.next(source)) {
    words.start(source, study.selection());
    while (const auto word = words.next()) {
      found.emplace_back(text::slice(source.text, word->range));
      turns.push_back(word->turn);
    }
    words.start(source, study.selection());
    for (auto run = words.next_run(); !run.empty(); run = words.next_run()) {
      for (const text::TextRange word : run) by_runs.emplace_back(text::slice(source.text, word));
      turns_of_runs.resize(by_runs.size(), words.turn());
    }
  }
  CHECK(by_runs == found);
  CHECK(turns_of_runs == turns);
  return found;
}

/// "word@turn.position", to see neighbours.
Words places_of(MemoryCorpus& study) {
  SpokenWords words;
  model::SourceData source;
  study.rewind();
  study.next(source);
  words.start(source, study.selection());
  Words found;
  while (const auto word = words.next()) {
    found.push_back(std::string(text::slice(source.text, word->range)) + '@' +
                    std::to_string(word->turn) + '.' + std::to_string(word->position));
  }
  return found;
}

MemoryCorpus group() {
  MemoryCorpus study;
  study.add_source("Group",
                   "-: title\nInt: question\nBen: one two\nAll: choir\nMia: three\nBen: four");
  return study;
}

}  // namespace

TEST_CASE("participants' words are counted, and labels are not") {
  MemoryCorpus study = group();
  CHECK(words_of(study) == Words{"one", "two", "three", "four"});
}

TEST_CASE("the speech scope says whose words are counted") {
  MemoryCorpus study = group();
  study.select().speech = model::Speech::researchers;
  CHECK(words_of(study) == Words{"question"});
  study.select().speech = model::Speech::all;
  CHECK(words_of(study) == Words{"title", "question", "one", "two", "choir", "three", "four"});
}

TEST_CASE("where participants are selected only their turns count, whatever the scope") {
  MemoryCorpus study = group();
  study.select().participants = {study.participant_id("Ben")};
  CHECK(words_of(study) == Words{"one", "two", "four"});
  study.select().speech = model::Speech::all;
  CHECK(words_of(study) == Words{"one", "two", "four"});
  study.select().speech = model::Speech::researchers;
  CHECK(words_of(study).empty());
  study.select().participants.emplace();
  study.select().speech = model::Speech::all;
  CHECK(words_of(study).empty());
}

TEST_CASE("a turn is counted as its words are") {
  MemoryCorpus study = group();
  const model::SourceData& source = study.source("Group");
  CHECK(analysis::is_counted(source, source.turns[2], study.selection()));
  CHECK_FALSE(analysis::is_counted(source, source.turns[0], study.selection()));
  CHECK_FALSE(analysis::is_counted(source, source.turns[1], study.selection()));
}

TEST_CASE("words in asides are not counted, unless the aside is speech") {
  MemoryCorpus study;
  auto& source =
      study.add_source("One", "Ben: (laughs) calm [she means Anna] and {mm} down (pause)");
  CHECK(words_of(study) == Words{"calm", "and", "down"});
  source.asides[1].kind = model::AsideKind::speech;
  CHECK(words_of(study) == Words{"calm", "she", "means", "Anna", "and", "down"});
}

TEST_CASE("a word that only reaches into an aside is counted") {
  MemoryCorpus study;
  auto& source = study.add_source("One", "Ben: unknown place");
  source.asides = {{text::byte_range(5, 7), model::AsideKind::note},
                   {text::byte_range(13, 18), model::AsideKind::note}};
  CHECK(words_of(study) == Words{"unknown"});
}

TEST_CASE("notes do not part neighbours, turns do") {
  MemoryCorpus study;
  study.add_source("One", "Ben: calm (laughs) down\nInt: mm\nBen: now");
  CHECK(places_of(study) == Words{"calm@0.0", "down@0.1", "now@2.0"});
}

TEST_CASE("only words wholly inside coded text are counted where that is asked for") {
  MemoryCorpus study;
  study.add_source("One", "Ben: take a deep breath and hold\nBen: nothing here\nBen: then out");
  study.code("breath", "deep brea");
  study.code("out", "then out");
  study.select().codes = {study.code_id("breath")};
  CHECK(words_of(study) == Words{"deep"});
  study.select().codes->push_back(study.code_id("out"));
  CHECK(words_of(study) == Words{"deep", "then", "out"});
  study.code("breath", "nothing", "Bob");
  study.select().coders = {study.coder_id("Bob")};
  CHECK(words_of(study) == Words{"nothing"});
  study.select().codes.reset();  // a coder alone: whatever that coder coded
  CHECK(words_of(study) == Words{"nothing"});
  study.select().coders.reset();
  CHECK(words_of(study).size() == 10);
}

TEST_CASE("a word is inside coded text that several codings cover together") {
  MemoryCorpus study;
  study.add_source("One", "Ben: breathing");
  study.code("a", "breat");
  study.code("b", "thing");
  study.select().codes = {study.code_id("a"), study.code_id("b")};
  CHECK(words_of(study) == Words{"breathing"});
  study.select().codes = {study.code_id("b")};
  CHECK(words_of(study).empty());
}

TEST_CASE("positions count what is said between coded words") {
  MemoryCorpus study;
  study.add_source("One", "Ben: one two three");
  study.code("a", "one");
  study.code("a", "three");
  study.select().codes = {study.code_id("a")};
  CHECK(places_of(study) == Words{"one@0.0", "three@0.2"});
}

TEST_CASE("a walk can begin again, and a source without turns has no words") {
  MemoryCorpus study = group();
  SpokenWords words;
  words.start(study.source("Group"), study.selection());
  REQUIRE(words.next());
  const model::SourceData empty;
  words.start(empty, study.selection());
  CHECK_FALSE(words.next());
  CHECK_FALSE(words.next());
  words.start(study.source("Group"), study.selection());
  CHECK(words.next()->turn == 2);
}
