#include "themata/exchange/coding_csv.hpp"

#include "themata/error.hpp"
#include "themata/exchange/detail/csv_record.hpp"

namespace themata::exchange {
namespace {

using detail::CsvRecord;

/// Where the columns of a file of codings are.
struct Columns {
  std::size_t source, code;
  std::optional<std::size_t> start, end, quote, nth, coder, memo, theme;

  explicit Columns(const CsvFile& csv)
      : source(csv.required_column("source")),
        code(csv.required_column("code")),
        start(csv.column("start")),
        end(csv.column("end")),
        quote(csv.column("quote")),
        nth(csv.column("nth")),
        coder(csv.column("coder")),
        memo(csv.column("memo")),
        theme(csv.column("theme")) {
    if (quote || (start && end)) return;
    throw InputError(csv.name(), csv.header_line(),
                     "nothing says which text is coded; add the columns \"start\" and \"end\", or "
                     "\"quote\"");
  }
};

/// Exactly one of a range and a quote says what is coded.
void check_place(const CsvRecord& record, const CodingRow& coding) {
  const bool quoted = coding.quote.find_first_not_of(" \t\n") != std::string::npos;
  if (coding.range && quoted) record.fail_in_row("there is a range and a quote; give one of them");
  if (!coding.range && !quoted) record.fail_in_row("there is neither a range nor a quote");
  if (coding.range && coding.nth)
    record.fail_in_row("nth counts places of a quote, but a range is given");
  if (coding.nth && *coding.nth == 0) record.fail_in_row("nth counts from 1, so it cannot be 0");
}

CodingRow read_row(const CsvRecord& record, const Columns& columns) {
  CodingRow coding;
  coding.row = record.number();
  coding.line = record.line();
  coding.source = record.cell(columns.source);
  coding.code = record.cell(columns.code);
  coding.quote = record.verbatim(columns.quote);
  coding.nth = record.whole_number(columns.nth, "nth");
  coding.coder = record.cell(columns.coder);
  coding.memo = record.verbatim(columns.memo);
  coding.theme = record.cell(columns.theme);
  if (coding.source.empty()) record.fail_in_row("the source is missing");
  if (coding.code.empty()) record.fail_in_row("the code is missing");
  coding.range = record.range(columns.start, columns.end);
  check_place(record, coding);
  return coding;
}

}  // namespace

std::vector<CodingRow> read_codings(const std::string& name, std::string_view bytes) {
  const CsvFile csv(name, bytes);
  detail::refuse_misspelt_columns(
      csv, {"source", "code", "start", "end", "quote", "nth", "coder", "memo", "theme"});
  const Columns columns(csv);
  std::vector<CodingRow> codings;
  for (const CsvRow& row : csv.rows()) {
    const CsvRecord record(csv, row);
    if (!record.blank()) codings.push_back(read_row(record, columns));
  }
  return codings;
}

}  // namespace themata::exchange
