#include "themata/study/statements.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"

using namespace themata;
using namespace themata::study;
using test::SampleStudy;

TEST_CASE_METHOD(SampleStudy, "of several statements on a topic the latest stands",
                 "[statements]") {
  state(project(), "7", "We read for meaning.");
  state(project(), "7", " We read for what is not said. ");
  dismiss(project(), "bias:memo-4", "said of a sampling frame");
  const auto standing = standing_statements(project());
  REQUIRE(standing.size() == 2);
  CHECK(standing.at("7").text == "We read for what is not said.");
  CHECK(standing.at("7").coder == "Ada");
  CHECK(standing.at("bias:memo-4").kind == model::StatementKind::dismissed);
  CHECK(log_entries(project()).back().summary == "bias:memo-4: said of a sampling frame");
  withdraw_statement(project(), "7");
  CHECK_FALSE(standing_statements(project()).contains("7"));
}

TEST_CASE_METHOD(SampleStudy, "what cannot be stated changes nothing", "[statements]") {
  test::refused<InputError>(*this, [&] { state(project(), "16", "x"); });
  test::refused<InputError>(*this, [&] { state(project(), "quality", "x"); });
  test::refused<InputError>(*this, [&] { state(project(), "1", "  "); });
  test::refused<InputError>(*this, [&] { dismiss(project(), "bias", ""); });
  test::refused<Conflict>(*this, [&] { withdraw_statement(project(), "1"); });
}
