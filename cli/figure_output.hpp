#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "themata/report/figure.hpp"

namespace themata::cli {

class Context;

/// Adds the formats of pictures to `--format` of a command that prints a table, and declares
/// `--width`.
std::vector<Option> with_figure_options(std::vector<Option> options);

/// A picture that was asked for.
struct FigureRequest {
  report::FigureFormat format = report::FigureFormat::svg;
  std::optional<double> width_mm;
};
/// What `--format`, or else the extension of `--output`, asks for; nothing if that is a table.
/// Throws `UsageError` for a width no picture has, for a picture that would go to a terminal, and
/// if a table is asked for with `--width` or one of `only_for_figures`.
std::optional<FigureRequest> figure_request(const Arguments& arguments,
                                            const std::vector<std::string>& only_for_figures);

/// Draws a figure to where `--output` says. Throws `Error` if it cannot be drawn or written.
void write_figure(const Context& context, const Arguments& arguments, const FigureRequest& request,
                  report::Figure figure);

}  // namespace themata::cli
