#include "themata/study/meant_terms.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/study/hit_review.hpp"
#include "themata/study/terms.hpp"

using namespace themata;
using namespace themata::study;

TEST_CASE_METHOD(test::SampleStudy, "what is meant says where it is from and what nobody approved",
                 "[terms]") {
  add_terms(project(), "Hum", {"hum*"}, "words");
  add_terms(project(), "Laugh", {"laugh"}, "words");
  approve_terms(project(), "Laugh", {});
  const MeantTerms meant = terms_meant(project(), "words");
  CHECK(meant.source == "words");
  CHECK(meant.families.size() == 2);
  CHECK(meant.not_approved == test::Names{"Hum"});
  const MeantTerms file = terms_meant(project(), write("own.terms", "Hum: hum\n"));
  CHECK(file.source == "own.terms");  // without its folder
  CHECK(file.not_approved.empty());
}

TEST_CASE_METHOD(test::SampleStudy, "families come with the hits that were left out", "[terms]") {
  add_terms(project(), "Hum", {"hum*"}, "");
  const FamilyReview review = review_of(project(), {}, "Hum", 0);
  decide(project(), review.family, review.hits.at(1), true, "");
  decide(project(), review.family, review.hits.at(2), false, "");
  const auto families = counted_families(project(), term_families(project()));
  REQUIRE(families.size() == 1);
  CHECK(families[0].left_out == std::vector<model::Segment>{review.hits.at(1).place});
}
