#include "themata/analysis/term_matcher.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "term_notation.hpp"
#include "themata/error.hpp"

using namespace themata;
using analysis::matches_wildcards;
using analysis::TermMatcher;
using test::family;
using test::MemoryCorpus;

namespace {

using Texts = std::vector<std::string>;

/// The hits of one family in the last source's text, in order.
Texts hits(MemoryCorpus& study, const Texts& patterns) {
  TermMatcher matcher({family("f", patterns)}, study.codebook());
  Texts found;
  model::SourceData source;
  study.rewind();
  while (study.next(source)) {
    for (const auto& hit : matcher.find(source, study.selection())) {
      found.emplace_back(text::slice(source.text, hit.range));
    }
  }
  return found;
}

Texts hits_in(const std::string& said, const Texts& patterns) {
  MemoryCorpus study;
  study.add_source("One", "Ben: " + said);
  return hits(study, patterns);
}

}  // namespace

TEST_CASE("a star stands for zero or more characters, anywhere and any number of times") {
  CHECK(matches_wildcards("breath*", "breath"));
  CHECK(matches_wildcards("breath*", "breathing"));
  CHECK_FALSE(matches_wildcards("breath*", "abreath"));
  CHECK(matches_wildcards("*connect*", "reconnected"));
  CHECK(matches_wildcards("*connect*", "connect"));
  CHECK(matches_wildcards("b*t*g", "betting"));
  CHECK(matches_wildcards("a*a", "aa"));
  CHECK_FALSE(matches_wildcards("a*a", "a"));
  CHECK(matches_wildcards("*ing", "singing"));
  CHECK(matches_wildcards("**x", "x"));
  CHECK(matches_wildcards("*", ""));
  CHECK_FALSE(matches_wildcards("", "a"));
  CHECK(matches_wildcards("", ""));
  CHECK_FALSE(matches_wildcards("calm", "calmly"));
  CHECK(matches_wildcards("*é*", "café"));
  CHECK_FALSE(matches_wildcards("caf*e", "café"));
}

