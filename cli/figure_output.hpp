#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "themata/report/diagram.hpp"
#include "themata/report/figure.hpp"

namespace themata::cli {

class Context;

/// Adds the formats of pictures to `--format` of a command that prints a table, and declares
/// `--width` and `--dpi`.
std::vector<Option> with_figure_options(std::vector<Option> options);
/// Declares `--width` and `--dpi` alone.
std::vector<Option> with_picture_size_options(std::vector<Option> options);

/// A picture that was asked for.
struct FigureRequest {
  report::Picture picture;
  std::optional<double> width_mm;
};
/// What `--format`, or else the extension of `--output`, asks for; nothing if that is a table.
/// Throws `UsageError` for a width or a resolution no picture has, for a picture that would go to a
/// terminal, and if a table is asked for with `--width`, `--dpi` or one of `only_for_figures`.
std::optional<FigureRequest> figure_request(const Arguments& arguments,
                                            const std::vector<std::string>& only_for_figures);
/// `--width`, in millimetres; throws `UsageError`.
std::optional<double> width_from(const Arguments& arguments);

/// Draws a figure or a diagram to where `--output` says. Throws `Error` if it cannot be drawn or
/// written.
void write_figure(const Context& context, const Arguments& arguments, const FigureRequest& request,
                  report::Figure figure);
void write_figure(const Context& context, const Arguments& arguments, const FigureRequest& request,
                  report::Diagram diagram);

}  // namespace themata::cli
