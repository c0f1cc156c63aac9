#include "themata/study/filter.hpp"

#include <algorithm>
#include <functional>

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/store/coders.hpp"
#include "themata/study/sources.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;
using test::SampleStudy;

namespace {

struct Filters : SampleStudy {
  /// The names of what a list of a selection admits.
  template <class Id, class Thing>
  static Names names(const std::optional<std::vector<Id>>& ids, const std::vector<Thing>& things) {
    REQUIRE(ids);
    Names found;
    for (const Thing& thing : things) {
      if (std::find(ids->begin(), ids->end(), thing.id) != ids->end()) found.push_back(thing.name);
    }
    CHECK(found.size() == ids->size());  // nothing else, and nothing twice
    return found;
  }

  Names participants(const Filter& filter) {
    return names(select(project(), filter).participants, list_participants(project()));
  }
  Names codes(const Filter& filter) {
    return names(select(project(), filter).codes, codebook(project()).codes());
  }
};

}  // namespace

TEST_CASE_METHOD(Filters, "no filter admits everything", "[filter]") {
  const model::Selection all = select(project(), {});
  CHECK_FALSE(all.sources);
  CHECK_FALSE(all.occasions);
  CHECK_FALSE(all.participants);
  CHECK_FALSE(all.coders);
  CHECK_FALSE(all.codes);
  CHECK(all.speech == model::Speech::participants);
}

TEST_CASE_METHOD(Filters, "the speech is handed on", "[filter]") {
  Filter filter;
  filter.speech = model::Speech::researchers;
  CHECK(select(project(), filter).speech == model::Speech::researchers);
}

TEST_CASE_METHOD(Filters, "sources are found by name, case or beginning", "[filter]") {
  Filter filter;
  filter.sources = {"TWO", "tog"};
  std::vector<model::Source> sources;
  for (const SourceSummary& summary : list_sources(project())) sources.push_back(summary.source);
  CHECK(names(select(project(), filter).sources, sources) == Names{"two", "together"});
  filter.sources = {"t"};
  CHECK_THROWS_AS(select(project(), filter), Conflict);
  filter.sources = {"tow"};
  CHECK_THROWS_WITH(select(project(), filter), "no source is named \"tow\"; did you mean \"two\"?");
}

TEST_CASE_METHOD(Filters, "coders are found by name", "[filter]") {
  Filter filter;
  filter.coders = {"bea"};
  CHECK(names(select(project(), filter).coders, store::coders(project().database())) ==
        Names{"Bea"});
  filter.coders = {"Zoë"};
  CHECK_THROWS_AS(select(project(), filter), NotFound);
}

TEST_CASE_METHOD(Filters, "occasions are found among those that sources have", "[filter]") {
  Filter filter;
  filter.occasions = {"Week"};
  CHECK(select(project(), filter).occasions == Names{"week 12"});
  filter.occasions = {""};  // no occasion is none
  CHECK_THROWS_AS(select(project(), filter), NotFound);
  filter.occasions = {"baseline"};
  CHECK_THROWS_WITH(select(project(), filter), Contains("no occasion is named \"baseline\""));
}

TEST_CASE_METHOD(Filters, "participants are found by name", "[filter]") {
  Filter filter;
  filter.participants = {"ben"};
  CHECK(participants(filter) == Names{"Ben"});
  filter.participants = {"Ben", "Cara"};
  CHECK(participants(filter) == Names{"Ben", "Cara"});
  filter.participants = {"Interviewer"};
  CHECK_THROWS_AS(select(project(), filter), NotFound);
}

TEST_CASE_METHOD(Filters, "attributes choose participants", "[filter]") {
  Filter filter;
  filter.where = {{"age", "45"}};
  CHECK(participants(filter) == Names{"Ben"});
  filter.where = {{"Age", "45"}, {"age", "31"}};  // two values of one attribute widen
  CHECK(participants(filter) == Names{"Ben", "Cara"});
  filter.where = {{"age", "45"}, {"place", "TURKU"}};  // two attributes narrow
  CHECK(participants(filter) == Names{"Ben"});
  filter.where = {{"place", ""}};  // who has none
  CHECK(participants(filter) == Names{"Cara"});
}

TEST_CASE_METHOD(Filters, "names and attributes of participants narrow each other", "[filter]") {
  Filter filter;
  filter.participants = {"Cara"};
  filter.where = {{"age", "45"}};
  CHECK(participants(filter).empty());  // an empty list admits nobody
}

TEST_CASE_METHOD(Filters, "a condition that fits nobody is refused", "[filter]") {
  Filter filter;
  filter.where = {{"height", "2"}};
  CHECK_THROWS_WITH(select(project(), filter), Contains("no attribute is named \"height\""));
  filter.where = {{"age", "45"}, {"place", "Oulu"}};
  CHECK_THROWS_AS(select(project(), filter), NotFound);
  CHECK_THROWS_WITH(select(project(), filter), Contains("no participant has age=45, place=Oulu"));
}

