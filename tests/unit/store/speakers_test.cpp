#include "themata/store/speakers.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/brackets.hpp"
#include "themata/store/participants.hpp"

using namespace themata;
using namespace themata::store;

namespace {

struct Speakers : test::Study {
  Change change = test::begin(database);
  model::ParticipantId ben = add_participant(database, "Ben Jones", "guid-ben");
  Speakers() {
    test::Interview second("b", "Zoe: one two\nBen: three (laughs) four\nZoe: five");
    second.source.speakers[1].participant = ben;
    add_source(database, second.source);
    test::add_interview(database, "a", "a title\nInterviewer: so\nBen: [well] yes");
  }
};

}  // namespace

TEST_CASE_METHOD(Speakers, "speakers come by source, then in order of first speaking",
                 "[speakers]") {
  const auto all = speaker_summaries(database);
  REQUIRE(all.size() == 4);
  CHECK(all[0].speaker.label == "Zoe");
  CHECK(all[0].source == "b");
  CHECK(all[0].participant.empty());
  CHECK_FALSE(all[0].speaker.participant.has_value());
  CHECK(all[1].speaker.label == "Ben");
  CHECK(all[1].participant == "Ben Jones");
  CHECK(all[1].speaker.participant == ben);
  CHECK(all[2].speaker.label == "Interviewer");
  CHECK(all[2].speaker.role == model::SpeakerRole::researcher);
  CHECK(all[2].source == "a");
  CHECK(all[3].speaker.label == "Ben");
}

TEST_CASE_METHOD(Speakers, "a speaker's words are those outside asides that are not speech",
                 "[speakers]") {
  auto all = speaker_summaries(database);
  CHECK(all[0].turns == 2);
  CHECK(all[0].words == 3);
  CHECK(all[1].turns == 1);
  CHECK(all[1].words == 2);
  CHECK(all[3].words == 1);

  set_bracket(database, "[well]", model::AsideKind::speech);
  set_bracket(database, "(laughs)", model::AsideKind::insertion);
  all = speaker_summaries(database);
  CHECK(all[1].words == 2);
  CHECK(all[3].words == 2);
}

TEST_CASE_METHOD(Speakers, "a speaker who says nothing is listed with nothing", "[speakers]") {
  test::Interview interview("c", "Ben: hm");
  interview.source.speakers.push_back({"Silent", model::SpeakerRole::participant, std::nullopt});
  add_source(database, interview.source);
  const auto all = speaker_summaries(database);
  REQUIRE(all.size() == 6);
  CHECK(all[5].speaker.label == "Silent");
  CHECK(all[5].turns == 0);
  CHECK(all[5].words == 0);
}

TEST_CASE_METHOD(Speakers, "role and participant of a speaker can be set", "[speakers]") {
  const model::Speaker zoe = speaker_summaries(database)[0].speaker;
  set_speaker(database, zoe.id, model::SpeakerRole::other, std::nullopt);
  CHECK(speaker_summaries(database)[0].speaker.role == model::SpeakerRole::other);
  set_speaker(database, zoe.id, model::SpeakerRole::participant, ben);
  CHECK(speaker_summaries(database)[0].participant == "Ben Jones");
  CHECK_THROWS_AS(set_speaker(database, model::SpeakerId{99}, zoe.role, ben), NotFound);
}

TEST_CASE_METHOD(Speakers, "a speaker cannot belong to a participant who is not there",
                 "[speakers]") {
  const model::SpeakerId zoe = speaker_summaries(database)[0].speaker.id;
  CHECK_THROWS_AS(
      set_speaker(database, zoe, model::SpeakerRole::participant, model::ParticipantId{99}),
      StoreError);
}
