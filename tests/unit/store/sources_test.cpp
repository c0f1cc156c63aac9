#include "themata/store/sources.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/brackets.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/detail/connection.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/study_info.hpp"

using namespace themata;
using namespace themata::store;

namespace {

struct Sources : test::Study {
  Change change = test::begin(database);
};

}  // namespace

TEST_CASE_METHOD(Sources, "sources come in the order in which they were added", "[sources]") {
  test::Interview zulu("zulu", "Ben: hello");
  zulu.source.kind = model::SourceKind::diary;
  zulu.source.occasion = "week 12";
  zulu.source.language = "sv";
  zulu.source.details = {{"Date", "3 May"}, {"Date", "again"}};
  const model::SourceId first = add_source(database, zulu.source);
  const model::SourceId second = test::add_interview(database, "alpha", "Kim: hi");
  const auto all = sources(database);
  REQUIRE(all.size() == 2);
  CHECK(all[0].id == first);
  CHECK(all[0].name == "zulu");
  CHECK(all[0].guid == "guid-zulu");
  CHECK(all[0].kind == model::SourceKind::diary);
  CHECK(all[0].occasion == "week 12");
  CHECK(all[0].details == zulu.source.details);
  CHECK(all[1].id == second);
  CHECK(all[1].details.empty());

  const model::Source again = source(database, first);
  CHECK(again.name == "zulu");
  CHECK(again.details == zulu.source.details);
  CHECK_THROWS_AS(source(database, model::SourceId{99}), NotFound);
}

TEST_CASE_METHOD(Sources, "a source without a language has the study's, also when that changes",
                 "[sources]") {
  test::Interview own("own", "Ben: hej");
  own.source.language = "sv";
  add_source(database, own.source);
  test::add_interview(database, "plain", "Ben: hello");
  CHECK(sources(database)[0].language == "sv");
  CHECK(sources(database)[1].language == "en");
  set_study_info(database, {"", "T", model::Approach::reflexive, "fi"});
  CHECK(sources(database)[0].language == "sv");
  CHECK(sources(database)[1].language == "fi");
}

TEST_CASE_METHOD(Sources, "text and original bytes come back exactly", "[sources]") {
  test::Interview interview("one", "Ben: Grüße, 日本\n");
  const std::string original = "Ben: Gr\xfc\xdf\x65\r\n" + std::string("\0\xff", 2);
  interview.source.original = original;
  interview.source.original_hash = sha256(original);
  const model::SourceId id = add_source(database, interview.source);
  CHECK(source_text(database, id) == interview.text);
  CHECK(source_original(database, id) == original);
  CHECK(original_hash(database, id) == sha256(original));
  const SourceFile file = source_file(database, id);
  CHECK(file.file_name == "one.txt");
  CHECK(file.encoding == "UTF-8");
  CHECK(file.convention == "colon labels");
  CHECK(file.imported == test::some_time);
  CHECK(file.sha256 == to_hex(sha256(original)));
  CHECK(file.original_bytes == original.size());
}

