#include "themata/study/hit_review.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/term_tables.hpp"
#include "themata/study/terms.hpp"

using namespace themata;
using namespace themata::study;
using test::Names;

namespace {

struct Review : test::SampleStudy {
  Review() { add_terms(project(), "Hum", {"hum*"}, ""); }

  FamilyReview review() { return review_of(project(), {}, "Hum", 2); }
  /// "source start keyword decision reason" of each hit.
  Names lines() {
    Names result;
    for (const ReviewHit& hit : review().hits) {
      result.push_back(hit.line.source + " " + std::to_string(hit.line.range.begin.value) + " " +
                       hit.line.keyword + " " +
                       (hit.left_out ? std::string(model::decision_word(*hit.left_out)) : "-") + " " +
                       hit.reason);
    }
    return result;
  }
  std::size_t frequency() { return count_terms(project(), {}, terms_meant(project(), "Hum")).rows.at(0).frequency; }
};

}  // namespace

TEST_CASE_METHOD(Review, "hits are read in context, none of them decided at first", "[review]") {
  const FamilyReview all = review();
  REQUIRE(all.hits.size() == 4);
  CHECK(all.hits[0].line.source == "one");
  CHECK(all.hits[0].line.before == "home I ");
  CHECK(all.hits[0].line.keyword == "hum");
  CHECK(all.kept() + all.left_out() == 0);
}

TEST_CASE_METHOD(Review, "a hit that is left out no longer counts, and stays listed with its reason",
                 "[review]") {
  const FamilyReview all = review();
  decide(project(), all.family, all.hits[0], true, "a fridge");
  decide(project(), all.family, all.hits[1], false, "");
  CHECK(frequency() == 3);
  const FamilyReview decided = review();
  REQUIRE(decided.hits.size() == 4);
  CHECK(decided.hits[0].left_out == true);
  CHECK(decided.hits[0].reason == "a fridge");
  CHECK(decided.hits[0].coder == "Ada");
  CHECK(decided.hits[1].left_out == false);
  CHECK_FALSE(decided.hits[2].left_out);
  CHECK(decided.kept() == 1);
  CHECK(decided.left_out() == 1);
  CHECK(log_entries(project()).back().summary == "Hum: two 31:38 kept");
}

TEST_CASE_METHOD(Review, "a decision is taken back", "[review]") {
  const FamilyReview all = review();
  decide(project(), all.family, all.hits[0], true, "x");
  decide(project(), all.family, all.hits[0], std::nullopt, "");
  CHECK(frequency() == 4);
  CHECK_FALSE(review().hits[0].left_out);
}

TEST_CASE_METHOD(Review, "decisions come from a table, all rows or none", "[review]") {
  const auto row = [&](std::size_t hit, const std::string& rest) {
    const KwicLine line = review().hits[hit].line;
    return line.source + "," + std::to_string(line.range.begin.value) + "," +
           std::to_string(line.range.end.value) + "," + rest + "\n";
  };
  const std::string header = "source,start,end,decision,reason\n";
  CHECK(import_decisions(project(), "hum",
                         write("d.csv", header + row(0, "left out,\"a fridge, humming\"") +
                                            row(1, "Kept,") + row(2, ","))) == 2);
  CHECK(frequency() == 3);
  CHECK(review().hits[0].reason == "a fridge, humming");
  test::unchanged(*this, [&] {
    return import_decisions(project(), "Hum",
                            write("d.csv", header + row(0, "left out,\"a fridge, humming\"")));
  });
  CHECK(import_decisions(project(), "Hum", write("d.csv", header + row(0, ","))) == 1);
  CHECK(frequency() == 4);
  CHECK(test::refused<InputError>(*this, [&] {
          import_decisions(project(), "Hum",
                           write("d.csv", header + row(0, "kept,") + row(0, ",")));
        }).ends_with("is already on line 2; keep one of the rows"));
  CHECK(test::refused<InputError>(*this, [&] {
          import_decisions(project(), "Hum",
                           write("d.csv", header + row(0, "kept,") + "one,1,2,kept,\n"));
        }).ends_with("d.csv:3: one 1:2 is no hit of \"Hum\"; export the hits anew"));
}
