#include "themata/study/pseudonymise.hpp"

#include <algorithm>
#include <cctype>

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/error.hpp"
#include "themata/store/history.hpp"
#include "themata/store/memos.hpp"
#include "themata/study/brackets.hpp"
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

/// Joanne is everywhere: in a text, its name and its file's, in codes, memos, attributes.
struct Named : test::TemporaryStudy {
  Named() {
    import("joanne.txt",
           "Participant: Joanne Byers\r\n\r\n"
           "Interviewer: So, Joanne?\r\n"
           "Joanne: I am Joanne's sister (Joanne laughs). JOANNE!\r\n"
           "Interviewer: Yes.\r\nJoanne: Yes.\r\n");
    import("other.txt", "Tom: I know Joanne and Byers from Leeds.\n");
    set_participant(project(), "Joanne", {{"who", "Joanne of Leeds"}});
    add_code(project(), "Joanne's way", "how Joanne does it", std::nullopt);
    ApplyRequest request = test::quoted("Joanne's way", "joanne", "sister");
    request.memo = "so says Joanne";
    apply_code(project(), request);
    apply_code(project(), test::quoted("Joanne's way", "joanne", "anne's sister"));
  }

  PseudonymiseReport run(const std::string& map, bool dry_run = false,
                         std::vector<std::string> sources = {}) {
    return pseudonymise(project(), {write("names.csv", map), std::move(sources), dry_run});
  }

  [[nodiscard]] bool holds(const std::string& name) const {
    return small_letters(bytes()).find(name) != std::string::npos;
  }
};

const char* map = "real,pseudonym\nJoanne Byers,Anna Lee\n";

}  // namespace

TEST_CASE_METHOD(Named, "real names are gone from the study, to the last byte", "[pseudonymise]") {
  REQUIRE(holds("joanne"));
  const PseudonymiseReport report = run(map);
  CHECK_FALSE(holds("joanne"));
  CHECK_FALSE(holds("byers"));
  const auto sources = list_sources(project());
  REQUIRE(sources.size() == 2);
  CHECK(sources[0].source.name == "anna");
  CHECK(source_text(project(), sources[0].source) ==
        "Participant: Anna Lee\n\nInterviewer: So, Anna?\n"
        "Anna: I am Anna's sister (Anna laughs). ANNA!\nInterviewer: Yes.\nAnna: Yes.\n");
  CHECK(source_text(project(), sources[1].source) == "Tom: I know Anna and Lee from Leeds.\n");
  CHECK(test::participants_of(project()) == test::Names{"Anna", "Tom"});
  CHECK(store::memos(project().database()).front().text == "so says Anna");
  REQUIRE(report.names.size() == 3);
  CHECK(report.names[0].in_texts() == 1);
  CHECK(report.names[1].real == "Joanne");
  CHECK(report.names[1].in_texts() == 7);
  CHECK(report.names[2].in_texts() == 1);
  CHECK(report.without_original == test::Names{"anna", "other"});
  REQUIRE(report.leftovers.size() == 1);
  CHECK(report.leftovers[0].word == "Leeds");
}

TEST_CASE_METHOD(Named, "codings move along, and take in whole pseudonyms", "[pseudonymise]") {
  const PseudonymiseReport report = run(map);
  REQUIRE(report.extended.size() == 1);
  CHECK(report.extended[0].source == "anna");
  CHECK(report.extended[0].code == "Anna's way");
  CHECK(report.extended[0].excerpt == "Anna's sister");
  CHECK(list_sources(project())[0].codings == 2);
}

TEST_CASE_METHOD(Named, "a dry run of pseudonyms tells the same and changes nothing",
                 "[pseudonymise]") {
  const std::string before = bytes();
  const PseudonymiseReport report = run(map, true);
  CHECK(bytes() == before);
  CHECK(report.names[1].in_texts() == 7);
  CHECK(report.extended.size() == 1);
  CHECK(report.leftovers.size() == 1);
}

TEST_CASE_METHOD(Named, "the file as it was imported cannot be exported any more",
                 "[pseudonymise]") {
  run(map);
  const auto source = list_sources(project())[0].source;
  CHECK_THROWS_WITH(source_original(project(), source), Contains("no longer in the study"));
}

TEST_CASE_METHOD(Named, "the log stays, in other names", "[pseudonymise]") {
  run(map);
  const auto log = store::log_entries(project().database());
  REQUIRE(log.size() == 7);
  CHECK(log[2].summary == "Anna: who=Anna of Leeds");
  CHECK(log.back().command == "source pseudonymise");
  CHECK(log.back().summary == "9 names replaced in 2 sources; what was before cannot be undone");
}

