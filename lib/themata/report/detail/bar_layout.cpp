#include <algorithm>

#include "themata/report/axis.hpp"
#include "themata/report/detail/figure_parts.hpp"

namespace themata::report::detail {

namespace {

constexpr double bar_height = 8.5;
constexpr double row_gap = 4.5;
constexpr double between_ticks = 28;  ///< at least
constexpr double tick_length = 3;
constexpr std::size_t many_rows = 40;  ///< that have the axis' numbers above them as well
constexpr Grey bar_grey = 0.4;
constexpr Grey white = 1;
constexpr TextStyle number_style{.size = text_size};
constexpr TextStyle axis_style{.size = small_size};

/// Where values stand across the page.
struct Scale {
  double left = 0;
  double right = 0;
  double largest = 1;
  [[nodiscard]] double at(double value) const {
    return left + (right - left) * std::clamp(value / largest, 0.0, 1.0);
  }
};

class BarLayout {
 public:
  BarLayout(const BarChart& chart, double label_page, const TextMeasure& measure, Sheet& sheet)
      : chart_(chart),
        measure_(measure),
        sheet_(sheet),
        labels_(labels_of(chart), label_page, measure),
        side_(sides_of(chart), chart.side_heading, measure),
        line_height_(measure.size_of("0", axis_style).height) {
    scale_.left = margin + labels_.width + gap;
    const double end = sheet.width - margin - side_.width;
    scale_.right = end;
    for (int pass = 0; pass < 2; ++pass) {  // the ticks need the room, the room the last tick
      set_ticks(scale_.right - scale_.left);
      scale_.right = rightmost(end);
    }
  }

  /// Returns where the chart ends.
  double put_below(double top) {
    const bool numbers_above = chart_.bars.size() > many_rows;
    if (numbers_above || side_.width > 0) top += std::max(side_.heading_height, line_height_) + 2;
    side_.put_heading(sheet_.width - margin, top, sheet_);
    if (numbers_above) put_tick_numbers(top - line_height_ / 2);
    const double bottom = put_rows(top + row_gap / 2) + row_gap / 2;
    put_rules(top, bottom);
    put_tick_numbers(bottom + tick_length + line_height_ / 2);
    return put_axis_title(bottom + tick_length + line_height_);
  }

 private:
  static std::vector<std::string> labels_of(const BarChart& chart) {
    std::vector<std::string> labels;
    for (const auto& bar : chart.bars) labels.push_back(bar.label);
    return labels;
  }
  static std::vector<std::string> sides_of(const BarChart& chart) {
    std::vector<std::string> sides;
    for (const auto& bar : chart.bars) sides.push_back(bar.side);
    return sides;
  }

  [[nodiscard]] double width_of(double value, const TextStyle& style) const {
    return measure_.size_of(printed_number(value), style).width;
  }

  void set_ticks(double room) {
    double largest = 0;
    for (const auto& bar : chart_.bars) largest = std::max(largest, bar.value);
    const double distance = std::max(between_ticks, width_of(largest, axis_style) + gap);
    ticks_ = axis_ticks(largest, std::clamp(static_cast<int>(room / distance), 1, 6), true);
    scale_.largest = ticks_.back();
  }

  /// The furthest that the axis can go, so that neither its last number nor that behind any bar
  /// goes beyond `end`; but never less than a little.
  [[nodiscard]] double rightmost(double end) const {
    double right = end - width_of(ticks_.back(), axis_style) / 2;
    for (const auto& bar : chart_.bars) {
      const double share = bar.value / scale_.largest;
      const double room = end - gap / 2 - width_of(bar.value, number_style) - scale_.left;
      if (share > 0) right = std::min(right, scale_.left + room / share);
    }
    return std::max(right, scale_.left + between_ticks);
  }

  /// A bar's number, on white, so that no rule runs through it.
  void put_number(double value, double x, double middle) {
    const Size size = measure_.size_of(printed_number(value), number_style);
    sheet_.boxes.push_back(
        {x + 0.5, middle - size.height / 2, size.width + gap / 2, size.height, white});
    sheet_.texts.push_back({printed_number(value), number_style, x + gap / 2, middle,
                            Sheet::Text::Align::left, false, ink});
  }

  double put_rows(double y) {
    for (std::size_t i = 0; i < chart_.bars.size(); ++i) {
      const double height = std::max(labels_.heights[i], bar_height) + row_gap;
      const double middle = y + height / 2;
      const double end = scale_.at(chart_.bars[i].value);
      labels_.put(i, scale_.left - gap, middle, sheet_);
      if (end > scale_.left) {
        sheet_.boxes.push_back(
            {scale_.left, middle - bar_height / 2, end - scale_.left, bar_height, bar_grey});
      }
      put_number(chart_.bars[i].value, end, middle);
      side_.put(i, sheet_.width - margin, middle, sheet_);
      y += height;
    }
    return y;
  }

  void put_rules(double top, double bottom) {
    for (const double tick : ticks_) {
      const double x = scale_.at(tick);
      const bool zero = tick == 0;
      sheet_.lines.push_back({x, top, x, bottom, zero ? 0.6 : 0.4, zero ? ink : rule_grey});
      sheet_.lines.push_back({x, bottom, x, bottom + tick_length, 0.6, ink});
    }
    sheet_.lines.push_back({scale_.left, bottom, scale_.right, bottom, 0.6, ink});
  }

  void put_tick_numbers(double middle) {
    for (const double tick : ticks_) {
      sheet_.texts.push_back({printed_number(tick), axis_style, scale_.at(tick), middle,
                              Sheet::Text::Align::centre, false, ink});
    }
  }

  double put_axis_title(double top) {
    if (chart_.axis.empty()) return top;
    const double height = measure_.size_of(chart_.axis, axis_style).height;
    sheet_.texts.push_back({chart_.axis, axis_style, (scale_.left + scale_.right) / 2,
                            top + 1 + height / 2, Sheet::Text::Align::centre, false, ink});
    return top + 1 + height;
  }

  const BarChart& chart_;
  const TextMeasure& measure_;
  Sheet& sheet_;
  LabelColumn labels_;
  SideColumn side_;
  double line_height_;
  Scale scale_;
  std::vector<double> ticks_;
};

}  // namespace

double lay_out_chart(const BarChart& chart, double top, double label_page,
                     const TextMeasure& measure, Sheet& sheet) {
  return BarLayout(chart, label_page, measure, sheet).put_below(top);
}

double least_width(const BarChart& /*chart*/, double /*label_page*/,
                   const TextMeasure& /*measure*/) {
  return 0;  // bars are as long as there is room
}

}  // namespace themata::report::detail
