#include "themata/store/terms.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/history.hpp"
#include "themata/store/sources.hpp"

using namespace themata;
using namespace themata::store;
using enum model::FormState;
using model::TermFamilyId;

namespace {

struct Terms : test::Study {
  model::CoderId ada;
  model::SourceId source;
  TermFamilyId calm;

  Terms() {
    test::command(database, [&] {
      ada = add_coder(database, "Ada", "guid-ada");
      source = test::add_interview(database, "one", "Ben: calm and calmer");
      calm = add_term_family(database, "table", "Calm", "guid-calm");
      set_term_form(database, calm, {"calm*", proposed});
    });
  }

  model::Segment hit(std::size_t begin, std::size_t end) const {
    return {source, text::byte_range(begin, end)};
  }
  /// The forms as "pattern state".
  std::vector<std::string> forms() {
    std::vector<std::string> lines;
    const auto families = term_families(database);
    for (const model::TermForm& form : families.at(0).forms) {
      lines.push_back(form.pattern + " " + std::string(model::to_string(form.state)));
    }
    return lines;
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(Terms, "families keep their order, and their forms theirs", "[terms]") {
  test::command(database, [&] {
    const TermFamilyId other = add_term_family(database, "", "Airs", "guid-airs");
    set_term_form(database, other, {"air", approved});
    set_term_form(database, calm, {"\"at rest\"", approved});
    set_term_form(database, calm, {"balm", rejected});
  });
  const auto families = term_families(database);
  REQUIRE(families.size() == 2);
  CHECK(families[0].name == "Calm");
  CHECK(families[0].list == "table");
  CHECK(families[0].guid == "guid-calm");
  CHECK(families[1].name == "Airs");
  CHECK(forms() == Lines{"calm* proposed", "\"at rest\" approved", "balm rejected"});
  CHECK(families[0].count(approved) == 1);
  CHECK(families[0].count(rejected) == 1);
}

TEST_CASE_METHOD(Terms, "what is said of a form is changed in its place", "[terms]") {
  test::command(database, [&] {
    set_term_form(database, calm, {"calm", approved});
    CHECK(set_term_form(database, calm, {"calm*", rejected}));
    CHECK_FALSE(set_term_form(database, calm, {"calm*", rejected}));
  });
  CHECK(forms() == Lines{"calm* rejected", "calm approved"});
  test::command(database, [&] {
    CHECK(remove_term_form(database, calm, "calm*"));
    CHECK_FALSE(remove_term_form(database, calm, "calm*"));
  });
  CHECK(forms() == Lines{"calm approved"});
}

TEST_CASE_METHOD(Terms, "a hit is decided once, and can be decided anew", "[terms]") {
  test::command(database, [&] {
    decide_hit(database, {calm, hit(14, 20), true, "the sea", ada}, test::some_time);
    decide_hit(database, {calm, hit(5, 9), false, "", ada}, test::some_time);
    decide_hit(database, {calm, hit(14, 20), true, "the weather", ada}, test::some_time);
  });
  const auto decisions = hit_decisions(database, calm);
  REQUIRE(decisions.size() == 2);
  CHECK(decisions[0].segment == hit(5, 9));
  CHECK_FALSE(decisions[0].left_out);
  CHECK(decisions[1].reason == "the weather");
  CHECK(decisions[1].left_out);
  CHECK(decisions[1].coder == ada);
  test::command(database, [&] {
    CHECK(forget_decision(database, calm, hit(14, 20)));
    CHECK_FALSE(forget_decision(database, calm, hit(14, 20)));
  });
  CHECK(hit_decisions(database, calm).size() == 1);
}

TEST_CASE_METHOD(Terms, "the same decision again is no change", "[terms]") {
  const auto decide = [&] {
    decide_hit(database, {calm, hit(5, 9), true, "so", ada}, test::some_time);
  };
  CHECK(test::command(database, decide));
  CHECK_FALSE(test::command(database, decide));
}

TEST_CASE_METHOD(Terms, "with a family goes what belongs to it", "[terms]") {
  test::command(database, [&] {
    decide_hit(database, {calm, hit(5, 9), true, "", ada}, test::some_time);
  });
  const auto before = test::recorded_rows(database);
  test::command(database, [&] { remove_term_family(database, calm); });
  CHECK(term_families(database).empty());
  CHECK(test::rows(database, "term_form").empty());
  CHECK(test::rows(database, "term_hit").empty());
  test::undo(database, log_entries(database).back().id);
  CHECK(test::recorded_rows(database) == before);
}

TEST_CASE_METHOD(Terms, "with a source go the decisions on its hits", "[terms]") {
  test::command(database, [&] {
    decide_hit(database, {calm, hit(5, 9), true, "", ada}, test::some_time);
  });
  test::command(database, [&] { remove_source(database, source); });
  CHECK(hit_decisions(database, calm).empty());
}

TEST_CASE_METHOD(Terms, "what is no family is said", "[terms]") {
  test::command(database, [&] {
    CHECK_THROWS_AS(rename_term_family(database, TermFamilyId{9}, "x"), NotFound);
    CHECK_THROWS_AS(remove_term_family(database, TermFamilyId{9}), NotFound);
    rename_term_family(database, calm, "Calm, calmer");
  });
  CHECK(term_families(database)[0].name == "Calm, calmer");
}
