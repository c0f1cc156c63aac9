#include "cli/figure_output.hpp"

#include <charconv>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/drawing_module.hpp"
#include "cli/output_file.hpp"
#include "cli/terminal.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

constexpr double narrowest = 60;  // millimetres
constexpr double widest = 400;
constexpr std::size_t least_dpi = 36;
constexpr std::size_t most_dpi = 2400;

double dots_per_inch_from(const Arguments& arguments, report::FigureFormat format) {
  const auto dots = arguments.number("dpi", least_dpi);
  if (!dots) return report::Picture{}.dots_per_inch;
  if (format == report::FigureFormat::svg || format == report::FigureFormat::pdf) {
    throw UsageError("--dpi is for png and tiff: svg and pdf are made of lines, not of dots");
  }
  if (*dots > most_dpi) {
    throw UsageError(fmt::format("--dpi {}: a picture has at most {}", *dots, most_dpi));
  }
  return static_cast<double>(*dots);
}

std::optional<report::FigureFormat> format_from(const Arguments& arguments) {
  if (const auto word = arguments.text("format")) return report::parse_figure_format(*word);
  const auto path = arguments.text("output");
  return path ? report::figure_format_of(*path) : std::nullopt;
}

/// `shown` is a figure or a diagram.
template <class Shown>
void write(const Context& context, const Arguments& arguments, const FigureRequest& request,
           Shown shown) {
  shown.width_mm = request.width_mm.value_or(shown.width_mm);
  OutputFile file(arguments.text("output"));
  const std::size_t boxes = draw_with_module(shown, request.picture, file.stream());
  file.finish();
  if (boxes == 0) return;
  context.notice(
      fmt::format("{} of the picture {} in no font of this machine and drawn as a box; install a "
                  "font for the script (fonts-noto-core, fonts-noto-cjk) and draw again",
                  text::plural(boxes, "character"), boxes == 1 ? "is" : "are"));
}

}  // namespace

std::optional<double> width_from(const Arguments& arguments) {
  const auto word = arguments.text("width");
  if (!word) return std::nullopt;
  std::string_view number = *word;
  double unit = 1;
  if (number.ends_with("cm")) unit = 10;
  if (number.ends_with("mm") || number.ends_with("cm")) number.remove_suffix(2);
  double width = 0;
  const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), width);
  width *= unit;
  if (failed != std::errc() || end != number.data() + number.size() || !(width >= narrowest) ||
      width > widest) {
    throw UsageError(fmt::format("--width {}: a picture is {} to {} mm wide, such as 84mm or 8.4cm",
                                 *word, narrowest, widest));
  }
  return width;
}

std::vector<Option> with_picture_size_options(std::vector<Option> options) {
  options.push_back({.name = "width",
                     .value = "MM",
                     .help = fmt::format("width of the picture, {} to {} mm (120 unless said "
                                         "otherwise); 84mm and 8.4cm are the same",
                                         narrowest, widest)});
  options.push_back({.name = "dpi",
                     .value = "DOTS",
                     .help = "dots per inch of png and tiff (300 unless said otherwise)"});
  return options;
}

std::vector<Option> with_figure_options(std::vector<Option> options) {
  for (Option& option : options) {
    if (option.name != "format") continue;
    option.choices.insert(option.choices.end(), {"svg", "png", "pdf", "tiff"});
    option.help += "; svg, png, pdf and tiff draw it";
  }
  return with_picture_size_options(std::move(options));
}

std::optional<FigureRequest> figure_request(const Arguments& arguments,
                                            const std::vector<std::string>& only_for_figures) {
  const auto format = format_from(arguments);
  if (format) {
    if (!arguments.has("output") && is_terminal_output()) {
      throw UsageError("a picture is not for a terminal: add -o FILE");
    }
    return FigureRequest{{*format, dots_per_inch_from(arguments, *format)}, width_from(arguments)};
  }
  std::vector<std::string> options = only_for_figures;
  options.insert(options.end(), {"width", "dpi"});
  for (const std::string& option : options) {
    if (!arguments.has(option)) continue;
    throw UsageError(fmt::format(
        "--{} is for a picture: add -o FILE.svg, FILE.png, FILE.pdf or FILE.tiff", option));
  }
  return std::nullopt;
}

void write_figure(const Context& context, const Arguments& arguments, const FigureRequest& request,
                  report::Figure figure) {
  write(context, arguments, request, std::move(figure));
}

void write_figure(const Context& context, const Arguments& arguments, const FigureRequest& request,
                  report::Diagram diagram) {
  write(context, arguments, request, std::move(diagram));
}

}  // namespace themata::cli
