#include <algorithm>
#include <cmath>

#include "themata/report/axis.hpp"
#include "themata/report/detail/grid_frame.hpp"

namespace themata::report::detail {

namespace {

constexpr double least_row = 14;       ///< from row to row
constexpr double least_pitch = 12;     ///< from column to column
constexpr double around_number = 3.5;  ///< of a column's width
constexpr double between_cells = 0.6;
constexpr double scale_box = 9;  ///< a side of the boxes of the scale
constexpr double most_boxes = 10;
constexpr double beside_scale = 4;
constexpr Grey lightest = 0.93;  ///< of a cell for more than nothing
constexpr Grey darkest = 0.1;
constexpr Grey white = 1;
constexpr Grey black = 0;
/// As far from white as from black, as readers see it (a contrast of 4.6 to 1): what is darker has
/// white numbers.
constexpr Grey turning_point = 0.46;
constexpr TextStyle number_style{.size = 7};

/// Wide enough for the widest number.
double least_pitch_of(const HeatChart& chart, const TextMeasure& measure) {
  double pitch = least_pitch;
  for (const auto& row : chart.rows) {
    for (const double value : row.values) {
      pitch = std::max(pitch,
                       measure.size_of(printed_number(value), number_style).width + around_number);
    }
  }
  return pitch;
}

class HeatLayout {
 public:
  HeatLayout(const HeatChart& chart, double label_page, const TextMeasure& measure, Sheet& sheet)
      : chart_(chart),
        sheet_(sheet),
        frame_(chart, least_pitch_of(chart, measure), label_page, measure, sheet),
        largest_(largest_of(chart)) {}

  double put_below(double top) {
    const double first = frame_.put_names(top);
    const double bottom = put_rows(first);
    for (std::size_t i = 0; i <= chart_.columns.size(); ++i) {
      const double x = frame_.left() + static_cast<double>(i) * frame_.pitch();
      sheet_.lines.push_back({x, first, x, bottom, between_cells, rule_grey});
    }
    return largest_ > 0 ? put_legend(bottom + gap) : bottom;
  }

 private:
  [[nodiscard]] Grey grey_of(double value) const {
    return lightest + (darkest - lightest) * value / largest_;
  }

  double put_rows(double y) {
    put_rule(y);
    for (std::size_t i = 0; i < chart_.rows.size(); ++i) {
      const double height = frame_.row_height(i, least_row);
      frame_.put_texts(i, y + height / 2);
      for (std::size_t c = 0; c < chart_.rows[i].values.size(); ++c) {
        if (chart_.rows[i].values[c] > 0) put_cell(chart_.rows[i].values[c], c, y, height);
      }
      y += height;
      put_rule(y);
    }
    return y;
  }

  void put_rule(double y) {
    sheet_.lines.push_back({frame_.left(), y, frame_.right(), y, between_cells, rule_grey});
  }

  void put_cell(double value, std::size_t column, double top, double height) {
    const Grey grey = grey_of(value);
    const double middle = frame_.column(column);
    sheet_.boxes.push_back({middle - frame_.pitch() / 2 + between_cells / 2,
                            top + between_cells / 2, frame_.pitch() - between_cells,
                            height - between_cells, grey});
    sheet_.texts.push_back({printed_number(value), number_style, middle, top + height / 2,
                            Sheet::Text::Align::centre, false,
                            grey < turning_point ? white : black});
  }

  /// How many boxes the scale has: one for each value, or as many as there is room for beside
  /// texts of this width.
  [[nodiscard]] int boxes_beside(double texts) const {
    const double room = std::floor((sheet_.width - 2 * margin - texts) / scale_box);
    const double wanted = chart_.whole_numbers ? std::min(largest_, most_boxes) : most_boxes;
    return static_cast<int>(std::max(1.0, std::min(wanted, room)));
  }

  /// What the shades mean: boxes from the least that is shaded to the greatest, between these two
  /// numbers.
  double put_legend(double top) {
    const double least = chart_.whole_numbers ? std::min(1.0, largest_) : 0;
    const std::string from = least < largest_ ? printed_number(least) : "";
    const std::string to = printed_number(largest_);
    double width = 3 * beside_scale;
    for (const std::string& text : {chart_.legend, from, to}) width += frame_.width_in_legend(text);
    const int boxes = boxes_beside(width);
    const double middle = top + scale_box / 2;
    double x = frame_.legend_begin(width + boxes * scale_box);
    for (const std::string& text : {chart_.legend, from}) {
      if (text.empty()) continue;
      frame_.put_in_legend(text, middle, x);
      x += beside_scale;
    }
    for (int i = boxes - 1; i >= 0; --i) {
      const double value = largest_ - (largest_ - least) * i / std::max(boxes - 1, 1);
      sheet_.boxes.push_back({x, top, scale_box, scale_box, grey_of(value)});
      x += scale_box;
    }
    x += beside_scale;
    frame_.put_in_legend(to, middle, x);
    return top + scale_box;
  }

  const HeatChart& chart_;
  Sheet& sheet_;
  GridFrame frame_;
  double largest_;
};

}  // namespace

double lay_out_chart(const HeatChart& chart, double top, double label_page,
                     const TextMeasure& measure, Sheet& sheet) {
  return HeatLayout(chart, label_page, measure, sheet).put_below(top);
}

double least_width(const HeatChart& chart, double label_page, const TextMeasure& measure) {
  return least_grid_width(chart, least_pitch_of(chart, measure), label_page, measure);
}

}  // namespace themata::report::detail
