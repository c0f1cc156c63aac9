#pragma once

#include <iosfwd>
#include <memory>

#include "themata/report/table.hpp"

namespace themata::spreadsheet {

/// Writes tables as an Excel workbook: a sheet for each, its header in view while its rows scroll,
/// numbers as numbers and texts as texts, never as formulas; title, note and footnotes on a sheet
/// of their own. The same tables give the same bytes. The workbook is in memory until `close`
/// writes it. Throws `Error` for a table with more rows, and a cell with more text, than Excel
/// takes. The stream must outlive the writer; a failed stream is the caller's to notice.
std::unique_ptr<report::TableWriter> make_xlsx_writer(std::ostream& out);

}  // namespace themata::spreadsheet
