#include "themata/study/meant_terms.hpp"
#include "themata/study/participant_table.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"

using namespace themata;
using namespace themata::study;
using test::Names;
using test::SampleStudy;

namespace {

struct ByParticipant : SampleStudy {
  static Names people(const ParticipantTable& table) {
    Names names;
    for (const auto& person : table.people) names.push_back(person.name);
    return names;
  }
};

}  // namespace

TEST_CASE_METHOD(ByParticipant, "a term list is counted by participant", "[participant table]") {
  const std::string path = write("breath.terms", "Breath: breathe\nHum: hum*\nNone: xyz\n");
  const ParticipantTable table = participant_table(project(), {}, terms_meant(project(), path).families);
  const auto by_term = term_table(project(), {}, path);
  REQUIRE(table.rows.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(table.rows[i].term == by_term[i].term);
    CHECK(table.rows[i].frequency == by_term[i].frequency);
    CHECK(table.rows[i].counts.size() == table.people.size());
  }
  CHECK_THROWS_AS(terms_meant(project(), "gone.terms"), Error);
}

TEST_CASE_METHOD(ByParticipant, "words are counted of whom a filter selects",
                 "[participant table]") {
  Filter filter;
  filter.participants = {"Ben"};
  WordTableOptions options;
  options.top = 1;
  const ParticipantTable table = participant_table(project(), filter, options);
  CHECK(people(table) == Names{"Ben"});
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].counts == std::vector{table.rows[0].frequency});
  filter.participants = {"Nobody"};
  CHECK_THROWS_AS(participant_table(project(), filter, options), NotFound);
}
