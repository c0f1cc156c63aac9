#include "themata/study/speakers.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;
using test::participants_of;
using test::speakers_of;
using Role = model::SpeakerRole;

namespace {

struct Speakers : test::TemporaryStudy {
  Speakers() {
    import("one.txt", "Ben: Yes.\nNurse: No.\nBen: Yes.\nNurse: No.\n");
    import("two.txt", "Nurse: Yes.\nCara: No.\nNurse: Yes.\nCara: No.\n");
  }
};

SpeakerRequest label(const std::string& name) {
  SpeakerRequest request;
  request.label = name;
  return request;
}

}  // namespace

TEST_CASE_METHOD(Speakers, "a label's role is set in every source", "[speakers]") {
  SpeakerRequest request = label("nurse");
  request.role = Role::researcher;
  const SpeakerOutcome outcome = set_speaker(project(), request);
  CHECK(outcome.speakers == 2);
  CHECK(outcome.participants == Names{"Nurse"});
  CHECK(speakers_of(project()) == Names{"one|Ben|participant|Ben", "one|Nurse|researcher|",
                                        "two|Nurse|researcher|", "two|Cara|participant|Cara"});
  CHECK(participants_of(project()) == Names{"Ben", "Cara"});
  CHECK(log_entries(project()).back().summary == "Nurse: researcher in 2 sources");
}

TEST_CASE_METHOD(Speakers, "a label's role is set in one source", "[speakers]") {
  SpeakerRequest request = label("Nurse");
  request.source = "two";
  request.role = Role::other;
  const SpeakerOutcome outcome = set_speaker(project(), request);
  CHECK(outcome.speakers == 1);
  CHECK(outcome.participants.empty());  // the nurse still speaks in the other
  CHECK(speakers_of(project()) == Names{"one|Ben|participant|Ben", "one|Nurse|participant|Nurse",
                                        "two|Nurse|other|", "two|Cara|participant|Cara"});
}

TEST_CASE_METHOD(Speakers, "a label is given to a participant there is", "[speakers]") {
  SpeakerRequest request = label("Cara");
  request.participant = "BEN";
  const SpeakerOutcome outcome = set_speaker(project(), request);
  CHECK(outcome.participants == Names{"Cara"});
  CHECK(speakers_of(project())[3] == "two|Cara|participant|Ben");
}

TEST_CASE_METHOD(Speakers, "a label is given to a participant who is made", "[speakers]") {
  SpeakerRequest request = label("Cara");
  request.participant = " Cara Smith ";
  CHECK(set_speaker(project(), request).participants == Names{"Cara"});
  CHECK(participants_of(project()) == Names{"Ben", "Nurse", "Cara Smith"});
}

TEST_CASE_METHOD(Speakers, "who was no participant and becomes one is named by the label",
                 "[speakers]") {
  SpeakerRequest request = label("Nurse");
  request.role = Role::other;
  set_speaker(project(), request);
  request.role = Role::participant;
  const SpeakerOutcome outcome = set_speaker(project(), request);
  CHECK(outcome.speakers == 2);
  CHECK(participants_of(project()) == Names{"Ben", "Cara", "Nurse"});
}

TEST_CASE_METHOD(Speakers, "who keeps an attribute is kept", "[speakers]") {
  set_participant(project(), "Nurse", {{"age", "50"}});
  SpeakerRequest request = label("Nurse");
  request.role = Role::researcher;
  CHECK(set_speaker(project(), request).participants.empty());
  CHECK(participants_of(project()) == Names{"Ben", "Nurse", "Cara"});
}

TEST_CASE_METHOD(Speakers, "a participant whose attribute is emptied counts as undescribed",
                 "[speakers]") {
  set_participant(project(), "Nurse", {{"age", "50"}});
  set_participant(project(), "Nurse", {{"age", ""}});
  SpeakerRequest request = label("Nurse");
  request.role = Role::researcher;
  CHECK(set_speaker(project(), request).participants == Names{"Nurse"});
}

