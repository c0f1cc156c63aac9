#include "themata/report/detail/figure_parts.hpp"

#include <algorithm>
#include <utility>

namespace themata::report::detail {

namespace {

constexpr TextStyle label_style{.size = text_size, .most_lines = 4};
constexpr TextStyle heading_style{.size = small_size};

double widest(const std::vector<std::string>& texts, const TextStyle& style,
              const TextMeasure& measure) {
  double width = 0;
  for (const std::string& text : texts) width = std::max(width, measure.size_of(text, style).width);
  return width;
}

}  // namespace

LabelColumn::LabelColumn(std::vector<std::string> labels, double page_width,
                         const TextMeasure& measure)
    : texts(std::move(labels)) {
  const double most = widest_label * page_width;
  for (const std::string& text : texts) {
    TextStyle style = label_style;
    Size size = measure.size_of(text, style);
    if (size.width > most) {
      style.wrap_width = most;
      size = measure.size_of(text, style);
    }
    width = std::max(width, std::min(size.width, most));
    styles.push_back(style);
    heights.push_back(size.height);
  }
}

void LabelColumn::put(std::size_t i, double right, double y, Sheet& sheet) const {
  sheet.texts.push_back({texts[i], styles[i], right, y, Sheet::Text::Align::right, false, ink});
}

SideColumn::SideColumn(std::vector<std::string> cells, std::string heading_text,
                       const TextMeasure& measure)
    : texts(std::move(cells)), heading(std::move(heading_text)) {
  if (heading.empty()) return;
  const Size heading_size = measure.size_of(heading, heading_style);
  heading_height = heading_size.height;
  widest_text_ = widest(texts, label_style, measure);
  width = gap + std::max(heading_size.width, widest_text_);
}

void SideColumn::put_heading(double right, double bottom, Sheet& sheet) const {
  if (heading.empty()) return;
  const double middle = right - (width - gap) / 2;
  sheet.texts.push_back({heading, heading_style, middle, bottom - heading_height / 2,
                         Sheet::Text::Align::centre, false, ink});
}

void SideColumn::put(std::size_t i, double right, double y, Sheet& sheet) const {
  if (heading.empty()) return;
  const double end = right - (width - gap - widest_text_) / 2;
  sheet.texts.push_back({texts[i], label_style, end, y, Sheet::Text::Align::right, false, ink});
}

}  // namespace themata::report::detail
