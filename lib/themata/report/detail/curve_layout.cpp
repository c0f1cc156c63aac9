#include <algorithm>

#include "themata/report/axis.hpp"
#include "themata/report/detail/figure_parts.hpp"

namespace themata::report::detail {

namespace {

constexpr double least_pitch = 10;
constexpr double chart_height = 150;
constexpr double between_ticks = 22;
constexpr double tick_length = 3;
constexpr double bar_share = 0.6;  // of the pitch
constexpr double widest_bar = 16;
constexpr double dot_radius = 1.9;
constexpr double legend_box = 7;
constexpr Grey bar_grey = 0.75;
constexpr TextStyle axis_style{.size = small_size};

double widest(const CurveChart& chart, const TextMeasure& measure) {
  double width = 0;
  for (const auto& point : chart.points) {
    width = std::max(width, measure.size_of(point.label, axis_style).width);
  }
  return width;
}

class CurveLayout {
 public:
  CurveLayout(const CurveChart& chart, const TextMeasure& measure, Sheet& sheet)
      : chart_(chart), measure_(measure), sheet_(sheet) {
    double largest = 0;
    for (const auto& point : chart.points) largest = std::max({largest, point.bar, point.curve});
    ticks_ = axis_ticks(largest, static_cast<int>(chart_height / between_ticks), true);
    const Size number = measure.size_of(printed_number(ticks_.back()), axis_style);
    line_height_ = number.height;
    left_ = margin + line_height_ + gap + number.width + tick_length + 2;
    right_ = sheet.width - margin;
    pitch_ = (right_ - left_) / static_cast<double>(chart.points.size());
  }

  double put_below(double top) {
    top_ = put_legend(top) + gap;
    bottom_ = top_ + chart_height;
    put_axis();
    for (std::size_t i = 0; i < chart_.points.size(); ++i) put_point(i);
    return put_labels();
  }

 private:
  [[nodiscard]] double x_of(std::size_t i) const {
    return left_ + (static_cast<double>(i) + 0.5) * pitch_;
  }
  [[nodiscard]] double y_of(double value) const {
    return bottom_ - chart_height * std::clamp(value / ticks_.back(), 0.0, 1.0);
  }

  double put_legend(double top) {
    const double middle = top + line_height_ / 2;
    double x = left_;
    sheet_.boxes.push_back({x, middle - legend_box / 2, legend_box, legend_box, bar_grey});
    x = put_text(chart_.bar_name, x + legend_box + 3, middle) + 2 * gap;
    sheet_.lines.push_back({x, middle, x + 2 * legend_box, middle, 0.8, ink});
    sheet_.dots.push_back({x + legend_box, middle, dot_radius, ink});
    put_text(chart_.curve_name, x + 2 * legend_box + 3, middle);
    return top + line_height_;
  }

  /// Returns where it ends.
  double put_text(const std::string& text, double x, double middle) {
    sheet_.texts.push_back({text, axis_style, x, middle, Sheet::Text::Align::left, false, ink});
    return x + measure_.size_of(text, axis_style).width;
  }

  void put_axis() {
    for (const double tick : ticks_) {
      const double y = y_of(tick);
      const bool zero = tick == 0;
      sheet_.lines.push_back({left_, y, right_, y, zero ? 0.6 : 0.4, zero ? ink : rule_grey});
      sheet_.lines.push_back({left_ - tick_length, y, left_, y, 0.6, ink});
      sheet_.texts.push_back({printed_number(tick), axis_style, left_ - tick_length - 2, y,
                              Sheet::Text::Align::right, false, ink});
    }
    sheet_.lines.push_back({left_, top_, left_, bottom_, 0.6, ink});
    sheet_.texts.push_back({chart_.axis, axis_style, margin + line_height_ / 2,
                            (top_ + bottom_) / 2, Sheet::Text::Align::centre, true, ink});
  }

  void put_point(std::size_t i) {
    const auto& point = chart_.points[i];
    const double width = std::min(widest_bar, pitch_ * bar_share);
    const double y = y_of(point.bar);
    if (point.bar > 0) {
      sheet_.boxes.push_back({x_of(i) - width / 2, y, width, bottom_ - y, bar_grey});
    }
    sheet_.dots.push_back({x_of(i), y_of(point.curve), dot_radius, ink});
    if (i == 0) return;
    sheet_.lines.push_back(
        {x_of(i - 1), y_of(chart_.points[i - 1].curve), x_of(i), y_of(point.curve), 0.8, ink});
  }

  /// Below the axis, upwards where one is wider than its place; returns where they end.
  double put_labels() {
    const double longest = widest(chart_, measure_);
    const bool upwards = longest > pitch_ - 3;
    const double height = upwards ? longest : line_height_;
    const double top = bottom_ + tick_length + 1;
    for (std::size_t i = 0; i < chart_.points.size(); ++i) {
      const std::string& label = chart_.points[i].label;
      if (upwards) {
        sheet_.texts.push_back(
            {label, axis_style, x_of(i), top, Sheet::Text::Align::right, true, ink});
      } else {
        sheet_.texts.push_back({label, axis_style, x_of(i), top + line_height_ / 2,
                                Sheet::Text::Align::centre, false, ink});
      }
    }
    return top + height;
  }

  const CurveChart& chart_;
  const TextMeasure& measure_;
  Sheet& sheet_;
  std::vector<double> ticks_;
  double line_height_ = 0;
  double left_ = 0;
  double right_ = 0;
  double pitch_ = 0;
  double top_ = 0;
  double bottom_ = 0;
};

}  // namespace

double lay_out_chart(const CurveChart& chart, double top, double /*label_page*/,
                     const TextMeasure& measure, Sheet& sheet) {
  return CurveLayout(chart, measure, sheet).put_below(top);
}

double least_width(const CurveChart& chart, double /*label_page*/, const TextMeasure& measure) {
  const double numbers = measure.size_of("10,000", axis_style).width;
  const double left = 2 * margin + 2 * gap + numbers + small_size;
  return left + least_pitch * static_cast<double>(chart.points.size());
}

}  // namespace themata::report::detail
