#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/check.hpp"
#include "themata/error.hpp"
#include "themata/ingest/spreadsheet.hpp"
#include "themata/text/decode.hpp"
#include "unit/ingest/workbooks.hpp"

namespace {

using namespace themata;
using fuzz::check;

void read(const std::string& bytes) {
  try {
    const ingest::Sheet sheet = ingest::read_rows(bytes, ingest::FileFormat::xlsx);
    std::size_t number = 0;
    for (const ingest::SheetRow& row : sheet.rows) {
      check(row.number >= number, "rows stand in order");
      number = row.number;
      check(!row.cells.empty() && !row.cells.back().empty(), "rows end with a cell");
      for (const std::string& cell : row.cells) check(text::is_valid_utf8(cell), "cells are UTF-8");
    }
  } catch (const Error&) {
    // a refusal is an answer, too
  }
}

/// What sheets are made of, well put together and not.
constexpr auto pieces =
    std::to_array<std::string_view>({"<row>",
                                     "<row r=\"2\">",
                                     "<row r=\"1048576\" hidden=\"1\">",
                                     "<row r=\"0\"/>",
                                     "</row>",
                                     "<c>",
                                     "<c r=\"B2\" t=\"s\">",
                                     "<c t=\"inlineStr\">",
                                     "<c r=\"XFD9\" s=\"1\">",
                                     "<c t=\"b\">",
                                     "<c t=\"e\">",
                                     "<c r=\"?\">",
                                     "</c>",
                                     "<v>1</v>",
                                     "<v>0</v>",
                                     "<v>45415.5</v>",
                                     "<v>-1e999</v>",
                                     "<v>&#xD800;</v>",
                                     "<is><t>a</t></is>",
                                     "<is><r><t>b</t></r><rPh><t>c</t></rPh></is>",
                                     "<v>_x000D_</v>",
                                     "<!-- -->"});

std::string pieces_of(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t most = 300;
  std::string rows;
  for (std::size_t i = 0; i < size && i < most; ++i) rows += pieces.at(data[i] % pieces.size());
  return rows;
}

}  // namespace

// Any bytes as a workbook, as a sheet in one, and as pieces of a sheet.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes{fuzz::as_text(data, size)};
  read(bytes);
  read("PK\x03\x04" + bytes);
  ingest::test::WorkbookParts parts;
  parts.strings = "<si><t>s</t></si>";
  parts.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>";
  parts.rows = bytes;
  read(ingest::test::workbook(parts));
  parts.rows = pieces_of(data, size);
  parts.after_rows = "<mergeCells><mergeCell ref=\"A1:A9\"/></mergeCells>";
  read(ingest::test::workbook(parts));
  return 0;
}
