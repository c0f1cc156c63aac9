#include "themata/analysis/excerpts.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;
using analysis::Excerpt;
using test::MemoryCorpus;

namespace {

std::vector<Excerpt> excerpts_of(MemoryCorpus& study) {
  std::vector<Excerpt> found;
  analysis::list_excerpts(study, [&](const Excerpt& excerpt) { found.push_back(excerpt); });
  return found;
}

std::vector<std::string> texts_of(MemoryCorpus& study) {
  std::vector<std::string> texts;
  for (const Excerpt& excerpt : excerpts_of(study)) texts.push_back(excerpt.text);
  return texts;
}

using Texts = std::vector<std::string>;

MemoryCorpus sample() {
  MemoryCorpus study;
  study.add_source("One", "Int: Zoë, and?\nBen: a deep breath\nMia: yes", "week 1");
  study.code("breath", "deep breath\nMia: yes", "Ann");
  study.code("ask", "and?", "Bob");
  study.add_source("Two", "Mia: calm");
  study.code("calm", "calm", "Ann");
  study.add_theme("Body", {});
  study.add_theme("Air", {"breath"}, "Body");
  study.add_theme("Others", {"breath", "ask"});
  return study;
}

}  // namespace

TEST_CASE("an excerpt has the time of the turn in which it begins") {
  MemoryCorpus study = sample();
  study.source("One").turns[1].started = std::chrono::milliseconds{1500};
  const auto found = excerpts_of(study);
  CHECK(found[0].started == std::nullopt);
  CHECK(found[1].started == std::chrono::milliseconds{1500});
}

TEST_CASE("an excerpt carries all that its reader needs") {
  MemoryCorpus study = sample();
  const auto found = excerpts_of(study);
  REQUIRE(found.size() == 3);
  CHECK(found[0].text == "and?");
  CHECK(found[0].participants.empty());
  CHECK(found[0].themes == "Others");
  const Excerpt& breath = found[1];
  CHECK(breath.id == model::CodingId{1});
  CHECK(breath.code_id == study.code_id("breath"));
  CHECK(breath.source == "One");
  CHECK(breath.occasion == "week 1");
  CHECK(breath.participants == Texts{"Ben", "Mia"});
  CHECK(breath.range == text::CodePointRange{text::CodePointOffset{22}, text::CodePointOffset{42}});
  CHECK(breath.code == "breath");
  CHECK(breath.themes == "Body / Air; Others");
  CHECK(breath.coder == "Ann");
  CHECK(breath.text == "deep breath\nMia: yes");
  CHECK(found[2].themes.empty());
  CHECK(found[2].occasion.empty());
}

TEST_CASE("excerpts are narrowed by coder, code, participant and source") {
  MemoryCorpus study = sample();
  study.select().coders = {study.coder_id("Bob")};
  CHECK(texts_of(study) == Texts{"and?"});
  study.select() = {};
  study.select().codes = {study.code_id("calm")};
  CHECK(texts_of(study) == Texts{"calm"});
  study.select() = {};
  study.select().participants = {study.participant_id("Mia")};
  CHECK(texts_of(study) == Texts{"deep breath\nMia: yes", "calm"});
  study.select() = {};
  study.select().occasions = {""};
  CHECK(texts_of(study) == Texts{"calm"});
}

TEST_CASE("the speech scope hides no excerpt") {
  MemoryCorpus study = sample();
  study.select().speech = model::Speech::participants;
  CHECK(texts_of(study).size() == 3);
}

TEST_CASE("two coders on one segment are two rows") {
  MemoryCorpus study;
  study.add_source("One", "Ben: calm");
  study.code("calm", "calm", "Ann");
  study.code("calm", "calm", "Bob");
  CHECK(texts_of(study) == Texts{"calm", "calm"});
}
