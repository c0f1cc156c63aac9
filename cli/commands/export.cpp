#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/codebook_output.hpp"
#include "cli/context.hpp"
#include "cli/output_file.hpp"
#include "cli/registry.hpp"
#include "cli/terminal.hpp"
#include "themata/error.hpp"
#include "themata/study/project_exchange.hpp"
#include "themata/study/table_export.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t steps = 1000;

void export_project(Context& context, const Arguments& arguments, const std::string& path) {
  study::Project project = context.open_to_read();
  const bool for_qualcoder = arguments.text("for") == "qualcoder";
  OutputFile file(path);
  study::ProjectExport written;
  {
    ProgressBar bar("writing");
    written = study::export_refi_project(
        project, file.path_to_write(),
        for_qualcoder ? study::RefiDialect::qualcoder : study::RefiDialect::strict,
        program_and_version(), [&](double share) {
          bar.show(static_cast<std::size_t>(share * static_cast<double>(steps)), steps);
        });
  }
  file.finish();
  context.print(fmt::format("Wrote {} and {} to {}\n", text::plural(written.sources, "source"),
                            text::plural(written.codings, "coding"), path));
  print_losses(context, written.losses);
}

void export_tables(Context& context, const std::string& folder) {
  study::Project project = context.open_to_read();
  std::size_t tables = 0;
  {
    ProgressBar bar("writing");
    tables = study::export_tables(
        project, folder, [&](std::size_t done, std::size_t total) { bar.show(done, total); });
  }
  context.print(fmt::format("Wrote {} and dictionary.csv, which explains them, to {}\n",
                            text::plural(tables, "table"), folder));
}

void run(Context& context, const Arguments& arguments) {
  const auto path = arguments.optional_argument("FILE");
  const auto folder = arguments.text("csv");
  if (path.has_value() == folder.has_value()) {
    throw UsageError("export what? Give a FILE (.qdpx, .qdc, .xml, .csv), or --csv FOLDER");
  }
  const std::string extension = path ? extension_of(*path) : std::string();
  if (arguments.has("for") && extension != ".qdpx") {
    throw UsageError("--for goes with a project, a file that ends in .qdpx");
  }
  if (folder) return export_tables(context, *folder);
  if (extension == ".qdpx") return export_project(context, arguments, *path);
  if (extension != ".qdc" && extension != ".xml" && extension != ".csv") {
    throw UsageError(fmt::format(
        "{}: its extension says no format; use .qdpx for the study, .qdc, .xml or .csv for its "
        "codebook",
        *path));
  }
  write_codebook(context, *path);
}

}  // namespace

std::vector<Command> export_commands() {
  return {{
      .name = "export",
      .summary = "Writes the study for other programs",
      .details =
          "FILE.qdpx is a REFI-QDA project, which NVivo, ATLAS.ti, MAXQDA, QualCoder and others "
          "read: texts, codes, themes, codings, coders, participants with their attributes, memos. "
          "It ends with what the format cannot carry; Themata reads that back all the same. "
          "FILE.qdc is the codebook alone, as REFI-QDA has it, FILE.xml the theme tree, FILE.csv "
          "the codebook as a table. --csv writes all of the study as tables, for an archive.\n"
          "No path of this machine and no file as it was imported is in any of them. Pseudonyms "
          "stand for people only if the study uses them: see source pseudonymise.",
      .arguments = {{"FILE", "the file to write", Argument::Count::optional, true}},
      .options = {{.name = "for",
                   .value = "PROGRAM",
                   .help = "of a .qdpx: to the letter of the standard (unless said otherwise), or "
                           "as QualCoder's importer needs it",
                   .choices = {"strict", "qualcoder"}},
                  {.name = "csv",
                   .value = "FOLDER",
                   .help = "every table as CSV into a new folder, with a dictionary of the columns",
                   .is_path = true}},
      .examples = {{"themata export study.qdpx", "For NVivo, ATLAS.ti, MAXQDA."},
                   {"themata export study.qdpx --for qualcoder", "For QualCoder."},
                   {"themata export --csv tables", "For an archive, or for R."}},
      .run = run,
  }};
}

}  // namespace themata::cli
