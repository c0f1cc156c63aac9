#include "themata/text/detail/remembered_runs.hpp"

#include <catch2/catch.hpp>

#include "themata/text/detail/word_scan.hpp"

using namespace themata::text;
using detail::end_of_run;
using detail::RememberedRuns;

TEST_CASE("a run's words are remembered as parts of the run") {
  RememberedRuns runs;
  CHECK(runs.find("ab") == nullptr);
  const RememberedRuns::Words words{{0, 1}, {1, 2}};
  CHECK(runs.add("ab", 70'000, {byte_range(70'000, 70'001), byte_range(70'001, 70'002)}) == words);
  REQUIRE(runs.find("ab") != nullptr);
  CHECK(*runs.find("ab") == words);
  CHECK(runs.find("a") == nullptr);
}

TEST_CASE("no more than so many runs are remembered") {
  RememberedRuns runs;
  for (std::size_t i = 0; i < RememberedRuns::most; ++i) runs.add(std::to_string(i), 0, {});
  CHECK(runs.size() == RememberedRuns::most);
  runs.add("one more", 0, {});
  CHECK(runs.size() == 1);
}

TEST_CASE("a run ends before what stands apart, or is none") {
  if (!detail::rules_are_known()) return;  // nothing is known to stand apart then
  const detail::WordClasses& classes = detail::WordClasses::running();
  const std::string chinese = "\u4E0D\u77E5\u9053";
  CHECK(end_of_run(chinese, 0, 64, classes) == 9U);
  CHECK(end_of_run(chinese + "\uFF01", 3, 64, classes) == 9U);
  CHECK(end_of_run(chinese + " a", 0, 9, classes) == 9U);
  CHECK_FALSE(end_of_run(chinese + " a", 0, 8, classes));
  CHECK_FALSE(end_of_run(chinese + "a", 0, 64, classes));
  CHECK_FALSE(end_of_run(chinese + "\u200D", 0, 64, classes));
  CHECK_FALSE(end_of_run(chinese + "_", 0, 64, classes));
}
