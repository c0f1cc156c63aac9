#pragma once

#include <iosfwd>
#include <memory>
#include <string>

#include "themata/report/table.hpp"

namespace themata::spreadsheet {

/// Spreadsheets as a module that a program loads when it writes one: see `drawing/module.hpp`.
inline constexpr const char* module_file = "themata-spreadsheet.so";

/// `extern "C"`: what this module was built as.
using TagFunction = const char*();
inline constexpr const char* tag_function = "themata_spreadsheet_tag";

/// `extern "C"`: puts what `make_xlsx_writer` makes into `writer`, or the message of what it would
/// throw into `error`.
using WriterFunction = void(std::ostream& out, std::unique_ptr<report::TableWriter>& writer,
                            std::string& error);
inline constexpr const char* writer_function = "themata_spreadsheet_writer";

}  // namespace themata::spreadsheet
