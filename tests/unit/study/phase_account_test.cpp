#include "themata/study/phase_account.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/study/phases.hpp"

using namespace themata;
using namespace themata::study;

TEST_CASE("before the first move, work counts for the phase that it is done in",
          "[phase_account]") {
  test::SampleStudy study;
  const auto account = phase_account(study.project());
  REQUIRE(account.size() == 6);
  CHECK(account[0].from == "2024-05-03");
  CHECK(account[0].done.find("import") != std::string::npos);
  CHECK(account[1].done.find("apply") != std::string::npos);
  CHECK(account[1].coders == std::vector<std::string>{"Ada", "Bea"});
  CHECK(account[5].from.empty());
  CHECK(account[5].done.empty());
}

TEST_CASE("the notes on moves stand beside their phases", "[phase_account]") {
  test::SampleStudy study;
  set_phase(study.project(), 4, "two themes overlap");
  CHECK(phase_account(study.project())[3].notes == "two themes overlap");
}
