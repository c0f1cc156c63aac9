/// Who is found by an import: the part on which every count of participants stands.
#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/import.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;
using test::participants_of;
using test::speakers_of;
using themata::test::TemporaryStudy;

namespace {

const std::string generic = "I: How was it?\nP: So so.\nI: And then?\nP: Well.\n";

/// Ben and Ann, each twice.
const std::string two_named = "Ben: Yes.\nAnn: No.\nBen: Yes.\nAnn: No.\n";

/// Cleo and Dan are labels; Ben is one only if he is known.
const std::string with_look_alike =
    "Cleo: Hello.\nDan: Hm.\nCleo: And you?\nBen: me too\nDan: Hm.\n";

ImportReport import_files(TemporaryStudy& study,
                          const std::vector<std::pair<std::string, std::string>>& files) {
  ImportRequest request;
  for (const auto& [name, text] : files) request.paths.push_back(study.write(name, text));
  return import_sources(study.project(), request);
}

Names told_of(const ImportedFile& file) {
  Names messages;
  for (const ingest::Diagnostic& diagnostic : file.diagnostics) {
    messages.push_back(std::to_string(diagnostic.line) + ": " + diagnostic.message);
  }
  return messages;
}

}  // namespace

TEST_CASE("one generic label in each of nine files is nine participants", "[import][speakers]") {
  TemporaryStudy study;
  std::vector<std::pair<std::string, std::string>> files;
  Names names;
  for (char number = '1'; number <= '9'; ++number) {
    names.push_back(std::string("interview ") + number);
    files.emplace_back(names.back() + ".txt", generic + number);
  }
  const ImportReport report = import_files(study, files);
  CHECK(participants_of(study.project()) == names);
  CHECK(report.joined.empty());
}

TEST_CASE("a single generic label is the participant of the option, else of the stem",
          "[import][speakers]") {
  TemporaryStudy study;
  ImportRequest request;
  request.participant = "Joanne";
  const ImportReport report = study.import("one.txt", generic, request);
  CHECK(report.files[0].speakers[1].generic);
  study.import("two.txt", generic + "I: Two?\n");
  CHECK(speakers_of(study.project()) == Names{"one|I|researcher|", "one|P|participant|Joanne",
                                              "two|I|researcher|", "two|P|participant|two"});
}

TEST_CASE("several generic labels in a file are several participants of the file",
          "[import][speakers]") {
  TemporaryStudy study;
  ImportRequest request;
  request.participant = "Joanne";  // who of them would she be?
  study.import("group.txt", "I: Who?\nP1: I.\nP2: And I.\nI: Yes?\nP1: Yes.\nP2: Yes.\n", request);
  CHECK(speakers_of(study.project()) == Names{"group|I|researcher|",
                                              "group|P1|participant|group P1",
                                              "group|P2|participant|group P2"});
}

TEST_CASE("a file without labels is one turn of one participant", "[import][speakers]") {
  TemporaryStudy study;
  study.import("diary.txt", "A quiet day.\nI slept.\n");
  ImportRequest request;
  request.participant = "Joanne";
  const ImportReport report = study.import("letter.txt", "Dear all.\n", request);
  CHECK(report.files[0].speakers[0].participant == "Joanne");
  CHECK(report.files[0].speakers[0].turns == 1);
  CHECK(report.files[0].speakers[0].words == 2);
  CHECK(speakers_of(study.project()) ==
        Names{"diary|diary|participant|diary", "letter|Joanne|participant|Joanne"});
}

TEST_CASE("a name is the same person in every file, and that is told", "[import][speakers]") {
  TemporaryStudy study;
  ImportReport report = import_files(
      study, {{"one.txt", two_named}, {"two.txt", "BEN: Yes.\nEve: No.\nBEN: Yes.\nEve: No.\n"}});
  CHECK(participants_of(study.project()) == Names{"Ben", "Ann", "Eve"});
  REQUIRE(report.joined.size() == 1);
  CHECK(report.joined[0].name == "Ben");
  CHECK(report.joined[0].sources == Names{"one", "two"});

  report = study.import("three.txt", "Ann: Oh.\nInt: Hm.\nAnn: Oh.\nInt: Hm.\n");
  REQUIRE(report.joined.size() == 1);  // not Ben, of whom this import brought nothing
  CHECK(report.joined[0].name == "Ann");
  CHECK(report.joined[0].sources == Names{"one", "three"});
}

TEST_CASE("who has two labels in a source is joined from it once", "[import][speakers]") {
  TemporaryStudy study;
  study.import("one.txt", two_named);
  SpeakerRequest request;
  request.label = "Ann";
  request.participant = "Ben";
  set_speaker(study.project(), request);
  const ImportReport report = study.import("two.txt", two_named + "Ben: Oh.\n");
  REQUIRE_FALSE(report.joined.empty());
  CHECK(report.joined[0].name == "Ben");
  CHECK(report.joined[0].sources == Names{"one", "two"});
}

