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
  const auto* dots = std::get_if<DotChart>(&figure.chart);
  const auto* bars = std::get_if<BarChart>(&figure.chart);
  check_rows(dots != nullptr ? dots->rows.size() : bars->bars.size());
  if (dots != nullptr) {
    check_columns(dots->columns.size());
    sheet.width = std::max(sheet.width, detail::least_width(*dots, label_page, measure));
  }
  double y = put_across(figure.caption, {.size = 9.5, .bold = true}, margin, measure, sheet);
  y = dots != nullptr ? detail::lay_out_dots(*dots, y, label_page, measure, sheet)
                      : detail::lay_out_bars(*bars, y, measure, sheet);
  if (!figure.note.empty()) {
    y = put_across(figure.note, {.size = 7}, y + gap, measure, sheet) - gap;
  }
  sheet.height = y + margin;
  return sheet;
}

}  // namespace themata::report
