#include <catch2/catch.hpp>

#include "random_commands.hpp"
#include "support/recorded_rows.hpp"
#include "themata/study/undo.hpp"
#include "themata/study/verify.hpp"

using namespace themata;
using namespace themata::study;
using themata::store::test::recorded_rows;

namespace {

using Commands = test::RandomCommands;
using Rows = std::vector<std::string>;

std::size_t in_effect(Project& project) {
  return store::undo_stacks(store::log_entries(project.database())).done.size();
}

void check_is_whole(Project& project) {
  study::verify(project, {[](const Defect& defect) { FAIL_CHECK(defect.what); }, {}});
}

}  // namespace

TEST_CASE("whatever was done, undoing it all gives the first study, redoing it the last",
          "[undo][property]") {
  const unsigned seed = GENERATE(range(1U, 25U));
  CAPTURE(seed);
  test::SampleStudy study;
  Project& project = study.project();
  const Rows first = recorded_rows(project.database());
  const std::size_t before = in_effect(project);
  Commands commands(study, seed);
  for (int i = 0; i < 40; ++i) commands.give();
  const Rows last = recorded_rows(project.database());
  const std::size_t given = in_effect(project) - before;
  REQUIRE(given > 10);
  undo(project, next_undone(project, given));
  CHECK(recorded_rows(project.database()) == first);
  redo(project, next_redone(project, given));
  CHECK(recorded_rows(project.database()) == last);
  check_is_whole(project);
}

TEST_CASE("undo and redo between commands, and of single ones, leave a way back to the first study",
          "[undo][property]") {
  const unsigned seed = GENERATE(range(100U, 120U));
  CAPTURE(seed);
  test::SampleStudy study;
  Project& project = study.project();
  const Rows first = recorded_rows(project.database());
  const std::size_t before = in_effect(project);
  Commands commands(study, seed);
  for (int i = 0; i < 60; ++i) {
    const std::size_t given = in_effect(project) - before;
    const std::size_t what = commands.pick(5);
    try {
      if (what == 0 && given > 1) {
        undo(project, next_undone(project, 1 + commands.pick(2)));
      } else if (what == 1) {
        redo(project, next_redone(project, 1));
      } else if (what == 2 && given > 0) {
        const auto done = store::undo_stacks(store::log_entries(project.database())).done;
        undo_only(project, single_undone(project, done.at(before + commands.pick(given))));
      } else {
        commands.give();
      }
    } catch (const Conflict&) {  // nothing to redo, or something stands on it
    }
    check_is_whole(project);
  }
  if (const std::size_t left = in_effect(project) - before; left > 0) {
    undo(project, next_undone(project, left));
  }
  CHECK(recorded_rows(project.database()) == first);
  CHECK(verify_undo(project, {[](const Defect& defect) { FAIL_CHECK(defect.what); }, {}}) > 0);
}

TEST_CASE("the commands given at random are given indeed", "[undo][property]") {
  test::SampleStudy study;
  Commands commands(study, 7);
  for (int i = 0; i < 400; ++i) commands.give();
  CHECK(commands.refused() < 300);
  CHECK(commands.annotated() > 0);
}
