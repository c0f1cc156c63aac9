#include "themata/report/figure_layout.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using namespace themata;
using namespace themata::report;

namespace {

/// Sets every byte half as wide as high: text of a size that is known without fonts.
class EvenMeasure : public TextMeasure {
 public:
  [[nodiscard]] Size size_of(const std::string& text, const TextStyle& style) const override {
    const double width = 0.5 * style.size * static_cast<double>(text.size());
    if (style.wrap_width <= 0 || width <= style.wrap_width) return {width, style.size};
    double lines = std::ceil(width / style.wrap_width);
    if (style.most_lines > 0) lines = std::min<double>(lines, style.most_lines);
    return {style.wrap_width, lines * style.size};
  }
};

const EvenMeasure measure;

Figure bars(const std::vector<BarChart::Bar>& rows) {
  BarChart chart;
  chart.bars = rows;
  chart.axis = "Frequency";
  chart.side_heading = "Participants";
  Figure figure;
  figure.chart = std::move(chart);
  return figure;
}

template <class Chart>
Figure grid(std::size_t columns, const std::vector<Grid::Row>& rows) {
  Chart chart;
  for (std::size_t i = 0; i < columns; ++i) chart.columns.push_back("P" + std::to_string(i));
  chart.rows = rows;
  chart.legend = "Frequency";
  chart.side_heading = "All";
  Figure figure;
  figure.chart = std::move(chart);
  return figure;
}

Figure dots(std::size_t columns, const std::vector<Grid::Row>& rows) {
  return grid<DotChart>(columns, rows);
}

Figure heat(std::size_t columns, const std::vector<Grid::Row>& rows) {
  return grid<HeatChart>(columns, rows);
}

/// What readers see of the difference between two greys, as WCAG 2 defines it: 1 to 21.
double contrast(Grey a, Grey b) {
  const auto luminance = [](Grey grey) {
    return grey <= 0.04045 ? grey / 12.92 : std::pow((grey + 0.055) / 1.055, 2.4);
  };
  return (std::max(luminance(a), luminance(b)) + 0.05) /
         (std::min(luminance(a), luminance(b)) + 0.05);
}

/// The boxes that are no white ground of a number.
std::vector<Sheet::Box> bars_of(const Sheet& sheet) {
  std::vector<Sheet::Box> found;
  for (const auto& box : sheet.boxes) {
    if (box.grey < 1) found.push_back(box);
  }
  return found;
}

const Sheet::Text& text_of(const Sheet& sheet, const std::string& text) {
  const auto found = std::find_if(sheet.texts.begin(), sheet.texts.end(),
                                  [&](const Sheet::Text& one) { return one.text == text; });
  REQUIRE(found != sheet.texts.end());
  return *found;
}

/// Where a text that is not turned begins and ends.
std::pair<double, double> reach_of(const Sheet::Text& text) {
  const double width = measure.size_of(text.text, text.style).width;
  const double share = text.align == Sheet::Text::Align::left     ? 0
                       : text.align == Sheet::Text::Align::centre ? 0.5
                                                                  : 1;
  return {text.x - share * width, text.x + (1 - share) * width};
}

void check_inside(const Sheet& sheet) {
  for (const auto& text : sheet.texts) {
    INFO(text.text);
    if (!text.upwards) {
      CHECK(reach_of(text).first >= 0);
      CHECK(reach_of(text).second <= sheet.width);
    }
    CHECK(text.y >= 0);
    CHECK(text.y <= sheet.height);
  }
  for (const auto& box : sheet.boxes) {
    CHECK(box.x >= 0);
    CHECK(box.x + box.width <= sheet.width);
    CHECK(box.y + box.height <= sheet.height);
  }
  for (const auto& dot : sheet.dots) {
    CHECK(dot.x + dot.radius <= sheet.width);
    CHECK(dot.y + dot.radius <= sheet.height);
  }
}

}  // namespace

TEST_CASE("Bars are as long as their values, from one zero, in order") {
  const Sheet sheet =
      lay_out(bars({{"Safe", 35, "7"}, {"Bond", 7, "6"}, {"Trust", 14, "5"}}), measure);
  const auto drawn = bars_of(sheet);
  REQUIRE(drawn.size() == 3);
  CHECK(drawn[0].width == Approx(5 * drawn[1].width));
  CHECK(drawn[2].width == Approx(2 * drawn[1].width));
  CHECK(drawn[0].x == drawn[1].x);
  CHECK(drawn[0].y < drawn[1].y);
  CHECK(drawn[1].y < drawn[2].y);
  check_inside(sheet);
}

