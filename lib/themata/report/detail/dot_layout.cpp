#include <algorithm>
#include <cmath>

#include "themata/report/axis.hpp"
#include "themata/report/detail/grid_frame.hpp"

namespace themata::report::detail {

namespace {

constexpr double least_pitch = 9;  ///< from column to column
constexpr double least_row = 12;   ///< from row to row
constexpr double highest_row = 20;
constexpr double least_radius = 0.6;  ///< of a dot for more than nothing
constexpr double before_dot = 9;      ///< in the legend
constexpr double after_dot = 3;
constexpr Grey dot_grey = 0.25;

class DotLayout {
 public:
  DotLayout(const DotChart& chart, double label_page, const TextMeasure& measure, Sheet& sheet)
      : chart_(chart),
        measure_(measure),
        sheet_(sheet),
        frame_(chart, least_pitch, label_page, measure, sheet),
        largest_(largest_of(chart)),
        row_height_(std::clamp(frame_.pitch(), least_row, highest_row)),
        greatest_radius_(0.46 * std::min(frame_.pitch(), row_height_)) {}

  double put_below(double top) {
    const double first = frame_.put_names(top);
    const double bottom = put_rows(first);
    for (std::size_t i = 0; i < chart_.columns.size(); ++i) {
      sheet_.lines.push_back({frame_.column(i), first, frame_.column(i), bottom, 0.4, rule_grey});
    }
    return put_legend(bottom + gap);
  }

 private:
  /// Always above zero for a value above zero.
  [[nodiscard]] double radius_of(double value) const {
    return std::max(least_radius, greatest_radius_ * std::sqrt(value / largest_));
  }

  double put_rows(double y) {
    for (std::size_t i = 0; i < chart_.rows.size(); ++i) {
      const double height = frame_.row_height(i, row_height_);
      const double middle = y + height / 2;
      sheet_.lines.push_back({frame_.left(), middle, frame_.right(), middle, 0.4, rule_grey});
      frame_.put_texts(i, middle);
      for (std::size_t c = 0; c < chart_.rows[i].values.size(); ++c) {
        const double value = chart_.rows[i].values[c];
        if (value > 0) {
          sheet_.dots.push_back({frame_.column(c), middle, radius_of(value), dot_grey});
        }
      }
      y += height;
    }
    return y;
  }

  [[nodiscard]] double legend_width(const std::vector<double>& values) const {
    double width = frame_.width_in_legend(chart_.legend);
    for (const double value : values) {
      width += 2 * radius_of(value) + frame_.width_in_legend(printed_number(value)) + before_dot +
               after_dot;
    }
    return width;
  }

  /// What the dots mean, and some of them with their numbers, in a line below the grid; fewer of
  /// them where it would not end on the page.
  double put_legend(double top) {
    const double line = measure_.size_of("0", name_style).height;
    const double middle = top + std::max(line / 2, greatest_radius_);
    std::vector<double> values = legend_values(largest_, chart_.whole_numbers);
    const double room = sheet_.width - 2 * margin;
    while (values.size() > 1 && legend_width(values) > room) values.erase(values.begin());
    double x = frame_.legend_begin(legend_width(values));
    frame_.put_in_legend(chart_.legend, middle, x);
    for (const double value : values) {
      const double radius = radius_of(value);
      sheet_.dots.push_back({x + before_dot + radius, middle, radius, dot_grey});
      x += before_dot + 2 * radius + after_dot;
      frame_.put_in_legend(printed_number(value), middle, x);
    }
    return 2 * middle - top;
  }

  const DotChart& chart_;
  const TextMeasure& measure_;
  Sheet& sheet_;
  GridFrame frame_;
  double largest_;
  double row_height_;
  double greatest_radius_;
};

}  // namespace

double lay_out_chart(const DotChart& chart, double top, double label_page,
                     const TextMeasure& measure, Sheet& sheet) {
  return DotLayout(chart, label_page, measure, sheet).put_below(top);
}

double least_width(const DotChart& chart, double label_page, const TextMeasure& measure) {
  return least_grid_width(chart, least_pitch, label_page, measure);
}

}  // namespace themata::report::detail
