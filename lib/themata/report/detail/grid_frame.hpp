#pragma once

#include <vector>

#include "themata/report/detail/figure_parts.hpp"

namespace themata::report::detail {

inline constexpr TextStyle name_style{.size = small_size};  ///< of columns and of the legend

/// What charts with a grid have in common: the labels of rows at the left, the names of columns
/// above, set upwards where one is too wide, and a column of texts at the right.
class GridFrame {
 public:
  /// Columns are between `least_pitch` and a comfortable distance apart. All references must
  /// outlive the frame.
  GridFrame(const Grid& grid, double least_pitch, double label_page, const TextMeasure& measure,
            Sheet& sheet);

  [[nodiscard]] double left() const { return left_; }
  [[nodiscard]] double right() const { return right_; }
  [[nodiscard]] double pitch() const { return pitch_; }
  /// The middle of a column.
  [[nodiscard]] double column(std::size_t i) const {
    return left_ + (static_cast<double>(i) + 0.5) * pitch_;
  }
  /// The height of a row that is at least `least` high.
  [[nodiscard]] double row_height(std::size_t row, double least) const;

  /// Sets the names of the columns; returns where the first row may begin.
  double put_names(double top);
  /// Sets a row's label and the text at its right.
  void put_texts(std::size_t row, double middle);
  /// Sets a text of the legend, and moves `x` to its end.
  void put_in_legend(const std::string& text, double middle, double& x);
  [[nodiscard]] double width_in_legend(const std::string& text) const;
  /// Where a legend of this width begins: below the grid, further to the left where it would not
  /// end on the page.
  [[nodiscard]] double legend_begin(double width) const;

 private:
  void put_name(const std::string& name, double x, double bottom);

  const Grid& grid_;
  const TextMeasure& measure_;
  Sheet& sheet_;
  LabelColumn labels_;
  SideColumn side_;
  double left_ = 0;
  double right_ = 0;
  double pitch_ = 0;
  double longest_name_ = 0;
  bool upwards_ = false;
};

/// The greatest value of a grid, 0 if it has none.
double largest_of(const Grid& grid);
/// How wide a page a grid of this pitch needs, if its labels take their share of `label_page`.
double least_grid_width(const Grid& grid, double pitch, double label_page,
                        const TextMeasure& measure);

}  // namespace themata::report::detail