TEST_CASE("A bar has its label at the left, its number at its end, its side text at the right") {
  const Sheet sheet = lay_out(bars({{"Safe", 35, "7"}, {"Bond", 7, "6"}}), measure);
  const auto drawn = bars_of(sheet);
  CHECK(reach_of(text_of(sheet, "Safe")).second < drawn[0].x);
  const Sheet::Text& number = text_of(sheet, "35");
  CHECK(number.x > drawn[0].x + drawn[0].width);
  CHECK(number.y == Approx(drawn[0].y + drawn[0].height / 2));
  // "7" is the side text of the first row and the number of the second: the first one set is it.
  CHECK(text_of(sheet, "7").x > reach_of(number).second);
  CHECK(text_of(sheet, "Participants").y < drawn[0].y);
}

TEST_CASE("A value of 0 has a number and no bar") {
  const Sheet sheet = lay_out(bars({{"Never", 0, "none"}}), measure);
  CHECK(bars_of(sheet).empty());
  CHECK(std::count_if(sheet.texts.begin(), sheet.texts.end(), [](const auto& text) {
          return text.text == "0";
        }) == 2);  // and the axis' own
  check_inside(sheet);
}

TEST_CASE("Values of 1 and of 100,000 keep their proportion") {
  const Sheet sheet = lay_out(bars({{"One", 1, "1"}, {"Many", 100000, "60"}}), measure);
  const auto drawn = bars_of(sheet);
  REQUIRE(drawn.size() == 2);
  CHECK(drawn[1].width == Approx(100000 * drawn[0].width));
  text_of(sheet, "100,000");
  check_inside(sheet);
}

TEST_CASE("Long labels are wrapped to a share of the page and make their rows higher") {
  const std::string longest(400, 'x');
  const Sheet wrapped = lay_out(bars({{longest, 3, "1"}, {"Bond", 2, "1"}}), measure);
  const Sheet plain = lay_out(bars({{"Safe", 3, "1"}, {"Bond", 2, "1"}}), measure);
  CHECK(text_of(wrapped, longest).style.wrap_width == Approx(0.4 * wrapped.width));
  CHECK(text_of(plain, "Safe").style.wrap_width == 0);
  CHECK(wrapped.height > plain.height + 2 * 8.5);
  check_inside(wrapped);
}

TEST_CASE("The page is as wide as the figure says, and as high as its rows need") {
  for (const double width : {60.0, 85.0, 120.0, 170.0}) {
    Figure figure = bars({{"Caring for and from the group", 17, "8"}, {"Safe", 31639, "7"}});
    figure.width_mm = width;
    const Sheet sheet = lay_out(figure, measure);
    INFO(width);
    CHECK(sheet.width == Approx(width * 72 / 25.4));
    check_inside(sheet);
  }
  const BarChart::Bar row{"Safe", 1, "1"};
  const double one = lay_out(bars({row}), measure).height;
  const double two = lay_out(bars({row, row}), measure).height;
  CHECK(lay_out(bars(std::vector<BarChart::Bar>(40, row)), measure).height ==
        Approx(one + 39 * (two - one)));
}

TEST_CASE("Many rows have the axis' numbers above them as well") {
  const auto zeros = [](std::size_t rows) {
    const Sheet sheet = lay_out(bars(std::vector<BarChart::Bar>(rows, {"Safe", 9, "1"})), measure);
    return std::count_if(sheet.texts.begin(), sheet.texts.end(),
                         [](const auto& text) { return text.text == "0"; });
  };
  CHECK(zeros(40) == 1);
  CHECK(zeros(41) == 2);
  CHECK(zeros(most_rows) == 2);
}

TEST_CASE("Nothing, and more than a page can show, is refused") {
  CHECK_THROWS_AS(lay_out(bars({}), measure), InputError);
  CHECK_THROWS_AS(lay_out(bars(std::vector<BarChart::Bar>(most_rows + 1)), measure), InputError);
  CHECK_THROWS_AS(lay_out(dots(3, {}), measure), InputError);
  CHECK_THROWS_AS(lay_out(dots(0, {{"Safe", {}, ""}}), measure), InputError);
  CHECK_THROWS_AS(lay_out(heat(3, {}), measure), InputError);
  const std::size_t many = most_columns + 1;
  CHECK_THROWS_AS(lay_out(dots(many, {{"Safe", std::vector<double>(many), ""}}), measure),
                  InputError);
}

