#include "themata/study/withdraw.hpp"

#include <algorithm>
#include <cctype>

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/error.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/history.hpp"
#include "themata/study/sources.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;

namespace {

std::string small_letters(std::string bytes) {
  std::transform(bytes.begin(), bytes.end(), bytes.begin(),
                 [](unsigned char c) { return c < 0x80U ? std::tolower(c) : c; });
  return bytes;
}

struct Withdrawing : test::SampleStudy {
  WithdrawReport run(const std::string& name, std::optional<std::string> replace_name = {},
                     bool dry_run = false) {
    return withdraw(project(), {name, std::move(replace_name), dry_run});
  }
  [[nodiscard]] bool holds(const std::string& text) const {
    return small_letters(bytes()).find(text) != std::string::npos;
  }
};

}  // namespace

TEST_CASE_METHOD(Withdrawing, "who withdraws is cut out, and others stay", "[withdraw]") {
  const WithdrawReport report = run("Ben");
  CHECK(report.removed_sources == test::Names{"one"});
  REQUIRE(report.cut_sources.size() == 1);
  CHECK(report.cut_sources[0] == std::pair<std::string, std::size_t>("together", 2));
  CHECK(report.attributes == 2);
  CHECK(report.codings == 4);
  const auto sources = list_sources(project());
  REQUIRE(sources.size() == 2);
  CHECK(source_text(project(), sources[1].source) ==
        "Interviewer: Together?\nCara: hum and laugh [at Ben].\nInterviewer: Good.\n");
  CHECK(test::participants_of(project()) == test::Names{"Cara"});
  CHECK(test::speakers_of(project()) ==
        test::Names{"two|Interviewer|researcher|", "two|Cara|participant|Cara",
                    "together|Interviewer|researcher|", "together|Cara|participant|Cara"});
}

TEST_CASE_METHOD(Withdrawing, "turns and codings of others are where they were", "[withdraw]") {
  run("Ben");
  const auto source = find_source(project(), "together");
  const model::SourceData data = store::load_source(project().database(), source.id);
  REQUIRE(data.turns.size() == 3);
  CHECK(data.turns[1].number == 2);
  CHECK(text::slice(data.text, data.turns[1].range) == "hum and laugh [at Ben].");
  CHECK(data.speakers[*data.turns[1].speaker].label == "Cara");
  CHECK(data.speakers[*data.turns[2].speaker].label == "Interviewer");
  REQUIRE(data.codings.size() == 1);
  CHECK(text::slice(data.text, data.codings[0].segment.range) == "hum and laugh");
  REQUIRE(data.asides.size() == 1);
  CHECK(text::slice(data.text, data.asides[0].range) == "[at Ben]");
}

TEST_CASE_METHOD(Withdrawing, "nothing that the person said is left in the file", "[withdraw]") {
  REQUIRE(holds("at home i hum"));
  const WithdrawReport report = run("Ben", "[a participant]");
  CHECK_FALSE(holds("at home i hum"));
  CHECK_FALSE(holds("we hum and you"));
  CHECK_FALSE(holds("ben"));
  CHECK_FALSE(holds("turku"));
  CHECK(holds("hum and laugh [at [a participant]]"));
  CHECK(report.mentions.size() == 1);
}

TEST_CASE_METHOD(Withdrawing, "the name is listed where it is left", "[withdraw]") {
  const WithdrawReport report = run("Ben");
  REQUIRE(report.mentions.size() == 1);
  CHECK(report.mentions[0].source == "together");
  CHECK_THAT(report.mentions[0].line, Contains("hum and laugh [at Ben]"));
}

TEST_CASE_METHOD(Withdrawing, "the log tells that somebody withdrew, and not who", "[withdraw]") {
  run("Ben");
  const auto log = store::log_entries(project().database());
  CHECK(log.back().command == "participant withdraw");
  CHECK(log.back().summary == "a participant withdrew");
  for (const auto& entry : log) {
    CHECK(entry.summary.find("Ben") == std::string::npos);
    CHECK(entry.summary.find("Turku") == std::string::npos);
  }
}

