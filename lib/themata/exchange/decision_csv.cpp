#include "themata/exchange/decision_csv.hpp"

#include <fmt/format.h>

#include "themata/exchange/detail/csv_record.hpp"
#include "themata/model/term_family.hpp"
#include "themata/text/name_key.hpp"

namespace themata::exchange {
namespace {

using detail::CsvRecord;

struct Columns {
  std::size_t source, start, end, decision;
  std::optional<std::size_t> reason;

  explicit Columns(const CsvFile& csv)
      : source(csv.required_column("source")),
        start(csv.required_column("start")),
        end(csv.required_column("end")),
        decision(csv.required_column("decision")),
        reason(csv.column("reason")) {}
};

std::optional<bool> decision_in(const CsvRecord& record, std::size_t column) {
  const std::string word = text::name_key(record.cell(column));
  if (word.empty()) return std::nullopt;
  const auto left_out = model::parse_decision(word);
  if (!left_out) {
    record.fail_in_row(fmt::format("the decision must be \"kept\", \"left out\" or empty, not \"{}\"",
                                   record.cell(column)));
  }
  return left_out;
}

DecisionRow read_row(const CsvRecord& record, const Columns& columns) {
  DecisionRow row;
  row.line = record.line();
  row.source = record.cell(columns.source);
  if (row.source.empty()) record.fail_in_row("the source is missing");
  const auto range = record.range(columns.start, columns.end);
  if (!range) record.fail_in_row("the place is missing; give start and end");
  row.range = *range;
  row.left_out = decision_in(record, columns.decision);
  row.reason = record.cell(columns.reason);
  return row;
}

}  // namespace

std::vector<DecisionRow> read_decisions(const std::string& name, std::string_view bytes) {
  const CsvFile csv(name, bytes);
  const Columns columns(csv);
  std::vector<DecisionRow> rows;
  for (const CsvRow& csv_row : csv.rows()) {
    const CsvRecord record(csv, csv_row);
    if (!record.blank()) rows.push_back(read_row(record, columns));
  }
  return rows;
}

}  // namespace themata::exchange
