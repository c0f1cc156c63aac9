#include "themata/report/theme_diagram.hpp"

#include <catch2/catch.hpp>

using namespace themata::report;
using themata::model::ThemeTree;

namespace {

ThemeTree sample() {
  const ThemeTree::Code code{"c1", "Held", "", 2, 3, {}};
  ThemeTree::Theme deep{"t3", "1.1.1", "Deep", "", 1, 1, {}, {}};
  ThemeTree::Theme sub{"t2", "1.1", "Trust", "", 2, 3, {deep}, {code}};
  ThemeTree::Theme safety{"t1", "1", "Safety", "", 2, 4, {sub}, {}};
  safety.color = "#FF8000";
  const ThemeTree::Theme other{"t4", "2", "Change", "", 0, 0, {}, {}};
  return {"Calm", {safety, other}, {}};
}

std::vector<std::string> labels(const Diagram& diagram) {
  std::vector<std::string> all;
  for (const auto& node : diagram.nodes) all.push_back(node.label);
  return all;
}

}  // namespace

TEST_CASE("a tree shows as many levels as are asked for, each under its theme") {
  CHECK(labels(theme_tree_diagram(sample(), {1})) == std::vector<std::string>{"Safety", "Change"});
  const Diagram two = theme_tree_diagram(sample(), {2});
  CHECK(labels(two) == std::vector<std::string>{"Safety", "Trust", "Change"});
  REQUIRE(two.links.size() == 1);
  CHECK(two.links[0].from == 0);
  CHECK(two.links[0].to == 1);
  CHECK(two.nodes[2].branch == 1);
}

TEST_CASE("codes and counts come if they are wanted, and a theme's color goes down") {
  const Diagram diagram = theme_tree_diagram(sample(), {3, true, true});
  CHECK(labels(diagram) == std::vector<std::string>{"Safety", "Trust", "Held", "Deep", "Change"});
  CHECK(diagram.nodes[1].small_print == "2 participants, 3 excerpts");
  REQUIRE(diagram.nodes[2].color);
  CHECK(diagram.nodes[2].color->green == Approx(128 / 255.0));
  CHECK_FALSE(diagram.nodes[4].color);
}

TEST_CASE("a map links the themes that are shown") {
  const Diagram map =
      thematic_map(sample(), {{"t1", "t4", 3}, {"t3", "t4", 1}, {"t2", "t4", 0}}, {2});
  REQUIRE(map.links.size() == 2);
  CHECK(map.links[1].kind == Diagram::Link::Kind::shared);
  CHECK(map.links[1].weight == 3);
  CHECK(map.form == Diagram::Form::map);
}

TEST_CASE("of too many links, a map shows the strongest and says so") {
  std::vector<ThemeLink> links(most_links, {"t1", "t4", 2});
  links.insert(links.begin(), {"t2", "t4", 1});
  const Diagram map = thematic_map(sample(), links, {2});
  CHECK(map.links.size() == most_links + 1);  // and one of a theme and its part
  CHECK(map.note.find("150") != std::string::npos);
}
