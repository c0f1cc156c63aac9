#include "themata/study/choosing.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"

using namespace themata;
using namespace themata::study;

TEST_CASE("excerpts are chosen and dropped by their codings", "[choosing]") {
  test::SampleStudy study;
  Project& project = study.project();
  CHECK(choose_excerpts(project, {1, 2, 1}) == 2);
  CHECK(chosen_codings(project).size() == 2);
  CHECK(drop_excerpts(project, {2, 3}) == 1);
  CHECK(chosen_codings(project).contains(model::CodingId{1}));
  test::refused<NotFound>(study, [&] { choose_excerpts(project, {3, 99}); });
}
