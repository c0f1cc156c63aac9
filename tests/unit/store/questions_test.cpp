#include "themata/store/questions.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"

using namespace themata;
using namespace themata::store;

TEST_CASE("questions stand in the schedule's order, and new ones take their place", "[questions]") {
  test::Study study;
  test::command(study.database, [&] {
    set_questions(study.database, {{"g1", "How was it?"}, {"g2", "What else?"}});
  });
  CHECK(questions(study.database) ==
        std::vector<Question>{{"g1", "How was it?"}, {"g2", "What else?"}});
  test::command(study.database, [&] { set_questions(study.database, {{"g2", "What else?"}}); });
  CHECK(questions(study.database) == std::vector<Question>{{"g2", "What else?"}});
}