TEST_CASE_METHOD(Speakers, "what a label is already changes nothing", "[speakers]") {
  SpeakerRequest request = label("Ben");
  request.role = Role::participant;
  const SpeakerOutcome outcome =
      test::unchanged(*this, [&] { return set_speaker(project(), request); });
  CHECK(outcome.speakers == 1);
}

TEST_CASE_METHOD(Speakers, "who is expected without a transcript stays", "[speakers]") {
  import_participants(project(), write("people.csv", "name\nFay\n"));
  SpeakerRequest request = label("Nurse");
  request.role = Role::researcher;
  CHECK(set_speaker(project(), request).participants == Names{"Nurse"});
  CHECK(participants_of(project()) == Names{"Ben", "Cara", "Fay"});
}

TEST_CASE_METHOD(Speakers, "a request that makes no sense is refused", "[speakers]") {
  SpeakerRequest request = label("Ben");
  request.role = Role::researcher;
  request.participant = "Cara";
  CHECK(test::refused<InputError>(*this, [&] { set_speaker(project(), request); }) ==
        "only a speaker with the role participant belongs to a participant");

  request = label("Bne");
  request.role = Role::researcher;
  CHECK(test::refused<NotFound>(*this, [&] { set_speaker(project(), request); }) ==
        "no speaker is named \"Bne\"; did you mean \"Ben\"?");

  request = label("Ben");
  request.source = "two";
  request.role = Role::researcher;
  test::refused<NotFound>(*this, [&] { set_speaker(project(), request); });
  request.source = "six";
  test::refused<NotFound>(*this, [&] { set_speaker(project(), request); });

  request = label("Ben");
  request.participant = "  ";
  test::refused<InputError>(*this, [&] { set_speaker(project(), request); });
}

TEST_CASE_METHOD(Speakers, "a label gets another spelling, in every source or in one",
                 "[speakers]") {
  const RenamedSpeaker renamed = rename_speaker(project(), "nurse", "Sister", {});
  CHECK(renamed.before == "Nurse");
  CHECK(renamed.now == "Sister");
  CHECK(renamed.sources == 2);
  CHECK(speakers_of(project()) == Names{"one|Ben|participant|Ben", "one|Sister|participant|Nurse",
                                        "two|Sister|participant|Nurse",
                                        "two|Cara|participant|Cara"});
  CHECK(rename_speaker(project(), "Sister", "Nurse", "two").sources == 1);
  CHECK(speakers_of(project())[1] == "one|Sister|participant|Nurse");
  CHECK(log_entries(project()).back().summary == "Sister is now Nurse in 1 source");
}

TEST_CASE_METHOD(Speakers, "a label that the source has already is not given twice", "[speakers]") {
  const Names before = speakers_of(project());
  CHECK_THROWS_WITH(rename_speaker(project(), "Nurse", "ben", {}),
                    Contains("one has a speaker Ben already") && Contains("speaker merge"));
  CHECK(speakers_of(project()) == before);
  CHECK_THROWS_AS(rename_speaker(project(), "Nobody", "Ben", {}), NotFound);
  CHECK_THROWS_AS(rename_speaker(project(), "Nurse", "", {}), InputError);
  CHECK(rename_speaker(project(), "Nurse", "NURSE", {}).now == "NURSE");  // its own name
}

TEST_CASE_METHOD(Speakers, "two labels of one source become one speaker", "[speakers]") {
  import("three.txt", "Int: a\nCara: b\nKara: c d\nInt: e\nKara: f\nCara: g\n");
  const MergedSpeakers merged = merge_speakers(project(), {"Kara"}, "cara", {});
  CHECK(merged.into == "Cara");
  CHECK(merged.merged == 1);
  CHECK(merged.renamed == 0);
  CHECK(merged.participants == Names{"Kara"});
  const auto speakers = list_speakers(project());
  CHECK(speakers.back().speaker.label == "Cara");
  CHECK(speakers.back().turns == 4);
  CHECK(speakers.back().words == 5);
  CHECK(participants_of(project()) == Names{"Ben", "Nurse", "Cara"});
}