TEST_CASE_METHOD(Withdrawing, "a dry run of a withdrawal changes nothing", "[withdraw]") {
  const std::string before = bytes();
  const WithdrawReport report = run("Ben", std::nullopt, true);
  CHECK(bytes() == before);
  CHECK(report.codings == 4);
}

TEST_CASE_METHOD(Withdrawing, "codings over several people are cut down to the others",
                 "[withdraw]") {
  ApplyRequest request;
  request.code = "silence";
  request.source = "together";
  request.turns = std::pair<std::size_t, std::size_t>(2, 3);
  apply_code(project(), request);
  const WithdrawReport report = run("Ben");
  CHECK(report.trimmed == 1);
  const model::SourceData data =
      store::load_source(project().database(), find_source(project(), "together").id);
  REQUIRE(data.codings.size() == 2);
  CHECK(text::slice(data.text, data.codings[1].segment.range) == "hum and laugh [at Ben].");
}

TEST_CASE("words of theirs in the turns of others go too", "[withdraw]") {
  test::TemporaryStudy study;
  study.import("group.txt",
               "Ben: I think\nAnd so on\n\nCara: No [Ben: yes], no.\n\nBen: well\nCara: [Int: mm] "
               "good\n");
  withdraw(study.project(), {"Ben", std::nullopt, false});
  const auto source = list_sources(study.project()).front();
  CHECK(source_text(study.project(), source.source) == "Cara: No , no.\n\nCara: [Int: mm] good\n");
  CHECK(source.words == 3);
  CHECK(source.turns == 2);
}

TEST_CASE_METHOD(Withdrawing, "a name cannot be replaced by itself", "[withdraw]") {
  CHECK_THROWS_WITH(run("Ben", "not Ben"), Contains("holds the name"));
  CHECK_THROWS_AS(run("Nobody"), NotFound);
}

namespace {

std::string text_of(test::TemporaryStudy& study, const std::string& source) {
  return source_text(study.project(), find_source(study.project(), source));
}

std::size_t kept_in(const WithdrawReport& report, const std::string& place) {
  for (const auto& [where, count] : report.kept) {
    if (where == place) return count;
  }
  return 0;
}

}  // namespace

TEST_CASE("the words of others are no names", "[withdraw]") {
  test::TemporaryStudy study;
  study.import("group.txt", "Will: I swim.\nTom: I think I will come back, Will.\n");
  set_participant(study.project(), "Tom", {{"plan", "will stay, says Will"}});
  const WithdrawReport report = withdraw(study.project(), {"Will", "[a participant]", false});
  CHECK(text_of(study, "group") == "Tom: I think I will come back, [a participant].\n");
  CHECK(kept_in(report, "group") == 1);
  CHECK(kept_in(report, "attributes") == 1);
  CHECK(list_participants(study.project())[0].attribute("plan") ==
        "will stay, says [a participant]");
}

TEST_CASE("numbers and labels of anybody are left where they are no labels", "[withdraw]") {
  test::TemporaryStudy study;
  study.import("group.txt", "P2: I swim.\nTom: P2 swims with 3 others.\n");
  rename_participant(study.project(), "group", "P2");
  set_participant(study.project(), "P2", {{"age", "40"}});
  set_participant(study.project(), "Tom", {{"knows", "P2"}});
  const WithdrawReport report = withdraw(study.project(), {"P2", "[x]", false});
  CHECK(text_of(study, "group") == "Tom: P2 swims with 3 others.\n");
  CHECK(kept_in(report, "group") == 1);
  CHECK(report.mentions.empty());
  const auto log = store::log_entries(study.project().database());
  REQUIRE(log.size() == 5);
  CHECK(log[1].summary == "(taken out: a participant withdrew)");  // "group is now P2"
  CHECK(log[2].summary == "(taken out: a participant withdrew)");  // "P2: age=40"
  CHECK(log[3].summary == "Tom: knows=P2");
}

TEST_CASE("a first name and a surname are looked for too", "[withdraw]") {
  test::TemporaryStudy study;
  study.import(
      "group.txt",
      "Priya Sharma: Hm.\nTom Hall: Priya, Ms Sharma, PRIYA and Tom Sharma [Priya: mm].\n");
  WithdrawReport report = withdraw(study.project(), {"Priya Sharma", std::nullopt, true});
  CHECK(report.mentions.size() == 4);
  report = withdraw(study.project(), {"Priya Sharma", "[x]", false});
  CHECK(text_of(study, "group") == "Tom Hall: [x], Ms [x], [x] and Tom [x] .\n");
}

