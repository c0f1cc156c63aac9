#include "cli/figure_output.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/drawing_module.hpp"
#include "cli/output_file.hpp"
#include "cli/terminal.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t narrowest = 60;  // millimetres
constexpr std::size_t widest = 400;

std::optional<double> width_from(const Arguments& arguments) {
  const auto width = arguments.number("width", narrowest);
  if (!width) return std::nullopt;
  if (*width > widest) {
    throw UsageError(fmt::format("--width {}: a picture is at most {} mm wide", *width, widest));
  }
  return static_cast<double>(*width);
}

std::optional<report::FigureFormat> format_from(const Arguments& arguments) {
  if (const auto word = arguments.text("format")) return report::parse_figure_format(*word);
  const auto path = arguments.text("output");
  return path ? report::figure_format_of(*path) : std::nullopt;
}

}  // namespace

std::vector<Option> with_figure_options(std::vector<Option> options) {
  for (Option& option : options) {
    if (option.name != "format") continue;
    option.choices.insert(option.choices.end(), {"svg", "png", "pdf"});
    option.help += "; svg, png and pdf draw it";
  }
  options.push_back({.name = "width",
                     .value = "MM",
                     .help = fmt::format("width of the picture in millimetres, {} to {} (120 "
                                         "unless said otherwise)",
                                         narrowest, widest)});
  return options;
}

std::optional<FigureRequest> figure_request(const Arguments& arguments,
                                            const std::vector<std::string>& only_for_figures) {
  const auto format = format_from(arguments);
  if (format) {
    if (!arguments.has("output") && is_terminal_output()) {
      throw UsageError("a picture is not for a terminal: add -o FILE");
    }
    return FigureRequest{*format, width_from(arguments)};
  }
  std::vector<std::string> options = only_for_figures;
  options.emplace_back("width");
  for (const std::string& option : options) {
    if (!arguments.has(option)) continue;
    throw UsageError(
        fmt::format("--{} is for a picture: add -o FILE.svg, FILE.png or FILE.pdf", option));
  }
  return std::nullopt;
}

void write_figure(const Context& context, const Arguments& arguments, const FigureRequest& request,
                  report::Figure figure) {
  figure.width_mm = request.width_mm.value_or(figure.width_mm);
  OutputFile file(arguments.text("output"));
  const std::size_t boxes = draw_with_module(figure, request.format, file.stream());
  file.finish();
  if (boxes == 0) return;
  context.notice(
      fmt::format("{} of the picture {} in no font of this machine and drawn as a box; install a "
                  "font for the script (fonts-noto-core, fonts-noto-cjk) and draw again",
                  text::plural(boxes, "character"), boxes == 1 ? "is" : "are"));
}

}  // namespace themata::cli
