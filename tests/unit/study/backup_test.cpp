#include "themata/study/backup.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/store/change.hpp"

using namespace themata;
using namespace themata::study;

TEST_CASE("a backup holds what the study holds, and has a name of its own", "[backup]") {
  test::SampleStudy study;
  const MadeBackup first = back_up(study.project(), std::nullopt, {});
  const MadeBackup second = back_up(study.project(), std::nullopt, {});
  CHECK(first.path != second.path);
  CHECK(first.path.filename() == "study.themata.2024-05-03T100000Z.backup");
  CHECK(test::bytes_of(first.path).size() == study.bytes().size());
}

TEST_CASE("a backup is made while another works", "[backup]") {
  test::SampleStudy study;
  Project bea = study.as("Bea");
  store::Change change(bea.database(), {study.project().now(), "Bea", "test"});
  const MadeBackup made = back_up(study.project(), std::nullopt, {});
  CHECK(made.bytes > 0);
}

TEST_CASE("a backup overwrites nothing", "[backup]") {
  test::SampleStudy study;
  const std::string path = study.write("mine", "precious");
  test::refused<Conflict>(study, [&] { back_up(study.project(), path, {}); });
  CHECK(test::bytes_of(path) == "precious");
}
