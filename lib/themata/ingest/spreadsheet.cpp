#include "themata/ingest/spreadsheet.hpp"

#include <utility>

#include "themata/error.hpp"
#include "themata/ingest/detail/sheet_limits.hpp"
#include "themata/ingest/detail/workbook.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/delimited.hpp"
#include "themata/text/name_key.hpp"

namespace themata::ingest {

namespace {

/// What Whisper and its like write: milliseconds, tabs, and quotes that are characters of the
/// speech.
bool is_whisper_table(std::string_view text) {
  return text::name_key(text.substr(0, text.find('\n'))) == "start end text";
}

Sheet read_delimited(std::string_view bytes, bool is_tsv) {
  text::Decoded decoded = text::decode(bytes);
  Sheet sheet;
  sheet.encoding = decoded.encoding;
  if (decoded.guessed) {
    sheet.notices.push_back({0, "the encoding was guessed to be " + decoded.encoding +
                                    "; see whether accented letters and quotes came out right"});
  }
  const char delimiter = is_tsv ? '\t' : text::delimiter_of(decoded.text);
  const bool literal = delimiter == '\t' && is_whisper_table(decoded.text);
  const std::string no_name;
  text::DelimitedReader reader(no_name, decoded.text, delimiter,
                               literal ? text::Quotes::literal : text::Quotes::enclose);
  detail::SheetLimits limits;
  text::DelimitedRow row;
  while (reader.next(row)) {
    std::size_t size = 0;
    for (const std::string& cell : row.cells) size += cell.size();
    limits.add(row.cells.size(), size);
    sheet.rows.push_back({row.line, std::exchange(row.cells, {})});
  }
  return sheet;
}

}  // namespace

const std::string& SheetRow::cell(std::size_t column) const {
  static const std::string none;
  return column < cells.size() ? cells[column] : none;
}

bool is_table(FileFormat format) {
  return format == FileFormat::csv || format == FileFormat::tsv || format == FileFormat::xlsx;
}

std::string_view row_noun(FileFormat format) { return format == FileFormat::xlsx ? "row" : "line"; }

Sheet read_rows(std::string_view bytes, FileFormat format, const std::optional<std::string>& sheet,
                MergedCells merged) {
  require_signature(bytes, format);
  if (format == FileFormat::xlsx) return detail::read_workbook(bytes, sheet, merged);
  if (sheet) throw InputError("has no sheets: --sheet is for workbooks (.xlsx)");
  return read_delimited(bytes, format == FileFormat::tsv);
}

}  // namespace themata::ingest