TEST_CASE_METHOD(Sources, "a text of many pages comes back exactly", "[sources]") {
  std::string line = "Ben: ";
  for (int i = 0; i < 400'000; ++i) line += std::to_string(i) + ' ';
  const model::SourceId id = test::add_interview(database, "long", line);
  CHECK(source_text(database, id) == line);
}

TEST_CASE_METHOD(Sources, "the same bytes are stored once", "[sources]") {
  const model::SourceId one = test::add_interview(database, "one", "Ben: same");
  const model::SourceId two = test::add_interview(database, "two", "Ben: same");
  CHECK(test::rows(database, "content").size() == 1);
  CHECK(test::rows(database, "transcript").size() == 2);
  CHECK(source_original(database, one) == "Ben: same");
  remove_source(database, one);
  CHECK(source_text(database, two) == "Ben: same");
}

TEST_CASE_METHOD(Sources, "an original that is the text is no second content", "[sources]") {
  const model::SourceId id = test::add_interview(database, "one", "Ben: hello");
  CHECK(test::rows(database, "content").size() == 1);
  CHECK(source_original(database, id) == source_text(database, id));
}

TEST_CASE_METHOD(Sources, "an empty text can be stored", "[sources]") {
  const model::SourceId id = test::add_interview(database, "empty", "");
  CHECK(source_text(database, id).empty());
  CHECK(source_file(database, id).original_bytes == 0);
}

TEST_CASE_METHOD(Sources, "summaries count words, turns, participants and codings", "[sources]") {
  const model::ParticipantId ben = add_participant(database, "Ben", "guid-ben");
  test::Interview interview("one",
                            "My title\nInterviewer: How was it?\nBen: It was (laughs) fine [at "
                            "home] (speech it is)\nOther: hm\nB: well");
  auto& speakers = interview.source.speakers;
  speakers[1].participant = ben;
  speakers[3].participant = ben;
  speakers.push_back({"Silent", model::SpeakerRole::participant,
                      add_participant(database, "Silent", "guid-silent")});
  const model::SourceId id = add_source(database, interview.source);
  test::add_interview(database, "two", "Kim: one");
  const model::CoderId ada = add_coder(database, "Ada", "guid-ada");
  const model::CodeId code = add_code(database, "c", "", "guid-c");
  add_codings(database, {{"g1", {id, text::byte_range(0, 5)}, code, ada, "t", "", ""},
                         {"g2", {id, text::byte_range(0, 6)}, code, ada, "t", "", ""}});

  auto all = source_summaries(database);
  REQUIRE(all.size() == 2);
  CHECK(all[0].source.name == "one");
  CHECK(all[0].turns == 5);  // the title is a turn of nobody
  CHECK(all[0].words == 3 + 3 + 3 + 1 + 1);
  CHECK(all[0].participants == 1);
  CHECK(all[0].codings == 2);
  CHECK(all[1].words == 1);
  CHECK(all[1].participants == 0);
  CHECK(all[1].codings == 0);

  set_bracket(database, "[at home]", model::AsideKind::speech);
  set_bracket(database, "(speech it is)", model::AsideKind::note);
  all = source_summaries(database);
  CHECK(all[0].words == 3 + 5 + 1 + 1);
}

TEST_CASE_METHOD(Sources, "name, kind and occasion of a source can be changed", "[sources]") {
  const model::SourceId id = test::add_interview(database, "one", "Ben: hello");
  rename_source(database, id, "uno");
  set_source_kind(database, id, model::SourceKind::group);
  set_source_occasion(database, id, "baseline");
  const model::Source changed = sources(database)[0];
  CHECK(changed.name == "uno");
  CHECK(changed.kind == model::SourceKind::group);
  CHECK(changed.occasion == "baseline");
  const model::SourceId none{99};
  CHECK_THROWS_AS(rename_source(database, none, "n"), NotFound);
  CHECK_THROWS_AS(set_source_kind(database, none, model::SourceKind::group), NotFound);
  CHECK_THROWS_AS(set_source_occasion(database, none, ""), NotFound);
  CHECK_THROWS_AS(remove_source(database, none), NotFound);
  CHECK_THROWS_AS(source_text(database, none), NotFound);
  CHECK_THROWS_AS(source_file(database, none), NotFound);
  CHECK_THROWS_AS(original_hash(database, none), NotFound);
}

TEST_CASE("removing a source removes what hangs on it, and nothing else", "[sources]") {
  test::Study study;
  Database& database = study.database;
  test::fill(database);
  Change change = test::begin(database);
  const auto all = sources(database);
  const model::CoderId ada = coders(database)[0].id;
  add_memo(database, {{}, "m", model::MemoTarget::source, all[0].id.value, ada, "x"}, "t");
  remove_source(database, all[0].id);
  CHECK(sources(database).size() == 1);
  CHECK(test::rows(database, "coding").empty());
  CHECK(test::rows(database, "source_detail").empty());
  CHECK(test::rows(database, "speaker").size() == 1);
  REQUIRE(memos(database).size() == 1);
  CHECK(memos(database)[0].target == model::MemoTarget::study);
  CHECK(participants(database).size() == 1);
  CHECK(test::rows(database, "content").size() == 4);  // so that it can be undone
}

TEST_CASE_METHOD(Sources, "more than 512 MB are refused before anything is stored", "[sources]") {
  test::Interview interview("huge", "Ben: hello");
  // never read: the size is looked at first
  interview.source.original = std::string_view(interview.text.data(), largest_source + 1);
  interview.source.original_hash = sha256("something else");
  CHECK_THROWS_WITH(add_source(database, interview.source), Catch::Contains("512 MB"));
}

TEST_CASE_METHOD(Sources, "any number of turns and asides comes back in order", "[sources]") {
  const std::size_t count = GENERATE(1UL, 2UL, 15UL, 16UL, 17UL, 31UL, 32UL, 33UL, 250UL);
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    lines += (i % 3 == 0 ? "Ben: a (laughs) [" : "Kim: (hm) b [") + std::to_string(i) + "]\n";
  }
  const test::Interview interview("one", lines);
  const model::SourceId id = add_source(database, interview.source);
  const model::SourceData data = load_source(database, id);
  REQUIRE(data.turns.size() == count);
  for (std::size_t i = 0; i < count; ++i) {
    CHECK(data.turns[i].number == i + 1);
    CHECK(data.turns[i].speaker == interview.source.turns[i].speaker);
    CHECK(data.turns[i].label == interview.source.turns[i].label);
    CHECK(data.turns[i].range == interview.source.turns[i].range);
  }
  REQUIRE(data.asides.size() == 2 * count);
  for (std::size_t i = 0; i < 2 * count; ++i) {
    CHECK(data.asides[i].range == interview.source.asides[i].range);
    CHECK(data.asides[i].kind == interview.source.asides[i].kind);
  }
  CHECK(source_summaries(database)[0].words == count);
}

TEST_CASE("a hash that another program has cut short is reported", "[sources]") {
  test::Study study;
  test::fill(study.database);
  const model::SourceId id = sources(study.database)[0].id;
  connection_of(study.database)
      .execute(
          "PRAGMA ignore_check_constraints = ON; UPDATE content SET sha256 = X'00' WHERE id = 1");
  CHECK_THROWS_WITH(original_hash(study.database, id), Catch::Contains("the study is damaged"));
  CHECK_THROWS_WITH(source_file(study.database, id), Catch::Contains("the study is damaged"));
}
