#include "themata/drawing/draw.hpp"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using namespace themata;
using namespace themata::report;
using drawing::Drawn;

namespace {

Figure bars(const std::vector<BarChart::Bar>& rows) {
  BarChart chart;
  chart.bars = rows;
  chart.axis = "Frequency";
  chart.side_heading = "Participants";
  Figure figure;
  figure.chart = std::move(chart);
  figure.width_mm = 127;  // 5 inches
  return figure;
}

const Figure sample = bars({{"Safe", 35, "7"}, {"Bond", 19, "6"}, {"Never", 0, "0"}});

std::string drawn(const Figure& figure, FigureFormat format) {
  std::ostringstream out;
  drawing::draw(figure, {format}, out);
  return out.str();
}

/// The number that stands big-endian at a place of a PNG file.
std::size_t number_at(const std::string& png, std::size_t at) {
  std::size_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    number = number << 8 | static_cast<unsigned char>(png.at(i));
  }
  return number;
}

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("Every format begins as it must") {
  CHECK(drawn(sample, FigureFormat::svg).starts_with("<?xml"));
  CHECK(drawn(sample, FigureFormat::pdf).starts_with("%PDF-1."));
  CHECK(drawn(sample, FigureFormat::png).starts_with("\x89PNG\r\n\x1A\n"));
  CHECK(drawn(sample, FigureFormat::tiff).starts_with(std::string("II*\0", 4)));
}

TEST_CASE("The same figure gives the same bytes") {
  for (const auto format :
       {FigureFormat::svg, FigureFormat::png, FigureFormat::pdf, FigureFormat::tiff}) {
    CHECK(drawn(sample, format) == drawn(sample, format));
  }
  CHECK(drawn(sample, FigureFormat::pdf).find("Date") == std::string::npos);
}

TEST_CASE("SVG has letters as outlines and needs no font") {
  const std::string svg = drawn(sample, FigureFormat::svg);
  CHECK(occurrences(svg, "<symbol") > 10);
  CHECK(svg.find("<text") == std::string::npos);
  CHECK(svg.find("font-family") == std::string::npos);
  CHECK(svg.find("width=\"360") != std::string::npos);
}

TEST_CASE("PDF has its fonts embedded") {
  const std::string pdf = drawn(sample, FigureFormat::pdf);
  const std::size_t fonts = occurrences(pdf, "/Type /FontDescriptor");
  CHECK(fonts >= 1);
  CHECK(occurrences(pdf, "/FontFile") == fonts);
}

TEST_CASE("PNG has 300 dots per inch and says so") {
  const std::string png = drawn(sample, FigureFormat::png);
  CHECK(number_at(png, 16) == 1500);
  const std::size_t chunk = png.find("pHYs");
  REQUIRE(chunk != std::string::npos);
  CHECK(number_at(png, chunk + 4) == 11811);  // dots per metre
}

TEST_CASE("A very high PNG has fewer dots per inch instead of too many rows of them") {
  const std::string label(300, 'x');
  const std::string png =
      drawn(bars(std::vector<BarChart::Bar>(200, {label, 3, "1"})), FigureFormat::png);
  CHECK(number_at(png, 20) > 15900);
  CHECK(number_at(png, 20) <= 16001);
  CHECK(number_at(png, 16) < 1500);
}

TEST_CASE("Texts of every script and none are drawn") {
  const Figure figure = bars({{"السكينة والطمأنينة", 3, "1"},
                              {"Kа\u0301va e\u0301\u0323", 2, "1"},
                              {"\u202Eturned\u202C", 2, "1"},
                              {"", 2, "1"},
                              {"<&>\"'%s", 2, "1"}});
  for (const auto format :
       {FigureFormat::svg, FigureFormat::png, FigureFormat::pdf, FigureFormat::tiff}) {
    CHECK(drawn(figure, format).size() > 1000);
  }
}

TEST_CASE("Characters that no font has are counted") {
  std::ostringstream out;
  CHECK(drawing::draw(sample, {FigureFormat::svg}, out).without_glyph == 0);
  const Figure unknown = bars({{"\U000F0000\U000F0001", 1, "1"}});  // private use: nobody's letters
  CHECK(drawing::draw(unknown, {FigureFormat::svg}, out).without_glyph == 2);
}

TEST_CASE("A grid of dots with caption and note is drawn") {
  DotChart chart;
  chart.columns = {"Ben", "Mia"};
  chart.rows = {{"Safe", {4, 0}, "4"}, {"Bond", {1, 9}, "10"}};
  chart.legend = "Frequency";
  chart.side_heading = "All";
  Figure figure;
  figure.chart = chart;
  const std::string plain = drawn(figure, FigureFormat::svg);
  figure.caption = "By participant";
  figure.note = "Counted: what participants said.\nThemata";
  const std::string noted = drawn(figure, FigureFormat::svg);
  CHECK(occurrences(noted, "<use") > occurrences(plain, "<use") + 40);
}

TEST_CASE("A figure of nothing is refused and nothing written") {
  std::ostringstream out;
  CHECK_THROWS_AS(drawing::draw(bars({}), {FigureFormat::svg}, out), InputError);
  CHECK(out.str().empty());
}

TEST_CASE("A picture of dots has as many as are asked for") {
  std::ostringstream out;
  drawing::draw(sample, {FigureFormat::png, 100}, out);
  CHECK(number_at(out.str(), 16) == 500);  // 5 inches
}
