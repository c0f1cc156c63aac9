#include "themata/store/study_info.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"

using namespace themata;
using namespace themata::store;

TEST_CASE("a study keeps what it was made with", "[study_info]") {
  test::Study study;
  const model::StudyInfo info = study_info(study.database);
  CHECK(info.guid == "guid-study");
  CHECK(info.title == "Letters home");
  CHECK(info.approach == model::Approach::reflexive);
  CHECK(info.language == "en");
}

TEST_CASE("title, approach and language can be set, the guid cannot", "[study_info]") {
  test::Study study;
  test::command(study.database, [&] {
    set_study_info(study.database, {"another", "Tvåa", model::Approach::coding_reliability, "sv"});
  });
  const model::StudyInfo info = study_info(study.database);
  CHECK(info.guid == "guid-study");
  CHECK(info.title == "Tvåa");
  CHECK(info.approach == model::Approach::coding_reliability);
  CHECK(info.language == "sv");
}
