#include "themata/report/diagram.hpp"

#include <algorithm>
#include <array>

namespace themata::report {

namespace {

/// Colors that people with a defect of color vision can tell apart (Okabe and Ito, 2008, "Color
/// universal design").
constexpr std::array palette{Color{0.34, 0.71, 0.91}, Color{0.90, 0.62, 0.00},
                             Color{0.00, 0.62, 0.45}, Color{0.80, 0.47, 0.65},
                             Color{0.94, 0.89, 0.26}, Color{0.00, 0.45, 0.70},
                             Color{0.84, 0.37, 0.00}, Color{0.55, 0.55, 0.55}};

constexpr double least_contrast_luminance = 0.45;  ///< of what black text stands on

Color mixed_with_white(const Color& color, double share) {
  const auto mixed = [share](double part) { return part + (1 - part) * share; };
  return {mixed(color.red), mixed(color.green), mixed(color.blue)};
}

/// How light a color looks, from 0 to 1 (the weights of ITU-R BT.709, without linearising).
double luminance(const Color& color) {
  return 0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue;
}

Color base_color(const Diagram::Node& node) {
  return node.color.value_or(palette.at(node.branch % palette.size()));
}

}  // namespace

Color fill_color(const Diagram::Node& node) {
  constexpr std::array white_shares{0.35, 0.8, 0.95};
  const double share = white_shares.at(std::min(node.level, white_shares.size() - 1));
  Color fill = mixed_with_white(base_color(node), share);
  while (luminance(fill) < least_contrast_luminance) fill = mixed_with_white(fill, 0.1);
  return fill;
}

Color border_color(const Diagram::Node& node) {
  const Color base = base_color(node);
  constexpr double darkened = 0.7;
  return {base.red * darkened, base.green * darkened, base.blue * darkened};
}

}  // namespace themata::report