TEST_CASE_METHOD(Named, "only the texts that were named", "[pseudonymise]") {
  const PseudonymiseReport report = run(map, false, {"joanne"});
  CHECK_THAT(report.warnings.back(), Contains("other was not named, and still has 2 real names"));
  CHECK(source_text(project(), list_sources(project())[1].source) ==
        "Tom: I know Joanne and Byers from Leeds.\n");
}

TEST_CASE_METHOD(Named, "a map of names that nobody says still purges", "[pseudonymise]") {
  const PseudonymiseReport report = run("real,pseudonym\nZebedee,Anna\n");
  CHECK(report.sources.empty());
  CHECK(store::log_entries(project().database()).back().summary ==
        "0 names replaced in 0 sources; what was before cannot be undone");
}

TEST_CASE_METHOD(Named, "two people may not become one", "[pseudonymise]") {
  const std::string before = bytes();
  CHECK_THROWS_WITH(run("real,pseudonym\nJoanne,Tom\n"),
                    Contains("the participants \"Joanne\" and \"Tom\" would both be called"));
  CHECK(bytes() == before);
  CHECK_THROWS_WITH(run("real,pseudonym\nJoanne,Eva\nTom,Eva\n"), Contains("both be called"));
}

TEST_CASE_METHOD(Named, "what a person should know of the map", "[pseudonymise]") {
  const PseudonymiseReport report = run("name,alias\nJoanne,Leeds\nByers,Leeds\nAda,Eva\n", true);
  std::string all;
  for (const std::string& warning : report.warnings) all += warning + "\n";
  CHECK_THAT(all, Contains("\"name,alias\", was taken for its heading"));
  CHECK_THAT(all, Contains("Joanne and Byers get one pseudonym"));
  CHECK_THAT(all, Contains("the coder \"Ada\" keeps that name"));
  CHECK_THAT(all, Contains("\"Leeds\" is in the texts already, 1 time"));
}

TEST_CASE("brackets of texts that were not named stay classed", "[pseudonymise]") {
  test::TemporaryStudy study;
  study.import("one.txt", "Tom: Yes (Joanne laughs).\n");
  study.import("two.txt", "Eva: No (Joanne laughs).\n");
  set_bracket(study.project(), "(Joanne laughs)", model::AsideKind::speech);
  const std::string map_file = study.write("names.csv", map);
  pseudonymise(study.project(), {map_file, {"one"}, false});
  const auto spoken = [&](const std::string& text) {
    for (const auto& bracket : list_brackets(study.project())) {
      if (bracket.text == text) return bracket.kind == model::AsideKind::speech;
    }
    return false;
  };
  CHECK(spoken("(Anna laughs)"));
  CHECK(spoken("(Joanne laughs)"));
  pseudonymise(study.project(), {map_file, {"two"}, false});
  CHECK(spoken("(Anna laughs)"));
  CHECK(study.bytes().find("Joanne") == std::string::npos);
}

TEST_CASE("small letters in the log are names where names were", "[pseudonymise]") {
  test::TemporaryStudy study;
  study.import("will.txt", "Will: Yes, I will.\n");
  add_code(study.project(), "Hum", "what people will hum", std::nullopt);
  apply_code(study.project(), test::quoted("Hum", "will", "Yes"));
  const auto report = pseudonymise(
      study.project(), {study.write("names.csv", "real,pseudonym\nWill,Tom\n"), {}, false});
  const auto log = store::log_entries(study.project().database());
  CHECK(log[0].summary == "1 source: tom");
  CHECK(log[2].summary == "Hum to tom 6:9");
  REQUIRE(report.kept_places.size() == 1);
  CHECK(report.kept_places[0] == std::pair<std::string, std::size_t>("descriptions of codes", 1));
}

TEST_CASE("names that are joined to other words", "[pseudonymise]") {
  test::TemporaryStudy study;
  study.import("InterviewJoanne.txt", "Tom: Yes.\n");
  study.import("interviewjoanne2.txt", "Tom: MyJoanne.\n");
  const auto report = pseudonymise(
      study.project(), {study.write("names.csv", "real,pseudonym\nJoanne,Anna\n"), {}, false});
  CHECK(list_sources(study.project())[0].source.name == "InterviewAnna");
  CHECK(store::log_entries(study.project().database())[0].summary == "1 source: InterviewAnna");
  REQUIRE(report.warnings.size() == 2);
  CHECK(report.warnings[0] ==
        "participants who keep their names: Tom; if one of these is real, give it a row");
  CHECK_THAT(report.warnings[1], Contains("\"Joanne\" is still there inside of words") &&
                                     Contains("names of sources 1 (interviewjoanne2)") &&
                                     Contains("interviewjoanne2 1 (myjoanne)"));
}