TEST_CASE("a look-alike is a label where an earlier import knows the speaker",
          "[import][speakers]") {
  TemporaryStudy study;
  study.import("one.txt", two_named);
  const ImportReport report = study.import("two.txt", with_look_alike);
  CHECK(report.files[0].speakers.size() == 3);
  CHECK(told_of(report.files[0]).empty());
}

TEST_CASE("a look-alike is a label where an earlier file of the same import knows the speaker",
          "[import][speakers]") {
  TemporaryStudy study;
  const ImportReport report =
      import_files(study, {{"one.txt", two_named}, {"two.txt", with_look_alike}});
  CHECK(report.files[1].speakers.size() == 3);
  CHECK(told_of(report.files[1]).empty());
  CHECK(speakers_of(study.project()) ==
        Names{"one|Ben|participant|Ben", "one|Ann|participant|Ann", "two|Cleo|participant|Cleo",
              "two|Dan|participant|Dan", "two|Ben|participant|Ben"});
  CHECK(list_speakers(study.project())[4].words == 2);
}

TEST_CASE("a look-alike stays speech, and is told, where only a later file knows the speaker",
          "[import][speakers]") {
  TemporaryStudy study;
  const ImportReport report =
      import_files(study, {{"two.txt", with_look_alike}, {"one.txt", two_named}});
  CHECK(report.files[0].speakers.size() == 2);
  CHECK(told_of(report.files[0]) ==
        Names{"4: \"Ben:\" looks like a label but was read as speech; use \"source turns\" if it "
              "is one"});
}

TEST_CASE("one import of many files is as many imports of one", "[import][speakers]") {
  TemporaryStudy together;
  TemporaryStudy apart;
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.txt", two_named},
      {"b.txt", with_look_alike},
      {"c.txt", generic},
      {"d.txt", "I: Hm?\nEve: Yes.\nI: And Dan?\nDan: no\nEve: Yes.\n"},
      {"e.txt", "Anyway: we did the breathe, and Eve: she laughed.\nThat is all.\n"}};
  import_files(together, files);
  for (const auto& [name, text] : files) apart.import(name, text);
  CHECK(speakers_of(together.project()) == speakers_of(apart.project()));
  CHECK(participants_of(together.project()) == participants_of(apart.project()));
}

TEST_CASE("a file that fails makes nobody known", "[import][speakers]") {
  TemporaryStudy study;
  (void)study.import("one.txt", "Eve: Oh.\nI: Hm.\nEve: Oh.\n");
  ImportRequest request;
  request.paths = {study.write("sub/one.txt", two_named), study.write("two.txt", with_look_alike)};
  const ImportReport report = import_sources(study.project(), request);
  CHECK(report.files[0].outcome == ImportedFile::Outcome::failed);
  CHECK(report.files[1].speakers.size() == 2);
  CHECK(participants_of(study.project()) == Names{"Eve", "Cleo", "Dan"});
}

TEST_CASE("a role that was chosen for a label holds for later files", "[import][speakers]") {
  TemporaryStudy study;
  study.import("one.txt", two_named);
  SpeakerRequest request;
  request.label = "Ann";
  request.role = model::SpeakerRole::other;
  set_speaker(study.project(), request);
  study.import("two.txt", "Ann: Oh.\nBen: Hm.\nAnn: Oh.\nBen: Hm.\n");
  CHECK(speakers_of(study.project()) == Names{"one|Ben|participant|Ben", "one|Ann|other|",
                                              "two|Ann|other|", "two|Ben|participant|Ben"});
}

TEST_CASE("names that differ by a letter or by signs are told as similar", "[import][speakers]") {
  TemporaryStudy study;
  const ImportReport report = import_files(
      study, {{"one.txt", "Joanne: Yes.\nReece, PsyD: No.\nJoanne: Yes.\nReece, PsyD: No.\n"},
              {"two.txt", "Joanna: Yes.\nReece, Psy.D: No.\nJoanna: Yes.\nReece, Psy.D: No.\n"},
              {"three.txt", "Ann: Yes.\nAnna: No.\nAnn: Yes.\nAnna: No.\n"},
              {"four.txt", "Nurse 1: Yes.\nNurse 2: No.\nNurse 1: Yes.\nNurse 2: No.\n"}});
  CHECK(report.similar == std::vector<std::pair<std::string, std::string>>{
                              {"Joanne", "Joanna"}, {"Reece, PsyD", "Reece, Psy.D"}});
}

TEST_CASE("words in brackets are nobody's", "[import][speakers]") {
  TemporaryStudy study;
  const ImportReport report = study.import(
      "one.txt", "Ben: One two (laughs out loud) [at home] three.\nInt: Hm.\nBen: (I mean) no.\n");
  CHECK(report.files[0].speakers[0].words == 6);  // One two three I mean no
  CHECK(list_speakers(study.project())[0].words == 6);
}
