#include "themata/exchange/participant_csv.hpp"

#include <catch2/catch.hpp>

using themata::exchange::ParticipantTable;
using themata::exchange::read_participants;
using Attributes = std::vector<themata::model::Attribute>;

namespace {

ParticipantTable read(std::string_view bytes) { return read_participants("people.csv", bytes); }

}  // namespace

TEST_CASE("The first column names the participants, the others are their attributes") {
  const auto table = read("who,age,group\nJoanne,45, control \nBen,,\"a, b\"\n");
  CHECK(table.attribute_names == std::vector<std::string>{"age", "group"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].name == "Joanne");
  CHECK(table.rows[0].line == 2);
  CHECK(table.rows[0].attributes == Attributes{{"age", "45"}, {"group", "control"}});
  CHECK(table.rows[1].attributes == Attributes{{"age", ""}, {"group", "a, b"}});
}

TEST_CASE("A table of names alone has no attributes") {
  const auto table = read("participant\nBen\n");
  CHECK(table.attribute_names.empty());
  CHECK(table.rows.at(0).attributes.empty());
}

TEST_CASE("A name that is blank or there twice is an error") {
  CHECK_THROWS_WITH(read("name,age\nBen,3\n ,4\n"), Catch::StartsWith("people.csv:3: "));
  CHECK_THROWS_WITH(read("name,age\nBen’s  Mum,3\nAnn,2\nben's mum,4\n"),
                    "people.csv:4: the participant \"ben's mum\" is already on line 2; keep one of "
                    "the rows");
  CHECK_THROWS_WITH(read("name\n\"Ben\nAnn\"\n"), Catch::StartsWith("people.csv:2: "));
}

TEST_CASE("Rows of empty cells are passed over") {
  CHECK(read("name,age\nBen,3\n,\n").rows.size() == 1);
}

TEST_CASE("The participant's name cannot stand behind another column") {
  CHECK_THROWS_WITH(
      read("no,Participant,age\n1,Ben,3\n"),
      "people.csv:1: the column \"participant\" must be the first; the others are attributes");
}