TEST_CASE("a part of another's name is left", "[withdraw]") {
  test::TemporaryStudy study;
  study.import("group.txt", "Mary Smith: Hm.\nMary Jones: Mary, Mary Smith, Smith.\n");
  const WithdrawReport report = withdraw(study.project(), {"Mary Smith", "[x]", false});
  CHECK(text_of(study, "group") == "Mary Jones: Mary, [x], [x].\n");
  CHECK(kept_in(report, "group") == 1);
}

TEST_CASE("what the person was called before is looked for", "[withdraw]") {
  test::TemporaryStudy study;
  study.import("one.txt", "Priya [00:01]: Hm.\nTom: Yes [Priya: mm], Priya.\n");
  study.import("two.txt", "Asha: Hm.\nTom: No [Priya: oh] and [Asha: ah], Asha.\n");
  set_participant(study.project(), "Asha", {{"age", "40"}});
  rename_participant(study.project(), "Priya", "Asha Rao");
  rename_participant(study.project(), "Asha Rao", "Bea");
  rename_speaker(study.project(), "Priya", "Speaker 9", std::nullopt);
  const WithdrawReport report = withdraw(study.project(), {"Bea", "[x]", false});
  CHECK(report.names == test::Names{"Bea", "Priya", "Asha Rao", "Asha", "Rao"});
  CHECK(text_of(study, "one") == "Tom: Yes , [x].\n");
  CHECK(report.cut_voices == std::vector<std::pair<std::string, std::size_t>>{{"two", 1}});
  // another participant is called Asha
  CHECK(text_of(study, "two") == "Asha: Hm.\nTom: No  and [Asha: ah], Asha.\n");
  CHECK(study.bytes().find("Priya") == std::string::npos);
}

TEST_CASE("a label merged into the person's is theirs as well", "[withdraw]") {
  test::TemporaryStudy study;
  study.import("one.txt", "Ben: Hm.\nBenny: Yes.\nTom: Benny left [Benny: did not].\n");
  merge_speakers(study.project(), {"Benny"}, "Ben", std::nullopt);
  withdraw(study.project(), {"Ben", "[x]", false});
  CHECK(text_of(study, "one") == "Tom: [x] left .\n");
  CHECK(study.bytes().find("Benny") == std::string::npos);
}

TEST_CASE("rows of the log on other things stay as they are", "[withdraw]") {
  test::TemporaryStudy study;
  study.import("1.txt", "Ben: Hm.\n");
  study.import("2.txt", "Tom: Hm.\n");
  add_code(study.project(), "Phase 1", "", std::nullopt);
  add_code(study.project(), "Hum", "", std::nullopt);
  apply_code(study.project(), test::quoted("Hum", "1", "Hm"));
  withdraw(study.project(), {"Ben", std::nullopt, false});
  const auto log = store::log_entries(study.project().database());
  REQUIRE(log.size() == 6);
  CHECK(log[0].summary == "(taken out: a participant withdrew)");  // "1 source: 1"
  CHECK(log[1].summary == "1 source: 2");
  CHECK(log[2].summary == "Phase 1");
  CHECK(log[4].summary == "(taken out: a participant withdrew)");  // "Hum to 1 5:7"
}

TEST_CASE_METHOD(Withdrawing, "with the name the files as they were imported go", "[withdraw]") {
  import("lines.txt", "Cara: I know nobody.\r\n");
  CHECK(run("Ben", std::nullopt, true).without_original == test::Names{"together"});
  CHECK(run("Ben", "[x]").without_original == test::Names{"together", "lines"});
}

TEST_CASE_METHOD(Withdrawing, "a coder of the same name is warned of", "[withdraw]") {
  rename_participant(project(), "Cara", "Ada");
  const WithdrawReport report = run("Ada");
  REQUIRE(report.warnings.size() == 1);
  CHECK_THAT(report.warnings[0], Contains("the coder \"Ada\" keeps that name"));
}
