#include "themata/analysis/kwic_order.hpp"

#include <catch2/catch.hpp>

using namespace themata::analysis;

namespace {

std::vector<std::string> sorted(KwicOrder order) {
  std::vector<KwicLine> lines;
  for (const auto& [participant, before, keyword, after] :
       {std::tuple{"Mia", "and then I ", "breathe", ", out"},
        std::tuple{"ben", "So we ", "Breathe", " again"},
        std::tuple{"Ann", "they all ", "breath", " and"}, std::tuple{"Ben", "I ", "breathe", ""}}) {
    lines.push_back({"one", participant, {}, before, keyword, after});
  }
  sort_kwic(lines, order);
  std::vector<std::string> result;
  for (const KwicLine& line : lines) result.push_back(line.before + line.keyword + line.after);
  return result;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("lines are ordered by the words before, from the keyword leftwards") {
  CHECK(sorted(KwicOrder::left) == Lines{"they all breath and", "I breathe",
                                         "and then I breathe, out", "So we Breathe again"});
}

TEST_CASE("lines are ordered by the keyword and what follows it") {
  CHECK(sorted(KwicOrder::right) == Lines{"they all breath and", "I breathe", "So we Breathe again",
                                          "and then I breathe, out"});
}

TEST_CASE("lines are ordered by who speaks, and else stay as they are") {
  CHECK(sorted(KwicOrder::participant) == Lines{"they all breath and", "So we Breathe again",
                                                "I breathe", "and then I breathe, out"});
  CHECK(sorted(KwicOrder::source).front() == "and then I breathe, out");
  CHECK(parse_kwic_order("left") == KwicOrder::left);
  CHECK_FALSE(parse_kwic_order("upwards"));
}
