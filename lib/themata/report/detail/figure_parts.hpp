#pragma once

#include <string>
#include <vector>

#include "themata/report/figure.hpp"
#include "themata/report/sheet.hpp"

namespace themata::report::detail {

// Measures that all kinds of chart keep to, in points.
inline constexpr double margin = 6;
inline constexpr double gap = 6;  ///< between columns
inline constexpr double text_size = 8.5;
inline constexpr double small_size = 7.5;
inline constexpr double widest_label = 0.4;  ///< of the page
inline constexpr Grey rule_grey = 0.85;
inline constexpr Grey ink = 0.1;

/// Labels at the left, wrapped to one column of the page.
struct LabelColumn {
  std::vector<std::string> texts;
  std::vector<TextStyle> styles;
  std::vector<double> heights;
  double width = 0;

  /// `page_width` is what the column takes its share of.
  LabelColumn(std::vector<std::string> labels, double page_width, const TextMeasure& measure);
  /// Sets label `i` to the left of `right`, about the height `y`.
  void put(std::size_t i, double right, double y, Sheet& sheet) const;
};

/// Texts at the right under a heading, their ends in line.
struct SideColumn {
  std::vector<std::string> texts;
  std::string heading;
  double width = 0;  ///< with the gap before it; 0: there is no such column
  double heading_height = 0;

  SideColumn(std::vector<std::string> cells, std::string heading_text, const TextMeasure& measure);
  void put_heading(double right, double bottom, Sheet& sheet) const;
  void put(std::size_t i, double right, double y, Sheet& sheet) const;

 private:
  double widest_text_ = 0;
};

/// How wide a page a chart needs at least, if its labels take their share of `label_page`.
double least_width(const BarChart& chart, double label_page, const TextMeasure& measure);
double least_width(const DotChart& chart, double label_page, const TextMeasure& measure);
double least_width(const HeatChart& chart, double label_page, const TextMeasure& measure);
double least_width(const CurveChart& chart, double label_page, const TextMeasure& measure);
/// Lays a chart out below `top` and returns where it ends. `sheet.width` is set before.
double lay_out_chart(const BarChart& chart, double top, double label_page,
                     const TextMeasure& measure, Sheet& sheet);
double lay_out_chart(const DotChart& chart, double top, double label_page,
                     const TextMeasure& measure, Sheet& sheet);
double lay_out_chart(const HeatChart& chart, double top, double label_page,
                     const TextMeasure& measure, Sheet& sheet);
double lay_out_chart(const CurveChart& chart, double top, double label_page,
                     const TextMeasure& measure, Sheet& sheet);

}  // namespace themata::report::detail
