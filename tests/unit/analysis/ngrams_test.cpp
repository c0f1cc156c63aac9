#include "themata/analysis/ngrams.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;
using test::MemoryCorpus;

namespace {

using Runs = std::vector<std::string>;

/// The runs of the only source, in order.
Runs runs_of(MemoryCorpus& study, std::size_t length,
             const analysis::WordTermOptions& options = {}) {
  analysis::WordTerms terms(options);
  analysis::Ngrams ngrams(length);
  analysis::SpokenWords words;
  model::SourceData source;
  study.rewind();
  Runs runs;
  while (study.next(source)) {
    terms.set_language("en");
    ngrams.start(source);
    words.start(source, study.selection());
    while (const auto word = words.next()) {
      const auto term = terms.term_of(text::slice(source.text, word->range));
      if (const auto run = ngrams.add(*word, term, terms)) {
        runs.emplace_back(ngrams.string(*run));
      }
    }
  }
  return runs;
}

Runs runs_of(const char* lines, std::size_t length, const analysis::WordTermOptions& options = {}) {
  MemoryCorpus study;
  study.add_source("One", lines);
  return runs_of(study, length, options);
}

}  // namespace

TEST_CASE("runs are words that follow each other, folded") {
  CHECK(runs_of("Ben: A calm, DEEP breath", 2) == Runs{"a calm", "calm deep", "deep breath"});
  CHECK(runs_of("Ben: A calm, deep breath", 4) == Runs{"a calm deep breath"});
  CHECK(runs_of("Ben: A calm, deep breath", 5).empty());
  CHECK(runs_of("Ben: no no no", 2) == Runs{"no no", "no no"});
}

TEST_CASE("no run goes on in another turn, source, or behind an aside") {
  CHECK(runs_of("Ben: one two\nBen: three four\nInt: five six", 2) ==
        Runs{"one two", "three four"});
  CHECK(runs_of("Ben: one (laughs) two three [she] four", 2) == Runs{"two three"});
  CHECK(runs_of("Ben: one two(x) three", 2) == Runs{"one two"});
  MemoryCorpus study;
  study.add_source("One", "Ben: one");
  study.add_source("Two", "Ben: two three");
  CHECK(runs_of(study, 2) == Runs{"two three"});
}

TEST_CASE("a bracket that is speech does not part its neighbours") {
  MemoryCorpus study;
  study.add_source("One", "Ben: one (two) three").asides[0].kind = model::AsideKind::speech;
  CHECK(runs_of(study, 3) == Runs{"one two three"});
}

TEST_CASE("a word that is left out parts its neighbours; stems are joined") {
  analysis::WordTermOptions options;
  options.without_function_words = true;
  options.by_stem = true;
  CHECK(runs_of("Ben: deep breathing and slow breathing exercises", 2, options) ==
        Runs{"deep breath", "slow breath", "breath exercis"});
}

TEST_CASE("words that are not in the coded text part their neighbours") {
  MemoryCorpus study;
  study.add_source("One", "Ben: one two three four");
  study.code("a", "one two");
  study.code("a", "four");
  study.select().codes = {study.code_id("a")};
  CHECK(runs_of(study, 2) == Runs{"one two"});
}