TEST_CASE("Dots have areas in proportion to their values, and none is drawn for 0") {
  const Sheet sheet =
      lay_out(dots(3, {{"Safe", {1, 0, 16}, "17"}, {"Bond", {4, 0, 0}, "4"}}), measure);
  REQUIRE(sheet.dots.size() >= 3);
  CHECK(sheet.dots[1].radius == Approx(4 * sheet.dots[0].radius));
  CHECK(sheet.dots[2].radius == Approx(2 * sheet.dots[0].radius));
  CHECK(sheet.dots[0].y == sheet.dots[1].y);
  CHECK(sheet.dots[0].x == sheet.dots[2].x);
  CHECK(sheet.dots.size() - 3 == 3);  // the legend's: 1, 5, 10
  text_of(sheet, "17");
  check_inside(sheet);
}

TEST_CASE("The largest dots of neighbours do not touch") {
  const Sheet sheet = lay_out(dots(2, {{"Safe", {9, 9}, ""}, {"Bond", {9, 9}, ""}}), measure);
  CHECK(sheet.dots[1].x - sheet.dots[0].x > 2 * sheet.dots[0].radius);
  CHECK(sheet.dots[2].y - sheet.dots[0].y > 2 * sheet.dots[0].radius);
}

TEST_CASE("A grid of 9 columns keeps to the page, one of 60 makes it wider") {
  const auto page_of = [](std::size_t columns) {
    const Sheet sheet =
        lay_out(dots(columns, {{"Safe", std::vector<double>(columns, 2), "9"}}), measure);
    check_inside(sheet);
    CHECK(sheet.dots.size() >= columns);
    return sheet.width;
  };
  CHECK(page_of(9) == Approx(120 * 72 / 25.4));
  CHECK(page_of(60) > 60 * 8.0);
  CHECK(page_of(most_columns) > page_of(60));
}

TEST_CASE("A legend keeps to a narrow page") {
  Figure figure = dots(1, {{"Caring for and from the group", {5000}, "5,000"}});
  std::get<DotChart>(figure.chart).legend = "Per 1,000 words";
  figure.width_mm = 60;
  check_inside(lay_out(figure, measure));
}

TEST_CASE("Names of columns are set upwards where they are too wide for their column") {
  Figure figure = dots(9, {{"Safe", std::vector<double>(9, 2), "18"}});
  CHECK_FALSE(text_of(lay_out(figure, measure), "P3").upwards);
  std::get<DotChart>(figure.chart).columns[3] = "Beatrice-Louise";
  const Sheet sheet = lay_out(figure, measure);
  CHECK(text_of(sheet, "Beatrice-Louise").upwards);
  CHECK(text_of(sheet, "P2").upwards);
  check_inside(sheet);
}

TEST_CASE("A grid of zeros has neither dots nor sizes in its legend") {
  const Sheet sheet = lay_out(dots(2, {{"Never", {0, 0}, "0"}}), measure);
  CHECK(sheet.dots.empty());
  check_inside(sheet);
}

TEST_CASE("Cells are the darker the greater their value, with the number inside; none for 0") {
  const Sheet sheet =
      lay_out(heat(3, {{"Safe", {1, 0, 16}, "17"}, {"Bond", {4, 0, 0}, "4"}}), measure);
  REQUIRE(sheet.boxes.size() == 3 + 10);  // and those of the scale
  const auto& [one, sixteen, four] = std::tie(sheet.boxes[0], sheet.boxes[1], sheet.boxes[2]);
  CHECK(one.grey > four.grey);
  CHECK(four.grey > sixteen.grey);
  CHECK(one.y == sixteen.y);
  CHECK(one.x == four.x);
  CHECK(one.width == sixteen.width);
  const Sheet::Text& number = text_of(sheet, "16");
  CHECK(number.x == Approx(sixteen.x + sixteen.width / 2));
  CHECK(number.y == Approx(sixteen.y + sixteen.height / 2));
  CHECK(std::none_of(sheet.texts.begin(), sheet.texts.end(),
                     [](const auto& text) { return text.text == "0"; }));
  text_of(sheet, "17");
  check_inside(sheet);
}

TEST_CASE("The scale goes from the lightest cell to the darkest") {
  const auto scale = [](std::vector<double> values) {
    const Sheet sheet = lay_out(heat(values.size(), {{"Safe", values, ""}}), measure);
    check_inside(sheet);
    const auto cells = static_cast<std::ptrdiff_t>(values.size());
    CHECK(sheet.boxes[0].grey == Approx(sheet.boxes[static_cast<std::size_t>(cells)].grey));
    CHECK(sheet.boxes[static_cast<std::size_t>(cells) - 1].grey == Approx(sheet.boxes.back().grey));
    return sheet.boxes.size() - values.size();
  };
  CHECK(scale({1, 5}) == 5);
  CHECK(scale({1, 5000}) == 10);
  CHECK(scale({1}) == 1);
}

