#include "themata/exchange/participant_csv.hpp"

#include <unordered_map>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/csv_record.hpp"
#include "themata/text/name_key.hpp"

namespace themata::exchange {
namespace {

using detail::CsvRecord;

/// The columns after the first. One named as the first column of `participant list` would make
/// that table unreadable.
std::vector<std::string> attribute_names(const CsvFile& csv) {
  std::vector<std::string> names(csv.header().begin() + 1, csv.header().end());
  for (const std::string& name : names) {
    if (text::name_key(name) != "participant") continue;
    throw InputError(csv.name(), csv.header_line(),
                     "the column \"participant\" must be the first; the others are attributes");
  }
  return names;
}

ParticipantRow read_row(const CsvRecord& record, const std::vector<std::string>& attributes) {
  ParticipantRow row{record.line(), record.checked_name("participant", record.cell(0)), {}};
  row.attributes.reserve(attributes.size());
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    row.attributes.push_back({attributes[i], std::string(record.cell(i + 1))});
  }
  return row;
}

}  // namespace

ParticipantTable read_participants(const std::string& name, std::string_view bytes) {
  const CsvFile csv(name, bytes);
  ParticipantTable table{attribute_names(csv), {}};
  std::unordered_map<std::string, std::size_t> lines;
  for (const CsvRow& csv_row : csv.rows()) {
    const CsvRecord record(csv, csv_row);
    if (record.blank()) continue;
    ParticipantRow row = read_row(record, table.attribute_names);
    const auto [first, is_new] = lines.emplace(text::name_key(row.name), row.line);
    if (!is_new) {
      record.fail(fmt::format("the participant \"{}\" is already on line {}; keep one of the rows",
                              row.name, first->second));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace themata::exchange
