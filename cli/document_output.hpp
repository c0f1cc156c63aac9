#pragma once

#include "cli/arguments.hpp"
#include "themata/report/document.hpp"

namespace themata::cli {

/// The format of a document that `--format` or the extension of `--output` asks for (text if
/// neither does); throws `UsageError` for a format of tables alone.
report::DocumentFormat document_format(const Arguments& arguments);

/// Writes a document to where `--output` says. Throws `UsageError` for a Word file to a terminal,
/// `Error` if it cannot be written.
void write_document(const Arguments& arguments, const report::Document& document);

}  // namespace themata::cli
