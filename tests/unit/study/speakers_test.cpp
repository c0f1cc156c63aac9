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
