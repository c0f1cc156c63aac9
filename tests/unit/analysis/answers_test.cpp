#include "themata/analysis/answers.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;
using analysis::Answer;
using test::MemoryCorpus;

namespace {

const std::vector<std::string> schedule = {"What were you hoping for from the group?",
                                           "How was the ending?"};

std::vector<Answer> answers(MemoryCorpus& study) {
  std::vector<Answer> found;
  analysis::list_answers(study, schedule, [&](const Answer& one) { found.push_back(one); });
  return found;
}

}  // namespace

TEST_CASE("an answer goes from a question to the next one, over prompts") {
  MemoryCorpus study;
  study.add_source("One",
                   "Int: So, what had you hoped for, from this group?\nBen: Peace (laughs).\n"
                   "Int: Go on?\nBen: And quiet.\nInt: And the ending, how was that?\nBen: Sad.");
  const auto found = answers(study);
  REQUIRE(found.size() == 2);
  CHECK(found[0].question == 0);
  CHECK(found[0].turn == 1);
  CHECK(found[0].text == "Peace (laughs).\nAnd quiet.");
  CHECK(found[0].words == 3);
  CHECK(found[0].participants == std::vector<std::string>{"Ben"});
  CHECK(found[1].question == 1);
  CHECK(found[1].text == "Sad.");
}

TEST_CASE("what is said before any question of the schedule has no number") {
  MemoryCorpus study;
  study.add_source("One", "Int: Shall we?\nBen: Yes.\nInt: How was the ending?\nMia: Good.");
  const auto found = answers(study);
  REQUIRE(found.size() == 2);
  CHECK_FALSE(found[0].question);
  CHECK(found[0].text == "Yes.");
  CHECK(found[1].question == 1);
}

TEST_CASE("one word in common is no question, and other people's words no answer") {
  MemoryCorpus study;
  study.add_source("One", "Int: Was the group big?\nAll: Yes.\nInt: How was the ending?\nAll: Ha.");
  const auto found = answers(study);
  REQUIRE(found.size() == 1);
  CHECK(found[0].question == 1);
  CHECK(found[0].text.empty());
}

TEST_CASE("a source that is an answer is one as a whole, and a selection narrows who answers") {
  MemoryCorpus study;
  auto& source = study.add_source("One", "Ben: Sad.\nMia: Glad.");
  source.source.details = {{"question", "How was the ending?"}};
  study.select().participants = {study.participant_id("Mia")};
  const auto found = answers(study);
  REQUIRE(found.size() == 1);
  CHECK(found[0].question == 1);
  CHECK(found[0].turn == 0);
  CHECK(found[0].text == "Glad.");
}

TEST_CASE("times are in no answer and in no question") {
  MemoryCorpus study;
  auto& source = study.add_source("One", "Int: [1] How was the ending?\nBen: Sad [2] it was.");
  for (auto& aside : source.asides) aside.kind = model::AsideKind::timestamp;
  const auto found = answers(study);
  REQUIRE(found.size() == 1);
  CHECK(found[0].asked == "How was the ending?");
  CHECK(found[0].text == "Sad  it was.");
}
