#include "themata/study/turns.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/reading.hpp"
#include "themata/study/sources.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;
using test::participants_of;
using test::speakers_of;

namespace {

const std::string angled = "<Ben> I hum: yes.\n<Ann> Hm.\n<Ben> (laughs) And you?\n";
const std::string own = "<([^>]+)>";

struct Turns : test::TemporaryStudy {
  /// Every turn as "label|text".
  Names turns(const std::string& name) {
    Names lines;
    for (const ReadTurn& turn : read_turns(project(), find_source(project(), name), {})) {
      lines.push_back(turn.speaker + "|" + turn.text);
    }
    return lines;
  }
};

}  // namespace

TEST_CASE_METHOD(Turns, "a source is read again with the researcher's own labels", "[turns]") {
  import("one.txt", angled);
  CHECK(turns("one").size() == 1);
  const NewTurns read = set_turns(project(), "ONE", own);
  CHECK(read.source == "one");
  CHECK(read.turns == 3);
  REQUIRE(read.speakers.size() == 2);
  CHECK(read.speakers[0].participant == "Ben");
  CHECK(read.participants == Names{"one"});  // whose only turn it was
  CHECK(turns("one") == Names{"Ben|I hum: yes.", "Ann|Hm.", "Ben|(laughs) And you?"});
  CHECK(speakers_of(project()) == Names{"one|Ben|participant|Ben", "one|Ann|participant|Ann"});
  CHECK(participants_of(project()) == Names{"Ben", "Ann"});
  CHECK(source_file(project(), find_source(project(), "one")).convention == "own labels");
  CHECK(list_speakers(project())[0].words == 5);
  CHECK(log_entries(project()).back().command == "source turns");
  CHECK(log_entries(project()).back().summary == "one: 3 turns, labels " + own);
}

TEST_CASE_METHOD(Turns, "a source is read again by the rules", "[turns]") {
  import("one.txt", angled);
  set_turns(project(), "one", own);
  const NewTurns read = set_turns(project(), "one", std::nullopt);
  CHECK(read.turns == 1);
  CHECK(read.participants == Names{"Ben", "Ann"});
  CHECK(turns("one") == Names{"one|" + angled.substr(0, angled.size() - 1)});
  CHECK(log_entries(project()).back().summary == "one: 1 turn, by rule");
}

TEST_CASE_METHOD(Turns, "by the rules, a speaker who is known by now is one", "[turns]") {
  import("one.txt", "Cleo: Hello.\nDan: Hm.\nCleo: And you?\nBen: me too\nDan: Hm.\n");
  import("two.txt", "Ben: Yes.\nI: No.\nBen: Yes.\nI: No.\n");
  CHECK(turns("one").size() == 4);
  CHECK(set_turns(project(), "one", std::nullopt).turns == 5);
  CHECK(turns("one")[3] == "Ben|me too");
}

TEST_CASE_METHOD(Turns, "text and codings stay", "[turns]") {
  import("one.txt", angled);
  add_code(project(), "humming", "", std::nullopt);
  ApplyRequest request = test::quoted("humming", "one", "I hum: yes.\n<Ann> Hm");
  request.memo = "across a label";
  const Applied applied = apply_code(project(), request);
  set_turns(project(), "one", own);
  const model::Source source = find_source(project(), "one");
  CHECK(source_text(project(), source) == angled);
  CHECK(source_original(project(), source) == angled);
  std::size_t codings = 0;
  list_excerpts(project(), {}, [&](const analysis::Excerpt& excerpt) {
    ++codings;
    CHECK(excerpt.id == applied.id);
    CHECK(excerpt.text == applied.text);
    CHECK(excerpt.participants == Names{"Ben", "Ann"});
  });
  CHECK(codings == 1);
}

TEST_CASE_METHOD(Turns, "details and brackets follow the new turns", "[turns]") {
  import("one.txt", "Date: 3 May\n\n" + angled);
  const std::size_t before = list_sources(project())[0].words;
  set_turns(project(), "one", own);
  CHECK(list_sources(project())[0].words < before);
  CHECK(find_source(project(), "one").details ==
        std::vector<model::SourceDetail>{{"Date", "3 May"}});
  CHECK(list_sources(project())[0].words == 6);
}

TEST_CASE_METHOD(Turns, "who was said to be what stays so", "[turns]") {
  ImportRequest of_joanne;
  of_joanne.participant = "Joanne";
  import("one.txt", "I: Well?\nP: Yes.\nNurse: No.\nI: So?\nP: Anyway: yes.\nNurse: No.\n",
         of_joanne);
  SpeakerRequest nurse;
  nurse.label = "Nurse";
  nurse.role = model::SpeakerRole::other;
  set_speaker(project(), nurse);
  const Names before = speakers_of(project());
  CHECK(before == Names{"one|I|researcher|", "one|P|participant|Joanne", "one|Nurse|other|"});
  CHECK(set_turns(project(), "one", "(I|P|Nurse): ").participants.empty());
  CHECK(speakers_of(project()) == before);
  CHECK(set_turns(project(), "one", std::nullopt).participants.empty());
  CHECK(speakers_of(project()) == before);
}

