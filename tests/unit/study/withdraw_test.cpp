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
