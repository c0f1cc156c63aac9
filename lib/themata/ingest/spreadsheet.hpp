#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/ingest/document.hpp"
#include "themata/ingest/file_format.hpp"

namespace themata::ingest {

/// A row of a table with something in it.
struct SheetRow {
  std::size_t number = 0;  ///< its line in the file or its row in the workbook's sheet, from 1
  std::vector<std::string> cells;  ///< up to the last that a file has; UTF-8, line ends LF

  /// The cell of that column (from 0), whether the file has it or not: empty.
  [[nodiscard]] const std::string& cell(std::size_t column) const;
};

/// A table file: one sheet of it, if it is a workbook.
struct Sheet {
  std::string name;      ///< of a workbook's sheet; else empty
  std::string encoding;  ///< IANA name
  std::vector<SheetRow> rows;
  std::vector<Diagnostic> notices;
};

/// True for the formats that are tables: csv, tsv, xlsx.
bool is_table(FileFormat format);

/// "line" or "row": what the rows of such a file are counted in, for messages.
std::string_view row_noun(FileFormat format);

/// What a cell of a workbook that is merged over several rows stands for: for its value in each of
/// these rows (as in answers), or in the first alone (as in speech, which was said once).
enum class MergedCells { in_each_row, in_first_row };

/// Reads a table file. The delimiter of a .csv file is told by its first line (`,`, `;` or tab),
/// that of a .tsv file is a tab. Of a workbook the sheet is read that has the name `sheet` (found
/// exactly, else ignoring case and kinds of quotes), else the first with anything in it; cells are
/// given as `docs/file-formats.md`, "Table files", tells. Throws `InputError` (without a file name)
/// for a file that is damaged, of another kind or above the limits told there, and for a `sheet`
/// that is not there, with the names that are.
Sheet read_rows(std::string_view bytes, FileFormat format,
                const std::optional<std::string>& sheet = std::nullopt,
                MergedCells merged = MergedCells::in_each_row);

}  // namespace themata::ingest
