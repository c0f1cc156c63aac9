// A bar chart of one bar, drawn with nothing but the installed library, on standard output.
#include <iostream>

#include "themata/drawing/draw.hpp"
#include "themata/report/term_figures.hpp"

int main() {
  const auto figure = themata::report::frequency_figure({{"safe", 7, 35}});
  themata::drawing::draw(figure, {themata::report::FigureFormat::svg}, std::cout);
}
