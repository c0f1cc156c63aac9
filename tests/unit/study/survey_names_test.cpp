#include "themata/study/detail/survey_names.hpp"

#include <catch2/catch.hpp>

using namespace themata::study::detail;
using Names = std::vector<std::string>;

namespace {

std::string short_name(const std::string& question) {
  return short_names({question}, {7}, "column").front();
}

}  // namespace

TEST_CASE("Short questions are their own names, long ones go by their number") {
  CHECK(short_name("Q1") == "Q1");
  CHECK(short_name("What helped?") == "What helped?");
  CHECK(short_name("Q1. What helped you most in the first weeks?") == "Q1");
  CHECK(short_name("Q12_b: What helped you most in the first weeks?") == "Q12_b");
  CHECK(short_name("Q3 What helped you most in the first weeks?") == "Q3");
  CHECK(short_name("3) What helped you most in the first weeks?") == "Q3");
  CHECK(short_name("1.2. What helped you most in the first weeks?") == "Q1.2");
  CHECK(short_name("3 things that helped you most in the first weeks") == "column 7");
  CHECK(short_name("1st of all, what helped you most in the first weeks?") == "column 7");
  CHECK(short_name("What helped you most in the first weeks?") == "column 7");
  CHECK(short_name("ÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜ") == "ÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜÄÖÜ");
  CHECK(short_name("") == "column 7");
}

TEST_CASE("Questions that would have one name go by their numbers") {
  CHECK(short_names({"Q1. What helped you most in the first weeks?",
                     "q1: What helped you least in the first weeks?", "Q2"},
                    {3, 5, 6}, "question") == Names{"question 3", "question 5", "Q2"});
}

TEST_CASE("A number below a column of occasions takes the column's name") {
  CHECK(occasion_of("week", "2") == "week 2");
  CHECK(occasion_of("week", "week 2") == "week 2");
  CHECK(occasion_of("date", "2024-05-03") == "2024-05-03");
  CHECK(occasion_of("In which week of the year was this written?", "2") == "2");
}

TEST_CASE("What stands for no answer") {
  for (const char* none : {"NA", "n/a", "-", "—", "NULL", "#N/A", "NaN", "."})
    CHECK(is_no_answer(none));
  for (const char* answer : {"no", "none", "nothing", "0", "Na ja", "..."})
    CHECK_FALSE(is_no_answer(answer));
}
