#include <fmt/format.h>

#include "cli/codebook_output.hpp"
#include "cli/context.hpp"
#include "cli/registry.hpp"
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
  for (const std::string& remark : outcome.remarks) context.notice(remark);
}

void run_export(Context& context, const Arguments& arguments) {
  write_codebook(context, arguments.argument("FILE"));
}

}  // namespace

std::vector<Command> codebook_commands() {
  return {
      {
          .name = "codebook import",
          .summary = "Reads codes, themes and definitions from a file",
          .details =
              "A CSV table with the columns theme, code, description and perhaps include, exclude, "
              "example, colour, idea; theme is a path such as \"Theme / Subtheme\". A row without "
              "a "
              "code is about its theme. Or a REFI-QDA codebook (.qdc) of any program, whose nested "
              "codes and sets become themes; or a theme tree (.xml) as tree writes it. What the "
              "study has already is kept; a description in the file takes the place of the "
              "study's.",
          .arguments = {{.name = "FILE", .help = "a CSV table, .qdc or .xml", .is_path = true}},
          .options = {},
          .examples = {{"themata codebook import codebook.csv", "All rows or none."},
                       {"themata codebook import nvivo.qdc", "From another program."}},
          .run = run_import,
      },
      {
          .name = "codebook export",
          .summary = "Writes codes, themes and definitions to a file",
          .details = "Reading the file back gives the same codebook. A .qdc is for other programs.",
          .arguments = {{.name = "FILE",
                         .help = "the file to write; .csv, .tsv, .json, .md, .txt, .qdc or .xml",
                         .is_path = true}},
          .options = {},
          .examples = {{"themata codebook export codebook.csv", "For a spreadsheet."}},
          .run = run_export,
      },
  };
}

}  // namespace themata::cli
