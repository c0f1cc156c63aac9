#include "themata/ingest/formats/table_file.hpp"

#include <optional>
#include <utility>

#include "themata/error.hpp"
#include "themata/ingest/detail/sheet_turns.hpp"
#include "themata/ingest/spreadsheet.hpp"
#include "themata/text/characters.hpp"

namespace themata::ingest {

namespace {

bool is_blank(const std::string& cell) { return text::trim(cell).empty(); }

/// The rows as the text of a document: a paragraph each, a tab between cells. Empty cells at a
/// row's end are left out.
std::vector<detail::TableRow> write_rows(const Sheet& sheet, std::string& text) {
  std::vector<detail::TableRow> rows;
  rows.reserve(sheet.rows.size());
  for (const SheetRow& row : sheet.rows) {
    std::size_t count = row.cells.size();
    while (count > 0 && is_blank(row.cells[count - 1])) --count;
    if (count == 0) continue;
    if (!text.empty()) text += "\n\n";
    detail::TableRow& ranges = rows.emplace_back();
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += '\t';
      const std::string_view cell = text::trim(row.cells[i]);
      ranges.cells.push_back(text::byte_range(text.size(), text.size() + cell.size()));
      text += cell;
    }
  }
  text += '\n';
  return rows;
}

Document document_of(Sheet sheet) {
  Document document;
  document.encoding = std::move(sheet.encoding);
  document.notices = std::move(sheet.notices);
  const std::vector<detail::TableRow> rows = write_rows(sheet, document.text);
  document.turns = detail::turns_of_sheet(document.text, rows);
  if (document.turns.empty()) {
    throw InputError(
        "is a table, but not one of turns (columns \"speaker\" and \"text\"); if each row is a "
        "participant's answers, say which column names the participant: --participant-column ID");
  }
  document.convention = Convention::table_rows;
  document.turn_rows = {text::byte_range(0, document.text.size())};
  return document;
}

}  // namespace

Document read_csv(std::string_view bytes) { return document_of(read_rows(bytes, FileFormat::csv)); }

Document read_tsv(std::string_view bytes) { return document_of(read_rows(bytes, FileFormat::tsv)); }

Document read_xlsx(std::string_view bytes) {
  return document_of(read_rows(bytes, FileFormat::xlsx, std::nullopt, MergedCells::in_first_row));
}

}  // namespace themata::ingest
