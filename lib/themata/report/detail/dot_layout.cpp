#include <algorithm>
#include <cmath>

#include "themata/report/axis.hpp"
#include "themata/report/detail/figure_parts.hpp"

namespace themata::report::detail {

namespace {

constexpr double least_pitch = 9;  ///< from column to column
constexpr double widest_pitch = 36;
constexpr double least_row = 12;  ///< from row to row
constexpr double highest_row = 20;
constexpr double longest_name = 90;   ///< of a column, set upwards
constexpr double least_radius = 0.6;  ///< of a dot for more than nothing
constexpr double before_dot = 9;      ///< in the legend
constexpr double after_dot = 3;
constexpr Grey dot_grey = 0.25;
constexpr TextStyle name_style{.size = small_size};
constexpr TextStyle one_line{.size = small_size, .wrap_width = longest_name, .most_lines = 1};
constexpr TextStyle legend_style{.size = small_size};

std::vector<std::string> labels_of(const DotChart& chart) {
  std::vector<std::string> labels;
  for (const auto& row : chart.rows) labels.push_back(row.label);
  return labels;
}

std::vector<std::string> sides_of(const DotChart& chart) {
  std::vector<std::string> sides;
  for (const auto& row : chart.rows) sides.push_back(row.side);
  return sides;
}

double largest_of(const DotChart& chart) {
  double largest = 0;
  for (const auto& row : chart.rows) {
    for (const double value : row.values) largest = std::max(largest, value);
  }
  return largest;
}

class DotLayout {
 public:
  DotLayout(const DotChart& chart, double label_page, const TextMeasure& measure, Sheet& sheet)
      : chart_(chart),
        measure_(measure),
        sheet_(sheet),
        labels_(labels_of(chart), label_page, measure),
        side_(sides_of(chart), chart.side_heading, measure),
        largest_(largest_of(chart)) {
    const auto columns = static_cast<double>(std::max<std::size_t>(chart.columns.size(), 1));
    left_ = margin + labels_.width + gap;
    const double room = sheet.width - margin - side_.width - left_;
    pitch_ = std::clamp(room / columns, least_pitch, widest_pitch);
    row_height_ = std::clamp(pitch_, least_row, highest_row);
    greatest_radius_ = 0.46 * std::min(pitch_, row_height_);
    right_ = left_ + columns * pitch_;
    for (const std::string& name : chart.columns) {
      const double width = measure.size_of(name, name_style).width;
      upwards_ = upwards_ || width > pitch_ - 2;
      longest_name_ = std::max(longest_name_, std::min(width, longest_name));
    }
  }

  double put_below(double top) {
    const double line = measure_.size_of("0", name_style).height;
    const double heading = std::max(upwards_ ? longest_name_ : line, side_.heading_height);
    put_names(top + heading);
    side_.put_heading(right_ + side_.width, top + heading, sheet_);
    const double first = top + heading + 3;
    const double bottom = put_rows(first);
    for (std::size_t i = 0; i < chart_.columns.size(); ++i) {
      sheet_.lines.push_back({column(i), first, column(i), bottom, 0.4, rule_grey});
    }
    return put_legend(bottom + gap);
  }

 private:
  [[nodiscard]] double column(std::size_t i) const {
    return left_ + (static_cast<double>(i) + 0.5) * pitch_;
  }

  /// Always above zero for a value above zero.
  [[nodiscard]] double radius_of(double value) const {
    return std::max(least_radius, greatest_radius_ * std::sqrt(value / largest_));
  }

  void put_names(double bottom) {
    for (std::size_t i = 0; i < chart_.columns.size(); ++i) {
      Sheet::Text name{chart_.columns[i],
                       upwards_ ? one_line : name_style,
                       column(i),
                       bottom,
                       Sheet::Text::Align::left,
                       upwards_,
                       ink};
      if (!upwards_) {
        name.align = Sheet::Text::Align::centre;
        name.y -= measure_.size_of(name.text, name_style).height / 2;
      }
      sheet_.texts.push_back(std::move(name));
    }
  }

  double put_rows(double y) {
    for (std::size_t i = 0; i < chart_.rows.size(); ++i) {
      const double height = std::max(labels_.heights[i] + 3, row_height_);
      const double middle = y + height / 2;
      sheet_.lines.push_back({left_, middle, right_, middle, 0.4, rule_grey});
      labels_.put(i, left_ - gap, middle, sheet_);
      for (std::size_t c = 0; c < chart_.rows[i].values.size(); ++c) {
        const double value = chart_.rows[i].values[c];
        if (value > 0) {
          sheet_.dots.push_back({column(c), middle, radius_of(value), dot_grey});
        }
      }
      side_.put(i, right_ + side_.width, middle, sheet_);
      y += height;
    }
    return y;
  }

  [[nodiscard]] double width_in_legend(const std::string& text) const {
    return measure_.size_of(text, legend_style).width;
  }

  [[nodiscard]] double legend_width(const std::vector<double>& values) const {
    double width = width_in_legend(chart_.legend);
    for (const double value : values) {
      width +=
          2 * radius_of(value) + width_in_legend(printed_number(value)) + before_dot + after_dot;
    }
    return width;
  }

  /// What the dots mean, and some of them with their numbers, in a line below the grid; further to
  /// the left, or fewer of them, where it would not end on the page.
  double put_legend(double top) {
    const double line = measure_.size_of("0", legend_style).height;
    const double middle = top + std::max(line / 2, greatest_radius_);
    std::vector<double> values = legend_values(largest_, chart_.whole_numbers);
    const double room = sheet_.width - 2 * margin;
    while (values.size() > 1 && legend_width(values) > room) values.erase(values.begin());
    double x = std::max(margin, std::min(left_, sheet_.width - margin - legend_width(values)));
    const auto put_text = [&](const std::string& text) {
      sheet_.texts.push_back({text, legend_style, x, middle, Sheet::Text::Align::left, false, ink});
      x += width_in_legend(text);
    };
    put_text(chart_.legend);
    for (const double value : values) {
      const double radius = radius_of(value);
      sheet_.dots.push_back({x + before_dot + radius, middle, radius, dot_grey});
      x += before_dot + 2 * radius + after_dot;
      put_text(printed_number(value));
    }
    return 2 * middle - top;
  }

  const DotChart& chart_;
  const TextMeasure& measure_;
  Sheet& sheet_;
  LabelColumn labels_;
  SideColumn side_;
  double largest_;
  double left_ = 0;
  double right_ = 0;
  double pitch_ = 0;
  double row_height_ = 0;
  double greatest_radius_ = 0;
  double longest_name_ = 0;
  bool upwards_ = false;
};

}  // namespace

double lay_out_dots(const DotChart& chart, double top, double label_page,
                    const TextMeasure& measure, Sheet& sheet) {
  return DotLayout(chart, label_page, measure, sheet).put_below(top);
}

double least_width(const DotChart& chart, double label_page, const TextMeasure& measure) {
  const LabelColumn labels(labels_of(chart), label_page, measure);
  const SideColumn side(sides_of(chart), chart.side_heading, measure);
  return 2 * margin + labels.width + gap + side.width +
         static_cast<double>(chart.columns.size()) * least_pitch;
}

}  // namespace themata::report::detail
