#include "cli/table_output.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"

namespace themata::cli {

report::TableFormat table_format(const Arguments& arguments) {
  if (const auto word = arguments.text("format")) {
    return report::parse_table_format(*word).value();  // one of the option's choices
  }
  const auto path = arguments.text("output");
  if (!path) return report::TableFormat::text;
  if (const auto format = report::table_format_of(*path)) return *format;
  throw UsageError(
      fmt::format("{}: its extension says no format of a table; use .txt, .csv, .tsv, .json or "
                  ".md, or --format",
                  *path));
}

TableOutput::TableOutput(const Arguments& arguments, const std::vector<report::Column>& columns)
    : file_(arguments.text("output")) {
  report::WriterOptions options;
  if (!arguments.has("output") && is_terminal_output()) options.width = terminal_width();
  writer_ = report::make_table_writer(table_format(arguments), file_.stream(), options);
  writer_->begin(columns);
}

void TableOutput::finish() {
  writer_->finish();
  file_.finish();
}

report::Column text_column(std::string name) {
  return {std::move(name), report::Column::Kind::text};
}

report::Column number_column(std::string name) {
  return {std::move(name), report::Column::Kind::number};
}

report::Cell count(std::size_t number) { return static_cast<std::int64_t>(number); }

}  // namespace themata::cli
