#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/output_file.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/codebook_exchange.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

void run_import(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::CodebookImport outcome = study::import_codebook(project, arguments.argument("FILE"));
  context.print(fmt::format("Added {} and {}, put {} under a theme, changed {}\n",
                            text::plural(outcome.new_codes.size(), "code"),
                            text::plural(outcome.new_themes.size(), "theme"),
                            text::plural(outcome.assigned, "code"),
                            text::plural(outcome.described, "description")));
}

/// CSV whatever the extension says, unless it names another table format.
report::TableFormat format_of(const std::string& path) {
  const auto format = report::table_format_of(path);
  return format.value_or(report::TableFormat::csv);
}

void run_export(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const std::string path = arguments.argument("FILE");
  OutputFile file(path);
  const auto writer = report::make_table_writer(format_of(path), file.stream());
  writer->begin({text_column("theme"), text_column("code"), text_column("description")});
  const auto rows = study::export_codebook(project);
  for (const study::CodebookLine& row : rows) {
    writer->row({row.theme, row.code, row.description});
  }
  writer->finish();
  file.finish();
  context.print(fmt::format("Wrote {} to {}\n", text::plural(rows.size(), "row"), path));
}

}  // namespace

std::vector<Command> codebook_commands() {
  return {
      {
          .name = "codebook import",
          .summary = "Reads codes, themes and definitions from a table",
          .details =
              "A CSV table with the columns theme, code, description; theme is a path such as "
              "\"Theme / Subtheme\". A row without a code defines its theme. What the study has "
              "already is kept; a description in the file takes the place of the study's.",
          .arguments = {{.name = "FILE", .help = "a CSV table", .is_path = true}},
          .options = {},
          .examples = {{"themata codebook import codebook.csv", "All rows or none."}},
          .run = run_import,
      },
      {
          .name = "codebook export",
          .summary = "Writes codes, themes and definitions to a table",
          .details = "Reading the file back gives the same codebook.",
          .arguments = {{.name = "FILE",
                         .help = "the file to write; .csv, .tsv, .json, .md or .txt",
                         .is_path = true}},
          .options = {},
          .examples = {{"themata codebook export codebook.csv", "For a spreadsheet."}},
          .run = run_export,
      },
  };
}

}  // namespace themata::cli
