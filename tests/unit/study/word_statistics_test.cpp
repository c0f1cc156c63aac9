#include "themata/study/meant_terms.hpp"
#include "themata/study/word_statistics.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/error.hpp"

using namespace themata;
using namespace themata::study;
using By = Grouping::By;
using test::Names;
using test::SampleStudy;

namespace {

struct Statistics : SampleStudy {
  static Names groups_of(const GroupedTable& table) {
    Names names;
    for (const auto& group : table.groups) {
      names.push_back(group.name + " " + std::to_string(group.words));
    }
    return names;
  }

  static const GroupedTable::Row& row(const GroupedTable& table, const std::string& term) {
    for (const auto& row : table.rows) {
      if (row.count.term == term) return row;
    }
    throw NotFound("no row " + term);
  }
};

using Numbers = std::vector<std::size_t>;

}  // namespace

TEST_CASE("groupings are written in the singular or plural", "[statistics]") {
  CHECK(parse_grouping("participant") == Grouping{By::participant, {}});
  CHECK(parse_grouping("sources") == Grouping{By::source, {}});
  CHECK(parse_grouping("occasion") == Grouping{By::occasion, {}});
  CHECK(parse_grouping("turns") == Grouping{By::turn, {}});
  CHECK(parse_grouping("study") == Grouping{By::study, {}});
  CHECK(parse_grouping("attribute:age band") == Grouping{By::attribute, "age band"});
  for (const char* word : {"", "attribute", "attribute:", "studys", "Participant", "code"}) {
    CHECK_FALSE(parse_grouping(word));
  }
}

TEST_CASE_METHOD(Statistics, "words and families are counted by group", "[statistics]") {
  CountRequest request;
  request.by = {By::participant, {}};
  const GroupedTable words = count_words(project(), {}, request);
  CHECK(groups_of(words) == Names{"Ben 13", "Cara 9"});
  CHECK(in_each_group(words, row(words, "hum")) == Numbers{2, 1});
  const std::string path = write("own.terms", "Hum: hum*\nNone: xyz\n");
  const GroupedTable terms = count_families(project(), {}, terms_meant(project(), path).families, {By::attribute, "Place"});
  CHECK(groups_of(terms) == Names{"Turku 13", "(no place) 9"});
  CHECK(in_each_group(terms, row(terms, "Hum")) == Numbers{2, 2});
  CHECK(in_each_group(terms, row(terms, "None")) == Numbers{0, 0});
  CHECK_THROWS_AS(count_families(project(), {}, terms_meant(project(), path).families, {By::attribute, "shoe size"}), NotFound);
}

TEST_CASE_METHOD(Statistics, "lists of words to leave out add up", "[statistics]") {
  CountRequest request;
  request.words.stop = {"auto", write("own.txt", "hum # often\n")};
  const GroupedTable table = count_words(project(), {}, request);
  CHECK_THROWS_AS(row(table, "hum"), NotFound);
  CHECK_THROWS_AS(row(table, "and"), NotFound);
  CHECK(row(table, "humming").count.frequency == 1);
  request.words.stop = {"fillers"};
  CHECK(row(count_words(project(), {}, request), "hum").count.frequency == 3);
  CHECK_THROWS_AS(count_words(project(), {}, {{{"gone.txt"}, false}, 1, {}, {}}), InputError);
}

TEST_CASE_METHOD(Statistics, "the spread of patterns, families or all words", "[statistics]") {
  DispersionRequest request;
  request.parts = {By::source, {}};
  request.patterns = {"hum*", "xyz"};
  const DispersionTable patterns = study::dispersion(project(), {}, request);
  CHECK(patterns.parts == 3);
  REQUIRE(patterns.rows.size() == 2);
  CHECK(patterns.rows[0].count == analysis::TermCount{"hum*", 2, 4});
  CHECK(patterns.rows[0].dispersion.range == 3);
  CHECK(patterns.rows[1].dispersion.range == 0);
  CHECK_FALSE(patterns.rows[1].dispersion.dp);
  request.patterns.clear();
  request.top = 1;
  CHECK(study::dispersion(project(), {}, request).rows.at(0).count.term == "hum");
  request.terms = write("own.terms", "Hum: hum*\n");
  CHECK(study::dispersion(project(), {}, request).rows.at(0).count.term == "Hum");
}

TEST_CASE_METHOD(Statistics, "parts of a study are compared", "[statistics]") {
  Filter ben;
  ben.participants = {"Ben"};
  Filter cara;
  cara.participants = {"Cara"};
  const KeynessTable with_rest = keyness(project(), ben, std::nullopt, {});
  const KeynessTable with_cara = keyness(project(), ben, cara, {});
  CHECK(with_rest.words == 13);
  CHECK(with_rest.other_words == 9);
  CHECK(with_cara.other_words == 9);
  CHECK(with_rest.rows.size() == with_cara.rows.size());
  Filter coded;
  coded.codes = {"humming"};
  const KeynessTable table = keyness(project(), coded, std::nullopt, {});
  CHECK(table.words + table.other_words == 22);
  CHECK(table.words == 11);
  Filter unknown;
  unknown.participants = {"Zed"};
  CHECK_THROWS_AS(keyness(project(), ben, unknown, {}), NotFound);
}

TEST_CASE_METHOD(Statistics, "words near a pattern, and how varied they are", "[statistics]") {
  const auto near = collocates(project(), {}, "hum", 2, {{"auto"}, false});
  REQUIRE_FALSE(near.empty());
  CHECK(near[0].term == "home");
  CHECK(near[0].meeting.first == 3);
  CHECK(near[0].meeting.words == 22);
  CHECK_THROWS_AS(collocates(project(), {}, "*", 2, {}), InputError);

  const auto rows = diversity(project(), {}, {By::occasion, {}}, 2);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].group == "week 12");
  CHECK(rows[0].diversity.tokens() == 6);
  CHECK(rows[1].group == "(no occasion)");
  CHECK(rows[1].diversity.tokens() == 16);
}
