#include "themata/report/figure.hpp"

#include <catch2/catch.hpp>

using namespace themata::report;

TEST_CASE("Formats of figures are known by their words and by the extensions of files") {
  CHECK(parse_figure_format("svg") == FigureFormat::svg);
  CHECK(parse_figure_format("png") == FigureFormat::png);
  CHECK(parse_figure_format("pdf") == FigureFormat::pdf);
  CHECK_FALSE(parse_figure_format("SVG"));
  CHECK_FALSE(parse_figure_format("csv"));
  CHECK_FALSE(parse_figure_format(""));
  CHECK(figure_format_of("a.b/table.SVG") == FigureFormat::svg);
  CHECK(figure_format_of("table.png") == FigureFormat::png);
  CHECK(figure_format_of("table.5.pdf") == FigureFormat::pdf);
  CHECK_FALSE(figure_format_of("folder.pdf/table"));
  CHECK_FALSE(figure_format_of("table.csv"));
  CHECK_FALSE(figure_format_of("pdf"));
  CHECK_FALSE(figure_format_of("table."));
}
