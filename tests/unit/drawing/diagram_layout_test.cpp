#include "themata/drawing/detail/diagram_layout.hpp"

#include <sstream>

#include <catch2/catch.hpp>

#include "themata/drawing/detail/pango_text.hpp"
#include "themata/drawing/draw.hpp"
#include "themata/error.hpp"

using namespace themata;
using namespace themata::report;
using drawing::detail::PangoText;

namespace {

/// Two themes of two parts each; a part of each shares something.
Diagram sample(Diagram::Form form) {
  Diagram diagram;
  diagram.form = form;
  diagram.width_mm = 84;
  diagram.nodes = {{"Safeness in the group and elsewhere", "9 participants"},
                   {"Trust", "", 1, 0},
                   {"Being held by people who have been there before", "", 1, 0},
                   {"Change", "", 0, 1},
                   {"Slowly", "", 1, 1},
                   {"At once", "", 1, 1}};
  diagram.links = {{0, 1}, {0, 2}, {3, 4}, {3, 5}};
  if (form == Diagram::Form::map) diagram.links.push_back({2, 4, Diagram::Link::Kind::shared, 3});
  return diagram;
}

Sheet laid_out(const Diagram& diagram) { return drawing::detail::lay_out(diagram, PangoText()); }

bool overlap(const Sheet::Card& a, const Sheet::Card& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

}  // namespace

TEST_CASE("a tree stands in columns on a page of the width asked for, in its order") {
  const Sheet sheet = laid_out(sample(Diagram::Form::tree));
  CHECK(sheet.width == Approx(84 * points_per_mm));
  REQUIRE(sheet.cards.size() == 6);
  const auto& cards = sheet.cards;
  CHECK(cards[0].x == Approx(cards[3].x));
  CHECK(cards[1].x == Approx(cards[5].x));
  CHECK(cards[1].x > cards[0].x + cards[0].width);
  CHECK(cards[0].y < cards[3].y);
  CHECK(cards[1].y < cards[2].y);
  CHECK(cards[2].y < cards[4].y);
  CHECK(cards[4].y < cards[5].y);
}

TEST_CASE("no box lies on another or outside of the page, as a tree or as a map") {
  for (const auto form : {Diagram::Form::tree, Diagram::Form::map}) {
    const Sheet sheet = laid_out(sample(form));
    std::vector<Sheet::Card> boxes(sheet.cards.end() - 6, sheet.cards.end());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      CHECK(boxes[i].x >= 0);
      CHECK(boxes[i].y >= 0);
      CHECK(boxes[i].x + boxes[i].width <= sheet.width + 0.01);
      CHECK(boxes[i].y + boxes[i].height <= sheet.height + 0.01);
      for (std::size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(overlap(boxes[i], boxes[j]));
    }
  }
}

TEST_CASE("a map has a dashed line with its number for what is shared") {
  const Sheet sheet = laid_out(sample(Diagram::Form::map));
  REQUIRE(sheet.curves.size() == 5);
  CHECK(sheet.curves.back().dashed);
  CHECK(sheet.curves.back().thickness > sheet.curves.front().thickness * 0.9);
  CHECK(std::any_of(sheet.texts.begin(), sheet.texts.end(),
                    [](const Sheet::Text& text) { return text.text == "3"; }));
}

TEST_CASE("a map wider than the page is made smaller as a whole") {
  Diagram diagram = sample(Diagram::Form::map);
  diagram.width_mm = 60;
  CHECK(laid_out(diagram).width == Approx(60 * points_per_mm));
}

TEST_CASE("what cannot be shown is refused") {
  CHECK_THROWS_AS(laid_out(Diagram{}), InputError);
  Diagram large;
  large.nodes.resize(drawing::detail::most_nodes + 1);
  CHECK_THROWS_AS(laid_out(large), InputError);
}

TEST_CASE("text on a box can be read, whatever color was chosen") {
  for (const Color& color : {Color{0, 0, 0}, Color{0, 0, 0.5}, Color{1, 1, 0}, Color{1, 1, 1}}) {
    for (std::size_t level = 0; level < 4; ++level) {
      const Color fill = fill_color({"", "", level, 0, color});
      CHECK(0.2126 * fill.red + 0.7152 * fill.green + 0.0722 * fill.blue >= 0.45);
    }
  }
}

TEST_CASE("the same diagram gives the same bytes, and labels are only text for Graphviz") {
  Diagram diagram = sample(Diagram::Form::map);
  diagram.nodes[0].label = "\"]; evil [label=\"\\G <b>";
  std::ostringstream one;
  std::ostringstream other;
  drawing::draw(diagram, {FigureFormat::pdf}, one);
  drawing::draw(diagram, {FigureFormat::pdf}, other);
  CHECK(one.str() == other.str());
  std::ostringstream dot;
  drawing::write_dot(diagram, dot);
  CHECK(dot.str().find("label=\"\\\"]; evil [label=\\\"\\\\G <b>") != std::string::npos);
}
