#include "themata/model/participant.hpp"

#include <catch2/catch.hpp>

using namespace themata::model;

TEST_CASE("a participant's attribute is found by its exact name") {
  const Participant ben{ParticipantId{1}, "", "Ben", {{"age", "45"}, {"gender", ""}}};
  CHECK(ben.attribute("age") == "45");
  CHECK(ben.attribute("gender").empty());
  CHECK(ben.attribute("Age").empty());
  CHECK(Participant{}.attribute("age").empty());
}
