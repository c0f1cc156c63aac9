#include "themata/study/saturation.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/figure_output.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "cli/word_options.hpp"
#include "themata/error.hpp"
#include "themata/report/saturation_figure.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t most_percent = 100;

study::SaturationRequest request_from(const Arguments& arguments) {
  study::SaturationRequest request;
  const std::string unit = arguments.text("of").value_or("codes");
  if (unit == "themes") request.unit = study::SaturationUnit::themes;
  if (unit == "subthemes") request.unit = study::SaturationUnit::subthemes;
  if (arguments.text("order") == "coding") request.order = study::SourceOrder::of_coding;
  request.rule.base = arguments.number("base", 1).value_or(request.rule.base);
  request.rule.run = arguments.number("run", 1).value_or(request.rule.run);
  if (const auto percent = arguments.number("threshold", 0)) {
    if (*percent > most_percent) throw UsageError("--threshold is a percentage, 0 to 100");
    request.rule.threshold = static_cast<double>(*percent) / 100;
  }
  request.filter = filter_from(arguments);
  return request;
}

report::Figure figure_of(const study::SaturationTable& table,
                         const study::SaturationRequest& request, const std::string& unit) {
  if (table.rows.empty()) throw InputError("there is nothing to draw: no source has a coding");
  std::vector<report::AccumulationPoint> points;
  for (const study::SaturationRow& row : table.rows) {
    points.push_back({row.source, row.fresh, row.expected});
  }
  report::Figure figure = report::accumulation_figure(points, unit);
  figure.note = study::saturation_note(table, request).front();
  return figure;
}

void run(Context& context, const Arguments& arguments) {
  const auto picture = figure_request(arguments, {});
  const study::SaturationRequest request = request_from(arguments);
  study::Project project = context.open_to_read();
  const study::SaturationTable table = study::saturation_table(project, request);
  const std::string unit = arguments.text("of").value_or("codes");
  if (picture) {
    return write_figure(context, arguments, *picture, figure_of(table, request, unit));
  }
  TableOutput output(arguments,
                     {number_column("n"), text_column("source"), number_column(unit),
                      number_column("new"), number_column("total"), number_column("expected"),
                      number_column("run_new"), number_column("ratio")});
  std::size_t n = 0;
  for (const study::SaturationRow& row : table.rows) {
    std::vector<report::Cell> cells{count(++n),       row.source,       count(row.units),
                                    count(row.fresh), count(row.total), decimal(row.expected)};
    if (row.run) {
      cells.insert(cells.end(), {count(row.run->new_units), decimal(row.run->ratio)});
    } else {
      cells.insert(cells.end(), {"", ""});
    }
    output.row(cells);
  }
  output.finish(study::saturation_note(table, request));
}

}  // namespace

std::vector<Command> saturation_commands() {
  return {{
      .name = "saturation",
      .summary = "Tells how many codes were new in each source",
      .details =
          "A row for each source with codings: its codes, those that no source before it has, all "
          "met so far, and how many as many sources may be expected to have, over all orders (the "
          "exact curve of accumulation). run_new and ratio are of the run that ends there: its new "
          "codes, and these by the codes of the base (Guest, Namey and Chen 2020). Three "
          "decimals.\n\n"
          "Under a reflexive approach the note tells why Braun and Clarke (2021) would not take "
          "this for saturation, and what was stated on information power in its place (\"themata "
          "checklist state information-power TEXT\").",
      .arguments = {},
      .options = with_figure_options(with_table_options(with_filter_options(
          {{.name = "of",
            .value = "WHAT",
            .help = "codes (unless said otherwise), themes (those at the top), or subthemes (those "
                    "right over the codes)",
            .choices = {"codes", "themes", "subthemes"}},
           {.name = "order",
            .value = "ORDER",
            .help = "of the sources: import (unless said otherwise), or coding (when the first of "
                    "their codings was made)",
            .choices = {"import", "coding"}},
           {.name = "base", .value = "N", .help = "sources in the base (4)"},
           {.name = "run", .value = "N", .help = "sources in a run (2)"},
           {.name = "threshold", .value = "PERCENT", .help = "of new codes in a run (5)"}},
          false))),
      .examples = {{"themata saturation --order coding", "As the coding went on."},
                   {"themata saturation -o accumulation.svg", "The same as a picture."}},
      .run = run,
  }};
}

}  // namespace themata::cli
