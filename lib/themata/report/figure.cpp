#include "themata/report/figure.hpp"

#include <string>

namespace themata::report {

std::optional<FigureFormat> parse_figure_format(std::string_view word) {
  if (word == "svg") return FigureFormat::svg;
  if (word == "png") return FigureFormat::png;
  if (word == "pdf") return FigureFormat::pdf;
  if (word == "tiff") return FigureFormat::tiff;
  return std::nullopt;
}

std::optional<FigureFormat> figure_format_of(std::string_view file_name) {
  const std::size_t slash = file_name.rfind('/');
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  std::string extension(file_name.substr(dot + 1));
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return parse_figure_format(extension == "tif" ? "tiff" : extension);
}

}  // namespace themata::report
