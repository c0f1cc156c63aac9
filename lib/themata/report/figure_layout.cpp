#include "themata/report/figure_layout.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/report/detail/figure_parts.hpp"

namespace themata::report {

namespace {

using detail::gap;
using detail::margin;

void check_rows(std::size_t rows) {
  if (rows == 0) throw InputError("there is nothing to draw: the table has no rows");
  if (rows > most_rows) {
    throw InputError(
        fmt::format("a picture of {} rows could not be read; {} are the most", rows, most_rows));
  }
}

void check_columns(std::size_t columns) {
  if (columns == 0) throw InputError("there is nothing to draw: the table has no columns");
  if (columns > most_columns) {
    throw InputError(fmt::format("a picture of {} columns could not be read; {} are the most",
                                 columns, most_columns));
  }
}

void check(const BarChart& chart) { check_rows(chart.bars.size()); }

void check(const CurveChart& chart) { check_columns(chart.points.size()); }

void check(const Grid& grid) {
  check_rows(grid.rows.size());
  check_columns(grid.columns.size());
}

/// Sets a text across the page below `top`; returns where the next thing may begin.
double put_across(const std::string& text, TextStyle style, double top, const TextMeasure& measure,
                  Sheet& sheet) {
  if (text.empty()) return top;
  style.wrap_width = sheet.width - 2 * margin;
  style.most_lines = 0;
  const double height = measure.size_of(text, style).height;
  sheet.texts.push_back(
      {text, style, margin, top + height / 2, Sheet::Text::Align::left, false, detail::ink});
  return top + height + gap;
}

}  // namespace

Sheet lay_out(const Figure& figure, const TextMeasure& measure) {
  Sheet sheet;
  sheet.width = figure.width_mm * points_per_mm;
  const double label_page = sheet.width;
  std::visit(
      [&](const auto& chart) {
        check(chart);
        sheet.width = std::max(label_page, detail::least_width(chart, label_page, measure));
      },
      figure.chart);
  double y = put_across(figure.caption, {.size = 9.5, .bold = true}, margin, measure, sheet);
  y = std::visit(
      [&](const auto& chart) {
        return detail::lay_out_chart(chart, y, label_page, measure, sheet);
      },
      figure.chart);
  if (!figure.note.empty()) {
    y = put_across(figure.note, {.size = 7}, y + gap, measure, sheet) - gap;
  }
  sheet.height = y + margin;
  return sheet;
}

}  // namespace themata::report
