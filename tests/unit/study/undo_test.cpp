#include "themata/study/undo.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/pseudonymise.hpp"
#include "themata/study/sources.hpp"
#include "themata/study/withdraw.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;

namespace {

std::vector<std::string> code_names(Project& project) {
  std::vector<std::string> names;
  const model::Codebook book = codebook(project);
  for (const model::Code& code : book.codes()) names.push_back(code.name);
  return names;
}

std::int64_t last_change(Project& project) { return log_entries(project).back().id; }

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the last command is taken back, and done again", "[undo]") {
  test::TemporaryStudy study;
  Project& project = study.project();
  add_code(project, "Hope", "", std::nullopt);
  add_code(project, "Fear", "", std::nullopt);
  undo(project, next_undone(project, 1));
  CHECK(code_names(project) == Names{"Hope"});
  undo(project, next_undone(project, 1));
  CHECK(code_names(project).empty());
  redo(project, next_redone(project, 2));
  CHECK(code_names(project) == Names{"Hope", "Fear"});
}

TEST_CASE("undo and redo are in the log, and are not undone themselves", "[undo]") {
  test::TemporaryStudy study;
  Project& project = study.project();
  add_code(project, "Hope", "", std::nullopt);
  undo(project, next_undone(project, 1));
  const auto log = log_entries(project);
  REQUIRE(log.size() == 2);
  CHECK(log[1].command == "undo");
  CHECK(log[1].summary == "change 1 (code add: Hope)");
  CHECK(log[1].targets == std::vector<std::int64_t>{1});
  CHECK(test::refused<Conflict>(study, [&] { next_undone(project, 1); }) ==
        "there is nothing to undo");
}

TEST_CASE("a new command ends redo", "[undo]") {
  test::TemporaryStudy study;
  Project& project = study.project();
  add_code(project, "Hope", "", std::nullopt);
  undo(project, next_undone(project, 1));
  add_code(project, "Fear", "", std::nullopt);
  CHECK(test::refused<Conflict>(study, [&] { next_redone(project, 1); }) ==
        "there is nothing to redo");
}

TEST_CASE("more than there is cannot be taken back", "[undo]") {
  test::TemporaryStudy study;
  Project& project = study.project();
  add_code(project, "Hope", "", std::nullopt);
  CHECK(test::refused<Conflict>(study, [&] { next_undone(project, 2); }) ==
        "there is 1 command to undo, not 2");
}

TEST_CASE("what was shown is taken back, not what another coder did since", "[undo]") {
  test::TemporaryStudy study;
  Project& project = study.project();
  add_code(project, "Hope", "", std::nullopt);
  const auto shown = next_undone(project, 1);
  Project bea = study.as("Bea");
  add_code(bea, "Fear", "", std::nullopt);
  CHECK_THAT(test::refused<Conflict>(study, [&] { undo(project, shown); }),
             Contains("has been changed meanwhile"));
}

TEST_CASE("an earlier command is taken back alone", "[undo]") {
  test::TemporaryStudy study;
  Project& project = study.project();
  add_code(project, "Hope", "", std::nullopt);
  add_code(project, "Fear", "", std::nullopt);
  rename_code(project, "Fear", "Dread");
  undo_only(project, single_undone(project, 1));
  CHECK(code_names(project) == Names{"Dread"});
  CHECK_THAT(test::refused<Conflict>(study, [&] { single_undone(project, 1); }),
             Contains("has been taken back already"));
  undo(project, next_undone(project, 2));
  CHECK(code_names(project).empty());
}

TEST_CASE("what something stands on is not taken back alone", "[undo]") {
  test::SampleStudy study;
  Project& project = study.project();
  add_code(project, "Hope", "", std::nullopt);
  const std::int64_t added = last_change(project);
  SECTION("a coding") { apply_code(project, test::quoted("Hope", "one", "At home I hum")); }
  SECTION("a place in a theme") { assign_codes(project, "Body", {"Hope"}); }
  SECTION("a change of the same value") { rename_code(project, "Hope", "Trust"); }
  const std::int64_t later = last_change(project);
  CHECK_THAT(
      test::refused<Conflict>(study, [&] { undo_only(project, single_undone(project, added)); }),
      Contains("cannot be taken back alone") && Contains("change " + std::to_string(later)));
}

TEST_CASE("a name that another thing has taken since is not given back", "[undo]") {
  test::TemporaryStudy study;
  Project& project = study.project();
  add_code(project, "Hope", "", std::nullopt);
  rename_code(project, "Hope", "Trust");
  add_code(project, "hope", "", std::nullopt);
  CHECK_THAT(test::refused<Conflict>(study, [&] { undo_only(project, single_undone(project, 2)); }),
             Contains("cannot be taken back alone"));
}

TEST_CASE("marks of the history and numbers that are none are not undone", "[undo]") {
  test::TemporaryStudy study;
  Project& project = study.project();
  CHECK_THAT(test::refused<NotFound>(study, [&] { single_undone(project, 7); }),
             Contains("there is no change 7"));
  add_code(project, "Hope", "", std::nullopt);
  undo(project, next_undone(project, 1));
  CHECK_THAT(test::refused<Conflict>(study, [&] { single_undone(project, 2); }),
             Contains("change 2 is an undo, which is not undone itself"));
}

TEST_CASE("what was taken out for good is a barrier", "[undo]") {
  test::SampleStudy study;
  Project& project = study.project();
  withdraw(project, {"Ben", std::nullopt, false});
  CHECK_THAT(test::refused<Conflict>(study, [&] { next_undone(project, 1); }),
             Contains("participant withdraw") && Contains("cannot be taken back"));
  add_code(project, "Hope", "", std::nullopt);
  undo(project, next_undone(project, 1));
  CHECK_THAT(test::refused<Conflict>(study, [&] { single_undone(project, 1); }),
             Contains("cannot be taken back"));
}
