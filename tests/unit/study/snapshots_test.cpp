#include "themata/study/snapshots.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "support/recorded_rows.hpp"

using namespace themata;
using namespace themata::study;
using themata::store::test::recorded_rows;

TEST_CASE("a snapshot leads back to the state it marked, and leaves the study alone",
          "[snapshots]") {
  test::SampleStudy study;
  Project& project = study.project();
  const auto then = recorded_rows(project.database());
  const Snapshot taken = take_snapshot(project, "review");
  CHECK(taken.name == "review");
  remove_code(project, "humming", true);
  const std::string before = study.bytes();
  Project earlier = as_of(project, "REVIEW");
  CHECK(recorded_rows(earlier.database()) == then);
  CHECK(study.bytes() == before);
  CHECK(compare_snapshots(project, "review", std::nullopt).size() > 1);
  CHECK(compare_snapshots(project, "review", "review").empty());
}

TEST_CASE("a snapshot's name is its own", "[snapshots]") {
  test::SampleStudy study;
  Project& project = study.project();
  take_snapshot(project, "review");
  test::refused<Conflict>(study, [&] { take_snapshot(project, "Review"); });
  test::refused<InputError>(study, [&] { take_snapshot(project, "12"); });
  test::refused<InputError>(study, [&] { take_snapshot(project, " "); });
  test::refused<NotFound>(study, [&] { as_of(project, "nothing"); });
}
