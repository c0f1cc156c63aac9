#include "cli/document_output.hpp"

#include <fmt/format.h>

#include "cli/output_file.hpp"
#include "cli/terminal.hpp"

namespace themata::cli {

report::DocumentFormat document_format(const Arguments& arguments) {
  const auto word = arguments.text("format");
  const auto path = arguments.text("output");
  if (!word && !path) return report::DocumentFormat::text;
  const auto format =
      word ? report::parse_document_format(*word) : report::document_format_of(*path);
  if (format) return *format;
  throw UsageError(
      fmt::format("{}: running text is written as text, md, html, latex or docx; use .txt, .md, "
                  ".html, .tex or .docx, or --format",
                  word ? "--format " + *word : *path));
}

void write_document(const Arguments& arguments, const report::Document& document) {
  const report::DocumentFormat format = document_format(arguments);
  std::size_t width = 0;
  if (!arguments.has("output") && is_terminal_output()) {
    if (format == report::DocumentFormat::docx) {
      throw UsageError("such a file is not for a terminal: add -o FILE");
    }
    width = terminal_width();
  }
  OutputFile file(arguments.text("output"));
  report::write_document(document, format, file.stream(), width);
  file.finish();
}

}  // namespace themata::cli