TEST_CASE("a pattern of many stars takes no time that grows without bound") {
  const std::string word(5'000, 'a');
  CHECK_FALSE(matches_wildcards("*a*a*a*a*a*a*a*a*a*a*b", word));
  CHECK(matches_wildcards("*a*a*a*a*a*a*a*a*a*a*", word));
}

TEST_CASE("a word meets that form only") {
  CHECK(hits_in("Calm, calmly CALM becalm", {"calm"}) == Texts{"Calm", "CALM"});
}

TEST_CASE("a word at the first and the last character of a source is found") {
  MemoryCorpus study;
  auto& source = study.add_source("One", "B: calm is calm");
  source.turns[0].range = text::byte_range(3, 15);
  CHECK(hits(study, {"calm"}) == Texts{"calm", "calm"});
  source.text = "calm is calm";
  source.turns[0].label = text::byte_range(0, 0);
  source.turns[0].range = text::byte_range(0, 12);
  CHECK(hits(study, {"calm"}) == Texts{"calm", "calm"});
}

TEST_CASE("composition and the kind of apostrophe do not matter") {
  CHECK(hits_in("Cafe\u0301 caf\u00E9 cafe", {"caf\u00E9"}) == Texts{"Cafe\u0301", "caf\u00E9"});
  CHECK(hits_in("Cafe\u0301 caf\u00E9 cafe", {"cafe\u0301"}) == Texts{"Cafe\u0301", "caf\u00E9"});
  CHECK(hits_in("Don’t don't dont", {"don't"}) == Texts{"Don’t", "don't"});
  CHECK(hits_in("Don’t don't dont", {"DON’T"}) == Texts{"Don’t", "don't"});
  CHECK(hits_in("Straße STRASSE", {"strasse"}) == Texts{"Straße", "STRASSE"});
}

TEST_CASE("wildcards, stems and forms of one family count a word once") {
  CHECK(hits_in("breath breathing breathe bread", {"breath*", "breath", "*th*", "~breathing"}) ==
        Texts{"breath", "breathing", "breathe"});
}

TEST_CASE("a stem meets every form with the same stem in the source's language") {
  CHECK(hits_in("settle settled settling unsettle", {"~settled"}) ==
        Texts{"settle", "settled", "settling"});
  MemoryCorpus study;
  study.add_source("One", "Ben: häuser haus").source.language = "de";
  CHECK(hits(study, {"~häuser"}).front() == "häuser");
}

TEST_CASE("a stem in a language without a stemmer is an error") {
  MemoryCorpus study;
  study.add_source("One", "Ben: x").source.language = "xx";
  CHECK_THROWS_AS(hits(study, {"~x"}), NotFound);
  CHECK(hits(study, {"x"}) == Texts{"x"});
}

TEST_CASE("each source is stemmed in its own language") {
  MemoryCorpus study;
  study.add_source("One", "Ben: nation nations");
  study.add_source("Two", "Ben: Nation Nationen").source.language = "de";
  CHECK(hits(study, {"~nationen"}) == Texts{"Nation", "Nationen"});
  CHECK(hits(study, {"~nations"}).size() >= 2);
}

TEST_CASE("the words of a phrase are adjacent in one turn") {
  CHECK(hits_in("calm down, calm it down", {"\"calm down\""}) == Texts{"calm down"});
  CHECK(hits_in("calm (laughs) down", {"\"calm down\""}) == Texts{"calm (laughs) down"});
  CHECK(hits_in("Calm… Down", {"\"calm down\""}) == Texts{"Calm… Down"});
  MemoryCorpus study;
  study.add_source("One", "Ben: calm\nBen: down\nInt: calm down");
  CHECK(hits(study, {"\"calm down\""}).empty());
}

TEST_CASE("the words of a phrase may carry stars") {
  CHECK(hits_in("deep breaths, deepest breathing, deep sleep", {"\"deep* breath*\""}) ==
        Texts{"deep breaths", "deepest breathing"});
  CHECK(hits_in("one of us, two of them", {"\"* of *\""}) == Texts{"one of us", "two of them"});
}

TEST_CASE("a phrase that fails half way may begin again within itself") {
  CHECK(hits_in("the the end", {"\"the end\""}) == Texts{"the end"});
  CHECK(hits_in("a a b", {"\"a a b\""}) == Texts{"a a b"});
  CHECK(hits_in("a a a b", {"\"a a b\""}) == Texts{"a a b"});
  CHECK(hits_in("a b a b a c", {"\"a b a c\""}) == Texts{"a b a c"});
}

TEST_CASE("hits do not overlap: from the left, the longest first") {
  CHECK(hits_in("a a a", {"\"a a\""}) == Texts{"a a"});
  CHECK(hits_in("deep breath work", {"breath", "\"deep breath\"", "\"breath work\""}) ==
        Texts{"deep breath"});
  CHECK(hits_in("one two three", {"one", "\"one two\"", "\"one two three\""}) ==
        Texts{"one two three"});
  CHECK(hits_in("one two three", {"\"one two\"", "\"two three\"", "three"}) ==
        Texts{"one two", "three"});
}

TEST_CASE("an excluded pattern takes out what it overlaps") {
  CHECK(hits_in("breath breathe breathtaking", {"breath*", "-breathtaking"}) ==
        Texts{"breath", "breathe"});
  CHECK(hits_in("calm, calm down, calmly", {"calm*", "-\"calm down\""}) == Texts{"calm", "calmly"});
  CHECK(hits_in("settle settled", {"~settle", "-settled"}) == Texts{"settle"});
  CHECK(hits_in("calm", {"calm", "-calm"}).empty());
}

TEST_CASE("what remains when a longer hit is taken out still counts") {
  CHECK(hits_in("breath work place", {"breath", "\"breath work\"", "-\"work place\""}) ==
        Texts{"breath"});
}

TEST_CASE("a code stands for its excerpts, each segment once") {
  MemoryCorpus study;
  study.add_source("One", "Ben: a deep breath, and out\nMia: nothing");
  study.code("Breath", "deep breath", "Ann");
  study.code("Breath", "deep breath", "Bob");
  study.code("Other", "nothing");
  CHECK(hits(study, {"code:\"breath\""}) == Texts{"deep breath"});
  CHECK(hits(study, {"code:\"Breath\"", "deep", "out"}) == Texts{"deep breath", "out"});
  CHECK(hits(study, {"*th*", "-code:\"Breath\""}) == Texts{"nothing"});
  CHECK_THROWS_AS(hits(study, {"code:\"Trust\""}), NotFound);
}

TEST_CASE("excerpts are narrowed by coder, participant and coded text, not by the speech scope") {
  MemoryCorpus study;
  study.add_source("One", "Int: a question\nBen: an answer");
  study.code("Talk", "question", "Ann");
  study.code("Talk", "an answer", "Bob");
  study.code("Whole", "an answer", "Bob");
  CHECK(hits(study, {"code:\"Talk\""}) == Texts{"question", "an answer"});
  study.select().coders = {study.coder_id("Ann")};
  CHECK(hits(study, {"code:\"Talk\""}) == Texts{"question"});
  study.select().coders.reset();
  study.select().participants = {study.participant_id("Ben")};
  CHECK(hits(study, {"code:\"Talk\""}) == Texts{"an answer"});
  study.select().participants.reset();
  study.select().codes = {study.code_id("Whole")};
  CHECK(hits(study, {"code:\"Talk\""}) == Texts{"an answer"});
}

TEST_CASE("words are narrowed by the selection") {
  MemoryCorpus study;
  study.add_source("One", "Int: calm\nBen: calm (calm) is Calm");
  study.code("Is", "is Calm");
  CHECK(hits(study, {"calm"}) == Texts{"calm", "Calm"});
  study.select().codes = {study.code_id("Is")};
  CHECK(hits(study, {"calm"}) == Texts{"Calm"});
  study.select().speech = model::Speech::researchers;
  CHECK(hits(study, {"calm"}).empty());
}

TEST_CASE("families are independent and come in their order") {
  MemoryCorpus study;
  study.add_source("One", "Ben: deep breath\nMia: breath");
  TermMatcher matcher({family("a", {"breath"}), family("b", {"\"deep breath\"", "-mia"}),
                       family("c", {"nothing"}), family("d", {"b*"})},
                      study.codebook());
  const auto found = matcher.find(study.source("One"), study.selection());
  std::vector<std::size_t> families;
  for (const auto& hit : found) families.push_back(hit.family);
  CHECK(families == std::vector<std::size_t>{0, 0, 1, 3, 3});
  CHECK(found[0].turn == 0U);
  CHECK(found[1].turn == 1U);
}

TEST_CASE("an excerpt outside of all turns belongs to no turn") {
  MemoryCorpus study;
  auto& source = study.add_source("One", "Ben: calm");
  study.code_range(source, "Label", text::byte_range(0, 4));
  TermMatcher matcher({family("f", {"code:\"Label\""})}, study.codebook());
  const auto found = matcher.find(source, study.selection());
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].turn);
}

