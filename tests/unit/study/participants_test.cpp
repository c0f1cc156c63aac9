#include "themata/study/participants.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;
using test::participants_of;

namespace {

struct Participants : test::TemporaryStudy {
  Participants() { import("one.txt", "Ben: Yes.\nCara: No.\nBen: Yes.\nCara: No.\n"); }

  std::string value(const std::string& name, const std::string& attribute) {
    return std::string(find_participant(project(), name).attribute(attribute));
  }
};

}  // namespace

TEST_CASE_METHOD(Participants, "attributes come from a file, and names are compared",
                 "[participants]") {
  const ParticipantImport outcome = import_participants(
      project(), write("people.csv", "name,age,place\nben,45,Turku\nFay,31,\n"));
  CHECK(outcome.rows == 2);
  CHECK(outcome.attributes == Names{"age", "place"});
  CHECK(outcome.without_source == Names{"Fay"});
  CHECK(outcome.without_row == Names{"Cara"});
  CHECK(participants_of(project()) == Names{"Ben", "Cara", "Fay"});
  CHECK(list_attributes(project()) == Names{"age", "place"});
  CHECK(value("Ben", "age") == "45");
  CHECK(value("Cara", "age").empty());
  CHECK(value("Fay", "age") == "31");
  CHECK(log_entries(project()).back().summary == "2 participants, 2 attributes");
}

TEST_CASE_METHOD(Participants, "every participant has every attribute, in the study's order",
                 "[participants]") {
  import_participants(project(), write("people.csv", "name,b,a\nBen,1,2\n"));
  const auto all = list_participants(project());
  CHECK(all[0].attributes == std::vector<model::Attribute>{{"b", "1"}, {"a", "2"}});
  CHECK(all[1].attributes == std::vector<model::Attribute>{{"b", ""}, {"a", ""}});
}

TEST_CASE_METHOD(Participants, "an attribute the study has is known in any case",
                 "[participants]") {
  set_participant(project(), "Ben", {{"Age", "44"}});
  const auto outcome = import_participants(project(), write("people.csv", "name,AGE\nBen,45\n"));
  CHECK(outcome.attributes == Names{"Age"});
  CHECK(list_attributes(project()) == Names{"Age"});
  CHECK(value("Ben", "Age") == "45");
}

TEST_CASE_METHOD(Participants, "the same file again changes nothing", "[participants]") {
  const std::string path = write("people.csv", "name,age\nBen,45\nCara,31\n");
  import_participants(project(), path);
  const auto outcome = test::unchanged(*this, [&] { return import_participants(project(), path); });
  CHECK(outcome.rows == 2);
  CHECK(outcome.without_row.empty());
}

TEST_CASE_METHOD(Participants, "an empty cell empties the attribute", "[participants]") {
  set_participant(project(), "Ben", {{"age", "45"}});
  import_participants(project(), write("people.csv", "name,age\nBen,\n"));
  CHECK(value("Ben", "age").empty());
}

TEST_CASE_METHOD(Participants, "a file with one bad row brings none", "[participants]") {
  const auto [csv, told] = GENERATE(table<std::string, std::string>({
      {"name,age\nFay,1\n,2\n", "people.csv:3"},
      {"name,age\nFay,1\nfay,2\n", "people.csv:3"},
      {"name,age\nFay,1,2\n", "people.csv:2"},
      {"name,participant\nFay,1\n", "people.csv:1"},
      {"", "people.csv"},
  }));
  CAPTURE(csv);
  const std::string path = write("people.csv", csv);
  CHECK_THAT(test::refused<InputError>(*this, [&] { import_participants(project(), path); }),
             Contains(told));
}

TEST_CASE_METHOD(Participants, "a file that is not there is named", "[participants]") {
  CHECK_THAT(test::refused<InputError>(
                 *this, [&] { import_participants(project(), "/no such folder/people.csv"); }),
             Contains("/no such folder/people.csv: cannot be read"));
}

TEST_CASE_METHOD(Participants, "attributes are set by hand", "[participants]") {
  CHECK(set_participant(project(), "ben", {{"age", "45"}, {"place", "Åbo (Turku)"}}));
  CHECK(value("Ben", "place") == "Åbo (Turku)");
  CHECK(log_entries(project()).back().summary == "Ben: age=45 place=Åbo (Turku)");
  CHECK_FALSE(test::unchanged(*this, [&] {
    return set_participant(project(), "Ben", {{"AGE", "45"}});
  }));
}

TEST_CASE_METHOD(Participants, "an attribute of somebody unknown, or without a name, is refused",
                 "[participants]") {
  CHECK(test::refused<NotFound>(*this, [&] {
          set_participant(project(), "Cora", {{"age", "1"}});
        }) == "no participant is named \"Cora\"; did you mean \"Cara\"?");
  test::refused<InputError>(*this, [&] { set_participant(project(), "Ben", {{"", "1"}}); });
  test::refused<InputError>(*this, [&] {
    set_participant(project(), "Ben", {{"a", "1"}, {"b\n", "1"}, {"c\nd", "2"}});
  });
  CHECK(list_attributes(project()).empty());
}

TEST_CASE_METHOD(Participants, "a participant is renamed, and speaks on", "[participants]") {
  CHECK(rename_participant(project(), "ben", "Benjamin").before == "Ben");
  CHECK(test::speakers_of(project())[0] == "one|Ben|participant|Benjamin");
  CHECK(log_entries(project()).back().summary == "Ben is now Benjamin");
}

TEST_CASE_METHOD(Participants, "a name that is taken, or is none, is no participant's",
                 "[participants]") {
  CHECK(test::refused<Conflict>(*this, [&] { rename_participant(project(), "Ben", "CARA"); }) ==
        "the name \"Cara\" is taken by another participant");
  test::refused<InputError>(*this, [&] { rename_participant(project(), "Ben", " "); });
  test::refused<NotFound>(*this, [&] { rename_participant(project(), "Dan", "Dora"); });
  CHECK(test::unchanged(
            *this, [&] { return rename_participant(project(), "Ben", "Ben").before; }) == "Ben");
}
