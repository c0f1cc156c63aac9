#include "themata/study/blame.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/study/sources.hpp"

using namespace themata;
using namespace themata::study;

TEST_CASE("each coding is told with its coder, place and time", "[blame]") {
  test::SampleStudy study;
  std::vector<std::string> lines;
  list_blame(study.project(), find_source(study.project(), "one"), [&](const BlameLine& line) {
    CHECK(line.created == test::TemporaryStudy::now);
    CHECK(line.rule.empty());
    lines.push_back(std::to_string(line.turn) + " " + line.code + " " + line.coder + " " +
                    line.text);
  });
  CHECK(lines == std::vector<std::string>{"2 breathing Ada I breathe slowly",
                                          "2 breathing Bea I breathe slowly",
                                          "4 humming Ada At home I hum"});
}