TEST_CASE_METHOD(Turns, "a label that was given to somebody stays theirs", "[turns]") {
  import("one.txt", "P1: Yes.\nP2: No.\nP1: Yes.\nP2: No.\n");
  for (const auto& [label, name] : {std::pair("P1", "Ben"), std::pair("P2", "Ann")}) {
    SpeakerRequest request;
    request.label = label;
    request.participant = name;
    set_speaker(project(), request);
  }
  const NewTurns read = set_turns(project(), "one", "(P\\d): ");
  CHECK(read.speakers[0].participant == "Ben");
  CHECK(read.participants.empty());
  CHECK(participants_of(project()) == Names{"Ben", "Ann"});
}

TEST_CASE_METHOD(Turns, "who was named for a source without labels stays", "[turns]") {
  ImportRequest of_joanne;
  of_joanne.participant = "Joanne";
  import("one.txt", "<P> Some words.\n<I> More?\n", of_joanne);
  set_turns(project(), "one", "<(P|I)>");
  CHECK(speakers_of(project()) == Names{"one|P|participant|Joanne", "one|I|researcher|"});
  set_turns(project(), "one", std::nullopt);
  CHECK(participants_of(project()) == Names{"Joanne"});
}

TEST_CASE_METHOD(Turns, "by the rules, a source's own former labels are not known", "[turns]") {
  const std::string text =
      "Cleo: Hello.\nDan: Hm.\nCleo: And you?\nAnyway: it was late.\nDan: Hm.\n";
  import("one.txt", text);
  const Names by_rule = turns("one");
  CHECK(by_rule.size() == 4);
  CHECK(set_turns(project(), "one", "(\\w+): ").turns == 5);
  set_turns(project(), "one", std::nullopt);
  CHECK(turns("one") == by_rule);
  CHECK(participants_of(project()) == Names{"Cleo", "Dan"});
}

TEST_CASE_METHOD(Turns, "the stored text is read as it is stored", "[turns]") {
  import("one.txt", "\xEF\xBB\xBF\xEF\xBB\xBF<Ben> Yes.\n<Ann> No.\n");
  const model::Source source = find_source(project(), "one");
  const std::string text = source_text(project(), source);
  set_turns(project(), "one", "\\uFEFF?<([^>]+)>");
  CHECK(source_text(project(), source) == text);
  CHECK(turns("one") == Names{"Ben|Yes.", "Ann|No."});
}

TEST_CASE_METHOD(Turns, "an expression that is wrong, or fits nothing, is refused", "[turns]") {
  import("one.txt", angled);
  CHECK(test::refused<InputError>(*this, [&] {
          set_turns(project(), "one", "<([^>]+");
        }).find("one: the regular expression \"<([^>]+\" is not well-formed at character 7") == 0);
  CHECK(test::refused<InputError>(*this, [&] { set_turns(project(), "one", "\\{"); }) ==
        "one: the regular expression \"\\{\" fits the beginning of no line");
  CHECK_THAT(test::refused<InputError>(*this, [&] { set_turns(project(), "one", "<?"); }),
             Contains("fits an empty line"));
  test::refused<NotFound>(*this, [&] { set_turns(project(), "two", own); });
}

TEST_CASE_METHOD(Turns, "a dry run tells what would come of it and changes nothing", "[turns]") {
  import("one.txt", angled);
  const std::size_t logged = log_entries(project()).size();
  const NewTurns read = set_turns(project(), "one", own, true);
  CHECK(read.turns == 3);
  REQUIRE(read.preview.size() == 3);
  CHECK(read.preview[0].speaker == "Ben");
  CHECK(read.preview[0].text == "I hum: yes.");
  CHECK(turns("one").size() == 1);
  CHECK(participants_of(project()) == Names{"one"});
  CHECK(log_entries(project()).size() == logged);
}

TEST_CASE_METHOD(Turns, "by the rules, a file with mark-up is read as it was imported", "[turns]") {
  import("one.md", "**Ben:**\"Yes.\"\n\n**Ann:**\"No.\"\n\n**Ben:**\"Yes.\"\n\n**Ann:**\"No.\"\n");
  const Names imported = turns("one");
  REQUIRE(imported.size() == 4);
  set_turns(project(), "one", "(B)en");
  CHECK(turns("one") != imported);
  set_turns(project(), "one", std::nullopt);
  CHECK(turns("one") == imported);  // which the stored text alone does not tell
}

TEST_CASE_METHOD(Turns, "another reading keeps labels that were renamed and merged",
                 "[turns][speakers]") {
  import("one.txt", "P1: Yes.\nP2: No.\nP3: Yes.\nP2: No.\nP1: So.\nP3: Hm.\n");
  rename_speaker(project(), "P1", "Chair", {});
  SpeakerRequest chair;
  chair.label = "Chair";
  chair.role = model::SpeakerRole::researcher;
  set_speaker(project(), chair);
  merge_speakers(project(), {"P3"}, "P2", {});
  const Names before = speakers_of(project());
  CHECK(before == Names{"one|Chair|researcher|", "one|P2|participant|one P2"});
  const Names said = turns("one");
  CHECK(set_turns(project(), "one", "(P\\d): ").speakers.size() == 2);
  CHECK(speakers_of(project()) == before);
  CHECK(turns("one") == said);
  set_turns(project(), "one", std::nullopt);
  CHECK(speakers_of(project()) == before);
  CHECK(turns("one") == said);
}
