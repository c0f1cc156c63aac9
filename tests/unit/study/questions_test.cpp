#include "themata/study/questions.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/undo.hpp"

using namespace themata;
using namespace themata::study;

TEST_CASE("a schedule is read without its numbers, and takes the place of another", "[questions]") {
  test::SampleStudy study;
  Project& project = study.project();
  CHECK(import_questions(project, study.write("q.txt",
                                              "# draft\n1. How do you breathe?\n\n2) At home?\r\n"
                                              "- What helps?\n3 times a day?\n")) == 4);
  CHECK(questions(project) ==
        test::Names{"How do you breathe?", "At home?", "What helps?", "3 times a day?"});
  import_questions(project, study.write("r.txt", "What helps?"));
  CHECK(questions(project) == test::Names{"What helps?"});
  undo(project, next_undone(project, 1));
  CHECK(questions(project).size() == 4);
  const std::string empty = study.write("e.txt", "# nothing\n");
  test::refused<InputError>(study, [&] { import_questions(project, empty); });
}

TEST_CASE("answers come by question, then by source", "[questions]") {
  test::SampleStudy study;
  Project& project = study.project();
  import_questions(project, study.write("q.txt", "What helps?\nHow do you breathe?\n"));
  const auto found = answers(project, {});
  REQUIRE(found.size() >= 2);
  CHECK(found[0].question == 0);
  CHECK(found[0].source == "two");
  CHECK(found[1].question == 1);
  CHECK(found[1].source == "one");
  CHECK(found[1].text.find("I breathe slowly") == 0);
}

TEST_CASE("without a schedule, a survey's questions are taken", "[questions]") {
  test::SampleStudy study;
  CHECK(questions(study.project()).empty());
}
