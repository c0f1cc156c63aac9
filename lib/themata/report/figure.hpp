#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace themata::report {

enum class FigureFormat { svg, png, pdf, tiff };
/// "svg", "png", "pdf" or "tiff"; nothing for a word that is no format of a figure.
std::optional<FigureFormat> parse_figure_format(std::string_view word);
/// The format that a file's extension (`.tif` too) stands for, in either case; nothing if it stands
/// for none.
std::optional<FigureFormat> figure_format_of(std::string_view file_name);

/// How a figure is put into a file.
struct Picture {
  FigureFormat format = FigureFormat::svg;
  double dots_per_inch = 300;  ///< of PNG and TIFF
};

/// Horizontal bars from a common zero, each with its label at the left and its number at its end.
struct BarChart {
  struct Bar {
    std::string label;
    double value = 0;  ///< 0 or more
    std::string side;  ///< printed in the column at the right
  };
  std::vector<Bar> bars;     ///< from the top down
  std::string axis;          ///< what the bars' length stands for
  std::string side_heading;  ///< over the column at the right; empty: there is no such column
};

/// Values by row and column.
struct Grid {
  struct Row {
    std::string label;
    std::vector<double> values;  ///< 0 or more, as many as columns
    std::string side;
  };
  std::vector<std::string> columns;
  std::vector<Row> rows;
  std::string legend;        ///< what the values are
  std::string side_heading;  ///< as of a bar chart
  bool whole_numbers = true;
};

/// A grid of dots whose areas stand for the values; none for 0.
struct DotChart : Grid {};

/// A grid of cells, each the darker the greater its value, with the number in it; empty for 0.
struct HeatChart : Grid {};

/// Values in order across the page: for each point a bar from zero, and a curve through the others.
struct CurveChart {
  struct Point {
    std::string label;
    double bar = 0;    ///< 0 or more
    double curve = 0;  ///< the same
  };
  std::vector<Point> points;  ///< from the left
  std::string axis;           ///< what the height stands for
  std::string bar_name;       ///< for the legend
  std::string curve_name;
};

/// What is drawn, as plain values. Labels are text without line breaks; long ones are wrapped.
struct Figure {
  std::variant<BarChart, DotChart, HeatChart, CurveChart> chart;
  std::string caption;    ///< above the chart; empty: none
  std::string note;       ///< small, below the chart, its line breaks kept; empty: none
  double width_mm = 120;  ///< of the page; a grid of many columns is as wide as it needs to be
};

}  // namespace themata::report
