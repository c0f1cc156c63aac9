#include "cli/codebook_output.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/output_file.hpp"
#include "cli/table_output.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/codebook_exchange.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

void write_table(Context& context, study::Project& project, const std::string& path) {
  OutputFile file(path);
  const auto format = report::table_format_of(path).value_or(report::TableFormat::csv);
  const auto writer = table_writer(format, file.stream());
  writer->begin({text_column("theme"), text_column("code"), text_column("description"),
                 text_column("include"), text_column("exclude"), text_column("example"),
                 text_column("colour"), text_column("idea")});
  const auto rows = study::export_codebook(project);
  for (const study::CodebookLine& row : rows) {
    writer->row({row.theme, row.code, row.description, row.includes, row.excludes, row.example,
                 row.color, row.idea});
  }
  writer->finish();
  writer->close();
  file.finish();
  context.print(fmt::format("Wrote {} to {}\n", text::plural(rows.size(), "row"), path));
}

}  // namespace

std::string program_and_version() { return "Themata " THEMATA_VERSION; }

std::string extension_of(const std::string& path) {
  std::string extension = std::filesystem::path(path).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return extension;
}

void print_losses(Context& context, const std::vector<std::string>& losses) {
  if (losses.empty()) return;
  context.print("What other programs will not see, or see otherwise:\n");
  for (const std::string& loss : losses) context.print_behind("  - ", loss + "\n", "    ");
}

void write_codebook(Context& context, const std::string& path) {
  study::Project project = context.open_to_read();
  const std::string extension = extension_of(path);
  if (extension != ".qdc" && extension != ".xml") return write_table(context, project, path);
  OutputFile file(path);
  std::vector<std::string> losses;
  if (extension == ".qdc") {
    losses = study::export_refi_codebook(project, file.stream(), program_and_version());
  } else {
    study::write_theme_tree_xml(study::theme_tree(project, {}, {}), file.stream());
  }
  file.finish();
  context.print(fmt::format("Wrote the codebook to {}\n", path));
  print_losses(context, losses);
}

}  // namespace themata::cli
