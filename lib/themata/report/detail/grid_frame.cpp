#include "themata/report/detail/grid_frame.hpp"

#include <algorithm>
#include <utility>

namespace themata::report::detail {

namespace {

constexpr double widest_pitch = 36;
constexpr double longest_name = 130;  ///< of a column, set upwards
constexpr TextStyle one_line{.size = small_size, .wrap_width = longest_name, .most_lines = 1};

std::vector<std::string> labels_of(const Grid& grid) {
  std::vector<std::string> labels;
  for (const auto& row : grid.rows) labels.push_back(row.label);
  return labels;
}

std::vector<std::string> sides_of(const Grid& grid) {
  std::vector<std::string> sides;
  for (const auto& row : grid.rows) sides.push_back(row.side);
  return sides;
}

}  // namespace

GridFrame::GridFrame(const Grid& grid, double least_pitch, double label_page,
                     const TextMeasure& measure, Sheet& sheet)
    : grid_(grid),
      measure_(measure),
      sheet_(sheet),
      labels_(labels_of(grid), label_page, measure),
      side_(sides_of(grid), grid.side_heading, measure) {
  const auto columns = static_cast<double>(std::max<std::size_t>(grid.columns.size(), 1));
  left_ = margin + labels_.width + gap;
  const double room = sheet.width - margin - side_.width - left_;
  pitch_ = std::clamp(room / columns, least_pitch, std::max(least_pitch, widest_pitch));
  right_ = left_ + columns * pitch_;
  for (const std::string& name : grid.columns) {
    const double width = measure.size_of(name, name_style).width;
    upwards_ = upwards_ || width > pitch_ - 2;
    longest_name_ = std::max(longest_name_, std::min(width, longest_name));
  }
}

double GridFrame::row_height(std::size_t row, double least) const {
  return std::max(labels_.heights[row] + 3, least);
}

double GridFrame::put_names(double top) {
  const double line = measure_.size_of("0", name_style).height;
  const double heading = std::max(upwards_ ? longest_name_ : line, side_.heading_height);
  for (std::size_t i = 0; i < grid_.columns.size(); ++i) {
    put_name(grid_.columns[i], column(i), top + heading);
  }
  side_.put_heading(right_ + side_.width, top + heading, sheet_);
  return top + heading + 3;
}

void GridFrame::put_name(const std::string& name, double x, double bottom) {
  if (upwards_) {
    sheet_.texts.push_back({name, one_line, x, bottom, Sheet::Text::Align::left, true, ink});
    return;
  }
  const double middle = bottom - measure_.size_of(name, name_style).height / 2;
  sheet_.texts.push_back({name, name_style, x, middle, Sheet::Text::Align::centre, false, ink});
}

void GridFrame::put_texts(std::size_t row, double middle) {
  labels_.put(row, left_ - gap, middle, sheet_);
  side_.put(row, right_ + side_.width, middle, sheet_);
}

void GridFrame::put_in_legend(const std::string& text, double middle, double& x) {
  sheet_.texts.push_back({text, name_style, x, middle, Sheet::Text::Align::left, false, ink});
  x += width_in_legend(text);
}

double GridFrame::width_in_legend(const std::string& text) const {
  return measure_.size_of(text, name_style).width;
}

double GridFrame::legend_begin(double width) const {
  return std::max(margin, std::min(left_, sheet_.width - margin - width));
}

double largest_of(const Grid& grid) {
  double largest = 0;
  for (const auto& row : grid.rows) {
    for (const double value : row.values) largest = std::max(largest, value);
  }
  return largest;
}

double least_grid_width(const Grid& grid, double pitch, double label_page,
                        const TextMeasure& measure) {
  const LabelColumn labels(labels_of(grid), label_page, measure);
  const SideColumn side(sides_of(grid), grid.side_heading, measure);
  return 2 * margin + labels.width + gap + side.width +
         static_cast<double>(grid.columns.size()) * pitch;
}

}  // namespace themata::report::detail
