#include "themata/exchange/color.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "themata/text/characters.hpp"

namespace themata::exchange {

namespace {

// clang-format off
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> names = {{
    {"aqua", "#00FFFF"}, {"black", "#000000"}, {"blue", "#0000FF"}, {"fuchsia", "#FF00FF"},
    {"gray", "#808080"}, {"green", "#008000"}, {"lime", "#00FF00"}, {"maroon", "#800000"},
    {"navy", "#000080"}, {"olive", "#808000"}, {"purple", "#800080"}, {"red", "#FF0000"},
    {"silver", "#C0C0C0"}, {"teal", "#008080"}, {"white", "#FFFFFF"}, {"yellow", "#FFFF00"}}};
// clang-format on

constexpr std::string_view digits = "0123456789ABCDEF";

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::optional<std::string> of_digits(std::string_view hex) {
  std::string all(hex);
  std::transform(all.begin(), all.end(), all.begin(), upper);
  if (all.empty() || all.find_first_not_of(digits) != std::string::npos) return std::nullopt;
  if (all.size() == 4) all.resize(3);  // #RGBA
  if (all.size() == 3) all = {all[0], all[0], all[1], all[1], all[2], all[2]};
  if (all.size() == 8)
    all = all.ends_with("FF") && !all.starts_with("FF") ? all.substr(0, 6) : all.substr(2);
  if (all.size() != 6) return std::nullopt;
  return '#' + all;
}

/// "rgb(255, 0, 16)", "rgba(255,0,16,0.5)".
std::optional<std::string> of_function(std::string_view written) {
  const std::size_t open = written.find('(');
  if (open == std::string_view::npos || !written.ends_with(')')) return std::nullopt;
  std::string_view rest = written.substr(open + 1);
  std::string result = "#";
  for (int part = 0; part < 3; ++part) {
    const std::size_t end = rest.find_first_of(",)");
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view number = text::trim(rest.substr(0, end));
    unsigned int value = 256;
    const auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc{} || stop != number.data() + number.size() || value > 255) {
      return std::nullopt;
    }
    result += digits[value / 16];
    result += digits[value % 16];
    rest.remove_prefix(end + 1);
  }
  return result;
}

}  // namespace

std::optional<std::string> read_color(std::string_view written) {
  std::string small(text::trim(written));
  std::transform(small.begin(), small.end(), small.begin(), lower);
  if (small.starts_with("rgb")) return of_function(small);
  for (const auto& [name, color] : names) {
    if (small == name) return std::string(color);
  }
  return of_digits(std::string_view(small).substr(small.starts_with('#') ? 1 : 0));
}

}  // namespace themata::exchange