TEST_CASE("Numbers can be read on every shade") {
  std::vector<double> values;
  for (int i = 1; i <= 100; ++i) values.push_back(i);
  const Sheet sheet = lay_out(heat(100, {{"Safe", values, ""}}), measure);
  double before = 1;
  for (std::size_t i = 0; i < values.size(); ++i) {
    CHECK(sheet.boxes[i].grey < before);
    before = sheet.boxes[i].grey;
    const auto number = std::find_if(sheet.texts.begin(), sheet.texts.end(), [&](const auto& text) {
      return text.text == std::to_string(i + 1) && text.style.size == 7;
    });
    REQUIRE(number != sheet.texts.end());
    CHECK(contrast(number->grey, before) >= 4.5);
    CHECK(reach_of(*number).first > sheet.boxes[i].x);
    CHECK(reach_of(*number).second < sheet.boxes[i].x + sheet.boxes[i].width);
  }
}

TEST_CASE("Columns of cells are as wide as the widest number needs") {
  const auto page_of = [](std::size_t columns, double value) {
    const Sheet sheet =
        lay_out(heat(columns, {{"Safe", std::vector<double>(columns, value), "9"}}), measure);
    check_inside(sheet);
    return sheet.width / points_per_mm;
  };
  CHECK(page_of(9, 100) == Approx(120));
  CHECK(page_of(40, 99) > 120);
  CHECK(page_of(40, 99) < 210);
  CHECK(page_of(40, 123456) > page_of(40, 99));
  CHECK(page_of(most_columns, 999) > page_of(40, 999));
}

TEST_CASE("A grid of cells keeps to a narrow page, and one of zeros has no scale") {
  Figure figure = heat(1, {{"Caring for and from the group", {5000}, "5,000"}});
  std::get<HeatChart>(figure.chart).legend = "Occurrences in interviews";
  figure.width_mm = 60;
  check_inside(lay_out(figure, measure));
  const Sheet zeros = lay_out(heat(2, {{"Never", {0, 0}, "0"}}), measure);
  CHECK(zeros.boxes.empty());
  check_inside(zeros);
}

TEST_CASE("A caption stands above the chart, a note below it, both across the page") {
  Figure figure = bars({{"Safe", 35, "7"}});
  const double plain = lay_out(figure, measure).height;
  figure.caption = "Words of safeness";
  figure.note = std::string(300, 'n');
  const Sheet sheet = lay_out(figure, measure);
  CHECK(text_of(sheet, figure.caption).y < bars_of(sheet)[0].y);
  CHECK(text_of(sheet, figure.note).y > text_of(sheet, "Frequency").y);
  CHECK(text_of(sheet, figure.note).style.most_lines == 0);
  CHECK(sheet.height > plain + 9.5 + 3 * 7);
  check_inside(sheet);
}

TEST_CASE("a curve goes from point to point over its bars", "[figure_layout]") {
  CurveChart chart;
  chart.points = {{"one", 4, 2}, {"two", 0, 3}, {"a third source with a very long name", 1, 4}};
  chart.axis = "codes";
  chart.bar_name = "new";
  chart.curve_name = "expected";
  Figure figure;
  figure.chart = chart;
  const Sheet sheet = lay_out(figure, measure);
  REQUIRE(sheet.dots.size() == 4);  // one in the legend
  CHECK(sheet.dots[1].x < sheet.dots[2].x);
  CHECK(sheet.dots[1].y > sheet.dots[2].y);
  const auto bars = bars_of(sheet);
  REQUIRE(bars.size() == 3);                    // legend, and two points with something new
  CHECK(bars[1].y == Approx(sheet.dots[3].y));  // both stand for 4
  CHECK(text_of(sheet, "a third source with a very long name").upwards);
  for (const auto& text : sheet.texts) CHECK(text.x <= sheet.width);
  CHECK(sheet.height > sheet.dots[1].y);

  chart.points.assign(most_columns + 1, {"x", 1, 1});
  figure.chart = chart;
  CHECK_THROWS_AS(lay_out(figure, measure), InputError);
  chart.points.clear();
  figure.chart = chart;
  CHECK_THROWS_AS(lay_out(figure, measure), InputError);
}
