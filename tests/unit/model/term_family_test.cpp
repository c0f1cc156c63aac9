#include "themata/model/term_family.hpp"

#include <catch2/catch.hpp>

using namespace themata::model;

TEST_CASE("forms are counted by what was said of them") {
  const StoredFamily family{
      {}, "", "", "Calm", {{"calm", FormState::approved}, {"calm*", {}}, {"calmer", {}}}};
  CHECK(family.count(FormState::approved) == 1);
  CHECK(family.count(FormState::proposed) == 2);
  CHECK(family.count(FormState::rejected) == 0);
}

TEST_CASE("what is said of forms and hits has words, and they mean it") {
  for (const FormState state : {FormState::proposed, FormState::approved, FormState::rejected}) {
    CHECK(parse_form_state(to_string(state)) == state);
  }
  CHECK_FALSE(parse_form_state("accepted"));
  CHECK(decision_word(true) == "left out");
  CHECK(parse_decision("left out") == true);
  CHECK(parse_decision("kept") == false);
  CHECK_FALSE(parse_decision("perhaps"));
}
