#include "themata/store/participants.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/detail/connection.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/speakers.hpp"

using namespace themata;
using namespace themata::store;
using Catch::Contains;

namespace {

struct People : test::Study {
  Change change = test::begin(database);
  model::ParticipantId ben = add_participant(database, "Ben", "guid-ben");
  model::ParticipantId joanne = add_participant(database, "Joanne", "guid-joanne");
};

}  // namespace

TEST_CASE_METHOD(People, "participants stand in the order in which they came", "[participants]") {
  rename_participant(database, ben, "Zacharias");
  const auto all = participants(database);
  REQUIRE(all.size() == 2);
  CHECK(all[0].id == ben);
  CHECK(all[0].name == "Zacharias");
  CHECK(all[0].guid == "guid-ben");
  CHECK(all[1].name == "Joanne");
}

TEST_CASE_METHOD(People, "each participant has every attribute of the study", "[participants]") {
  add_attribute(database, "gender", "guid-1");
  add_attribute(database, "age", "guid-2");
  add_attribute(database, "gender", "guid-3");  // is there
  set_attribute(database, joanne, "age", "45");
  CHECK(attribute_names(database) == std::vector<std::string>{"gender", "age"});
  const auto all = participants(database);
  CHECK(all[0].attributes == std::vector<model::Attribute>{{"gender", ""}, {"age", ""}});
  CHECK(all[1].attributes == std::vector<model::Attribute>{{"gender", ""}, {"age", "45"}});
}

TEST_CASE_METHOD(People, "an attribute's value can be changed and taken away", "[participants]") {
  add_attribute(database, "age", "guid-1");
  set_attribute(database, ben, "age", "45");
  set_attribute(database, ben, "age", "46");
  CHECK(participants(database)[0].attribute("age") == "46");
  set_attribute(database, ben, "age", "");
  CHECK(participants(database)[0].attribute("age").empty());
  CHECK(test::rows(database, "participant_attribute").empty());
}

TEST_CASE_METHOD(People, "an unknown attribute is refused", "[participants]") {
  add_attribute(database, "age", "guid-1");
  CHECK_THROWS_WITH(set_attribute(database, ben, "aeg", "45"), Contains("\"aeg\""));
}

TEST_CASE_METHOD(People, "removing a participant removes values and memos", "[participants]") {
  add_attribute(database, "age", "guid-1");
  set_attribute(database, ben, "age", "45");
  const model::CoderId ada = add_coder(database, "Ada", "guid-ada");
  add_memo(database, {{}, "m1", model::MemoTarget::participant, ben.value, ada, "x"}, "t");
  add_memo(database, {{}, "m2", model::MemoTarget::participant, joanne.value, ada, "y"}, "t");
  remove_participant(database, ben);
  CHECK(participants(database).size() == 1);
  CHECK(test::rows(database, "participant_attribute").empty());
  REQUIRE(memos(database).size() == 1);
  CHECK(memos(database)[0].guid == "m2");
}

TEST_CASE_METHOD(People, "a participant who speaks cannot be removed", "[participants]") {
  test::Interview interview("one", "Ben: hello");
  interview.source.speakers[0].participant = ben;
  add_source(database, interview.source);
  CHECK_THROWS_AS(remove_participant(database, ben), Conflict);
  set_speaker(database, speaker_summaries(database)[0].speaker.id, model::SpeakerRole::other,
              std::nullopt);
  CHECK_NOTHROW(remove_participant(database, ben));
}

TEST_CASE_METHOD(People, "what is not there cannot be renamed or removed", "[participants]") {
  const model::ParticipantId nobody{99};
  CHECK_THROWS_AS(rename_participant(database, nobody, "X"), NotFound);
  CHECK_THROWS_AS(remove_participant(database, nobody), NotFound);
}

TEST_CASE_METHOD(People, "a new participant comes last, whatever was removed", "[participants]") {
  remove_participant(database, joanne);
  add_participant(database, "Kim", "guid-kim");
  const auto all = participants(database);
  REQUIRE(all.size() == 2);
  CHECK(all[1].name == "Kim");
}

TEST_CASE("a value of nobody, or of no attribute, is reported", "[participants]") {
  test::Study study;
  test::fill(study.database);
  const std::string table = GENERATE("participant", "attribute");
  connection_of(study.database).execute("PRAGMA foreign_keys = OFF; DELETE FROM " + table);
  CHECK_THROWS_WITH(participants(study.database), Contains("the study is damaged"));
}
