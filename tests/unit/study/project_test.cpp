#include "themata/study/project.hpp"

#include <filesystem>

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "support/temporary_study.hpp"
#include "themata/study/analyses.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using themata::test::TemporaryStudy;

TEST_CASE("a new study has the settings it was given, and a GUID", "[project]") {
  TemporaryStudy study;
  const model::StudyInfo info = study_info(study.project());
  CHECK(info.title == "Letters home");
  CHECK(info.approach == model::Approach::reflexive);
  CHECK(info.language == "en");
  CHECK(info.guid == "00000000-0000-4000-8000-000000000001");
  CHECK(coder_names(study.project()).empty());
  CHECK(log_entries(study.project()).empty());
}

TEST_CASE("the same commands make the same file", "[project]") {
  TemporaryStudy one;
  TemporaryStudy other;
  for (TemporaryStudy* study : {&one, &other}) {
    study->import("ben.txt", "I: How?\nP: So.\nI: And?\nP: Thus.\n");
  }
  CHECK((one.bytes() == other.bytes()));
}

TEST_CASE("a study is not made over a file", "[project]") {
  TemporaryStudy study;
  test::refused<Conflict>(study, [&] {
    Project::create(study.file(), {"", "Another", {}, "en"}, study.project().environment());
  });
  CHECK(study_info(study.project()).title == "Letters home");
}

TEST_CASE("a language that is none is refused, and no file is made", "[project]") {
  TemporaryStudy study;
  const auto path = study.folder().path() / "new.themata";
  const model::StudyInfo info{"", "New", {}, "no language"};
  CHECK_THROWS_WITH(Project::create(path, info, study.project().environment()),
                    "\"no language\" is no language tag; write one such as en, de or pt-BR");
  CHECK_FALSE(std::filesystem::exists(path));

  model::StudyInfo changed = study_info(study.project());
  changed.language = "e";
  CHECK_THAT(test::refused<InputError>(study, [&] { set_study_info(study.project(), changed); }),
             Contains("\"e\" is no language tag"));
}

TEST_CASE("the settings can be changed, which is logged", "[project]") {
  TemporaryStudy study;
  model::StudyInfo info = study_info(study.project());
  info.title = "Letters from home";
  info.approach = model::Approach::coding_reliability;
  info.language = "de";
  CHECK(set_study_info(study.project(), info));
  const model::StudyInfo after = study_info(study.project());
  CHECK(after.title == "Letters from home");
  CHECK(after.approach == model::Approach::coding_reliability);
  CHECK(after.language == "de");
  const auto log = log_entries(study.project());
  REQUIRE(log.size() == 1);
  CHECK(log[0].time == TemporaryStudy::now);
  CHECK(log[0].coder == "Ada");
  CHECK(log[0].command == "study set");
  CHECK(log[0].summary == "title Letters from home, approach coding-reliability, language de");
}

TEST_CASE("settings that are so already change nothing", "[project]") {
  TemporaryStudy study;
  const model::StudyInfo info = study_info(study.project());
  CHECK_FALSE(test::unchanged(study, [&] { return set_study_info(study.project(), info); }));
}

TEST_CASE("a study opened to read gives what it holds", "[project]") {
  TemporaryStudy study;
  Project reader =
      Project::open(study.file(), Project::Access::read, study.project().environment());
  CHECK(study_info(reader).title == "Letters home");
  test::refused<StoreError>(study, [&] { set_study_info(reader, {"", "Other", {}, "en"}); });
}

TEST_CASE("coders are named in order of appearance", "[project]") {
  TemporaryStudy study("Zoë");
  study.import("one.txt", "Some words.");
  Project ada = study.as("Ada");
  model::StudyInfo info = study_info(ada);
  info.title = "Another";
  set_study_info(ada, info);
  CHECK(coder_names(ada) == std::vector<std::string>{"Zoë", "Ada"});
}