TEST_CASE("a phrase does not reach from one source into the next") {
  MemoryCorpus study;
  study.add_source("One", "Ben: calm");
  study.add_source("Two", "Ben: down");
  CHECK(hits(study, {"\"calm down\""}).empty());
}

TEST_CASE("what is taken out is found in any excerpt, also where no word counts") {
  MemoryCorpus study;
  study.add_source("One", "Ben: a calm sea\nBen: a rough sea");
  study.code("Sea", "a calm sea");
  study.code("Sea", "a rough sea");
  CHECK(hits(study, {"code:\"Sea\"", "-calm"}) == Texts{"a rough sea"});
  CHECK(hits(study, {"code:\"Sea\"", "boat", "-rough"}) == Texts{"a calm sea"});
}

TEST_CASE("a hit that is left out does not count, and its place is no other's") {
  MemoryCorpus study;
  const model::SourceId one = study.add_source("One", "Ben: safe and safe").source.id;
  auto safe = family("safe", {"safe"});
  safe.left_out = {{one, text::byte_range(14, 18)}, {one, text::byte_range(5, 8)}};
  TermMatcher matcher({safe, family("also", {"safe"})}, study.codebook());
  model::SourceData source;
  study.rewind();
  REQUIRE(study.next(source));
  std::vector<std::size_t> of_family(2);
  for (const auto& hit : matcher.find(source, study.selection())) ++of_family[hit.family];
  CHECK(of_family == std::vector<std::size_t>{1, 2});
}
