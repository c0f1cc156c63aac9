#include "themata/exchange/name_map_csv.hpp"

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/csv_record.hpp"
#include "themata/text/words.hpp"

namespace themata::exchange {
namespace {

using detail::CsvRecord;

struct Columns {
  std::size_t real = 0;
  std::size_t pseudonym = 1;
  bool named = false;

  explicit Columns(const CsvFile& csv) {
    const auto real_column = csv.column("real");
    const auto pseudonym_column = csv.column("pseudonym");
    named = real_column && pseudonym_column;
    if (named) {
      real = *real_column;
      pseudonym = *pseudonym_column;
    } else if (csv.header().size() < 2) {
      throw InputError(csv.name(), csv.header_line(),
                       "a table of names has two columns, real and pseudonym");
    }
  }
};

std::string cell_in(const CsvRecord& record, std::size_t column, std::string_view noun) {
  if (record.cell(column).empty()) {
    record.fail(fmt::format("the {} is missing; fill it in, or take the row out", noun));
  }
  std::string name = record.checked_name(noun, record.cell(column));
  text::WordSegmenter segmenter;
  if (text::count_words(name, segmenter) == 0) {
    record.fail(fmt::format("the {} \"{}\" has no letter and no digit", noun, name));
  }
  return name;
}

}  // namespace

NameMap read_name_map(const std::string& name, std::string_view bytes) {
  const CsvFile csv(name, bytes);
  const Columns columns(csv);
  NameMap map;
  if (!columns.named) map.other_heading = csv.header()[0] + "," + csv.header()[1];
  for (const CsvRow& csv_row : csv.rows()) {
    const CsvRecord record(csv, csv_row);
    if (record.blank()) continue;
    map.rows.push_back({record.line(), cell_in(record, columns.real, "real name"),
                        cell_in(record, columns.pseudonym, "pseudonym")});
  }
  if (map.rows.empty()) throw InputError(name, "there is no name in it");
  return map;
}

}  // namespace themata::exchange