TEST_CASE_METHOD(Speakers, "the first of a source's labels can go into a later one", "[speakers]") {
  const MergedSpeakers merged = merge_speakers(project(), {"Ben"}, "Nurse", {});
  CHECK(merged.merged == 1);
  CHECK(speakers_of(project()) == Names{"one|Nurse|participant|Nurse",
                                        "two|Nurse|participant|Nurse",
                                        "two|Cara|participant|Cara"});
  CHECK(list_speakers(project())[0].turns == 4);
}

TEST_CASE_METHOD(Speakers, "labels of a source without the other become that one", "[speakers]") {
  SpeakerRequest request = label("Nurse");
  request.role = Role::researcher;
  set_speaker(project(), request);
  import("three.txt", "Nurs: a\nDan: b\nNurss: c\nDan: d\nNurs: e\nNurss: f\n");
  const MergedSpeakers merged = merge_speakers(project(), {"Nurs", "Nurss"}, "Nurse", {});
  CHECK(merged.renamed == 1);  // the first became the nurse,
  CHECK(merged.merged == 1);   // the second went to her
  CHECK(merged.participants == Names{"Nurs", "Nurss"});
  CHECK(speakers_of(project()) == Names{"one|Ben|participant|Ben", "one|Nurse|researcher|",
                                        "two|Nurse|researcher|", "two|Cara|participant|Cara",
                                        "three|Nurse|researcher|", "three|Dan|participant|Dan"});
}

TEST_CASE_METHOD(Speakers, "merging a speaker with itself, or with nobody, changes nothing",
                 "[speakers]") {
  const Names before = speakers_of(project());
  CHECK(merge_speakers(project(), {"Ben"}, "Ben", {}).merged == 0);
  CHECK_THROWS_AS(merge_speakers(project(), {"Ben"}, "Zoe", {}), NotFound);
  CHECK_THROWS_AS(merge_speakers(project(), {"Ben", "Zoe"}, "Nurse", {}), NotFound);
  CHECK(speakers_of(project()) == before);
}

TEST_CASE("a generic label says nothing of who somebody is in another source", "[speakers]") {
  test::TemporaryStudy study;
  study.import("alice.txt", "I: How?\nP1: Well.\nI: And?\nP1: So.\n");
  study.import("bob.txt", "I: How?\nP2: Badly.\nI: And?\nP2: No.\n");
  const MergedSpeakers merged = merge_speakers(study.project(), {"P2"}, "P1", {});
  CHECK(merged.renamed == 1);
  CHECK(merged.participants.empty());
  REQUIRE(merged.speakers.size() == 1);
  CHECK(merged.speakers[0].source == "bob");
  CHECK(merged.speakers[0].participant == "bob");
  CHECK(speakers_of(study.project()) == Names{"alice|I|researcher|", "alice|P1|participant|alice",
                                              "bob|I|researcher|", "bob|P1|participant|bob"});
}

TEST_CASE_METHOD(Speakers, "a label that is not the same one's everywhere says nothing either",
                 "[speakers]") {
  SpeakerRequest request = label("Nurse");
  request.source = "two";
  request.role = Role::researcher;
  set_speaker(project(), request);
  import("three.txt", "Nurs: a\nDan: b\nNurss: c\nDan: d\nNurs: e\nNurss: f\n");
  const MergedSpeakers merged = merge_speakers(project(), {"Nurs", "Nurss"}, "Nurse", {});
  CHECK(merged.renamed == 1);
  CHECK(merged.merged == 1);
  REQUIRE(merged.speakers.size() == 1);
  CHECK(merged.speakers[0].speaker.label == "Nurse");
  CHECK(merged.speakers[0].turns == 4);
  CHECK(speakers_of(project())[4] == "three|Nurse|participant|Nurs");
}
