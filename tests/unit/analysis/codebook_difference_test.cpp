#include "themata/analysis/codebook_difference.hpp"

#include <catch2/catch.hpp>

using namespace themata;
using namespace themata::analysis;
using model::CodeId;
using model::ThemeId;

namespace {

CodebookState state(std::vector<model::Code> codes, std::vector<model::Theme> themes,
                    std::vector<model::CodeInTheme> links) {
  CodebookState result{{codes, themes, std::move(links)}, {}};
  for (const model::Code& code : codes) result.counts.codes[code.id] = {};
  for (const model::Theme& theme : themes) result.counts.themes[theme.id] = {};
  return result;
}

std::vector<std::string> lines(const CodebookState& before, const CodebookState& after) {
  std::vector<std::string> result;
  for (const CodebookDifference& one : codebook_differences(before, after)) {
    result.push_back(one.noun + "|" + one.name + "|" + one.change + "|" + one.before + "|" +
                     one.after);
  }
  return result;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("equal codebooks have no differences", "[codebook_difference]") {
  const auto one = state({{CodeId{1}, "a", "Hope", "x"}}, {{ThemeId{1}, "t", "Home", "", {}}},
                         {{CodeId{1}, ThemeId{1}}});
  CHECK(lines(one, one).empty());
  CHECK(lines({}, {}).empty());
}

TEST_CASE("a theme that is renamed is the same for what lies below it", "[codebook_difference]") {
  const auto tree = [](const std::string& name) {
    return state({{CodeId{1}, "a", "Hope", ""}},
                 {{ThemeId{1}, "t", name, "", {}}, {ThemeId{2}, "u", "Door", "", ThemeId{1}}},
                 {{CodeId{1}, ThemeId{2}}});
  };
  CHECK(lines(tree("Home"), tree("House")) == Lines{"theme|House|name|Home|House"});
}

TEST_CASE("what comes, goes, moves and is described is told", "[codebook_difference]") {
  auto before = state({{CodeId{1}, "a", "Hope", "x"}, {CodeId{2}, "b", "Fear", ""}},
                      {{ThemeId{1}, "t", "Home", "", {}}}, {{CodeId{1}, ThemeId{1}}});
  auto after = state({{CodeId{9}, "a", "Hope", "y"}, {CodeId{3}, "c", "Joy", ""}},
                     {{ThemeId{1}, "t", "Home", "", {}}}, {});
  after.counts.codes[CodeId{9}].excerpts = 2;
  CHECK(lines(before, after) == Lines{"code|Hope|theme|Home|", "code|Hope|description|x|y",
                                      "code|Hope|excerpts|0|2", "code|Joy|added||",
                                      "code|Fear|removed||"});
}