TEST_CASE_METHOD(Filters, "details choose sources where no attribute has the name", "[filter]") {
  std::vector<model::Source> sources;
  for (const SourceSummary& summary : list_sources(project())) sources.push_back(summary.source);
  Filter filter;
  filter.where = {{"date", "3"}};  // by a beginning
  CHECK(names(select(project(), filter).sources, sources) == Names{"one"});
  CHECK_FALSE(select(project(), filter).participants);
  filter.where = {{"DATE", "3 May"}, {"age", "31"}};
  CHECK(names(select(project(), filter).sources, sources) == Names{"one"});
  CHECK(participants(filter) == Names{"Cara"});
  filter.sources = {"two"};
  CHECK(select(project(), filter).sources->empty());
  filter.where = {{"date", "4 May"}};
  CHECK_THROWS_WITH(select(project(), filter), Contains("no date is named \"4 May\""));
  filter.where = {{"detail:room", "2"}};
  CHECK_THROWS_WITH(select(project(), filter), Contains("no detail is named \"room\""));
  filter.where = {{"datte", "3 May"}};
  CHECK_THROWS_WITH(select(project(), filter),
                    Contains("did you mean \"Date\", a detail of sources"));
  CHECK(notices().front() == "date=\"3\" is taken as \"3 May\"");
  CHECK(notices().size() == 2);  // nothing is told of a value that is written in full
}

TEST_CASE("a detail's value is not taken for a longer one", "[filter]") {
  test::TemporaryStudy study;
  study.import("a.txt", "Date: Site 12\n\nI: How?\nBen: Well.\n");
  study.import("b.txt", "Date: Site 3\n\nI: How?\nBen: Well.\n");
  study.import("c.txt", "Date: north\n\nI: How?\nBen: Well.\n");
  study.import("d.txt", "Date: North\n\nI: How?\nBen: Well.\n");
  Filter filter;
  filter.where = {{"date", "Site 1"}};
  CHECK_THROWS_WITH(select(study.project(), filter),
                    Contains("no date is named \"Site 1\"") && Contains("\"Site 12\""));
  filter.where = {{"date", "north"}};
  CHECK(select(study.project(), filter).sources->size() == 2);
  filter.where = {{"date", "site 12"}};
  CHECK(select(study.project(), filter).sources->size() == 1);
  CHECK(study.notices().empty());
}

TEST_CASE_METHOD(Filters, "an attribute goes before a detail of its name, and that is told",
                 "[filter]") {
  set_participant(project(), "Ben", {{"date", "3 May"}});
  Filter filter;
  filter.where = {{"date", "3 May"}};
  CHECK(participants(filter) == Names{"Ben"});
  CHECK_FALSE(select(project(), filter).sources);
  CHECK_THAT(notices().back(), Contains("--where \"detail:date=...\""));
  filter.where = {{"detail:date", "3 May"}};
  CHECK(select(project(), filter).sources->size() == 1);
  CHECK_FALSE(select(project(), filter).participants);
}

TEST_CASE_METHOD(Filters, "lists of ids are in order, each once", "[filter]") {
  Filter filter;
  filter.sources = {"two", "one", "two"};
  const auto ids = *select(project(), filter).sources;
  CHECK(ids.size() == 2);
  CHECK(std::is_sorted(ids.begin(), ids.end()));
}

TEST_CASE_METHOD(Filters, "a theme stands for the codes below it", "[filter]") {
  Filter filter;
  filter.themes = {"Body"};
  CHECK(codes(filter) == Names{"breathing", "humming"});
  filter.themes = {"1.1"};
  CHECK(codes(filter) == Names{"humming"});
  filter.themes = {"Body / Sound"};
  CHECK(codes(filter) == Names{"humming"});
}

TEST_CASE_METHOD(Filters, "codes and themes narrow each other", "[filter]") {
  Filter filter;
  filter.codes = {"breathing", "silence"};
  CHECK(codes(filter) == Names{"breathing", "silence"});
  filter.themes = {"Body"};
  CHECK(codes(filter) == Names{"breathing"});
  filter.themes = {"Company"};
  CHECK(codes(filter).empty());
}

TEST_CASE_METHOD(Filters, "a code that two themes have is admitted once", "[filter]") {
  Filter filter;
  filter.themes = {"Sound", "Company"};
  const auto ids = select(project(), filter).codes;
  REQUIRE(ids);
  std::vector<model::CodeId> distinct = *ids;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  CHECK(distinct.size() == 2);
}

TEST_CASE_METHOD(Filters, "to select writes nothing", "[filter]") {
  Filter filter;
  filter.themes = {"Body"};
  test::unchanged(*this, [&] { return select(project(), filter).speech; });
  filter.codes = {"breath", "nothing"};
  test::refused<NotFound>(*this, [&] { select(project(), filter); });
}
