#include "themata/exchange/detail/csv_record.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/decoded_file.hpp"
#include "themata/model/names.hpp"
#include "themata/text/name_key.hpp"

namespace themata::exchange::detail {
namespace {

bool is_slip_of(std::string_view header_key, std::string_view known) {
  if (known.size() < 4) return false;  // "nth", "end": too much is like them
  return text::edit_distance(header_key, known) <= (known.size() < 8 ? 1U : 2U);
}

}  // namespace

bool CsvRecord::blank() const {
  return std::all_of(row_.cells.begin(), row_.cells.end(),
                     [](const std::string& cell) { return trimmed(cell).empty(); });
}

std::string_view CsvRecord::verbatim(std::optional<std::size_t> column) const {
  return column ? std::string_view(row_.cells[*column]) : std::string_view();
}

std::string_view CsvRecord::cell(std::optional<std::size_t> column) const {
  return trimmed(verbatim(column));
}

std::string CsvRecord::checked_name(std::string_view noun, std::string_view name) const {
  try {
    return model::checked_name(noun, name);
  } catch (const InputError& error) {
    fail(error.what());
  }
}

std::optional<std::size_t> CsvRecord::whole_number(std::optional<std::size_t> column,
                                                   std::string_view name) const {
  const std::string_view digits = cell(column);
  if (digits.empty()) return std::nullopt;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    fail_in_row(fmt::format("{} must be a whole number from 0, not \"{}\"", name, digits));
  }
  return number;
}

std::optional<text::CodePointRange> CsvRecord::range(std::optional<std::size_t> start_column,
                                                     std::optional<std::size_t> end_column) const {
  const auto start = whole_number(start_column, "start");
  const auto end = whole_number(end_column, "end");
  if (!start && !end) return std::nullopt;
  if (!start || !end) {
    fail_in_row(fmt::format("there is {} without {}; give both", start ? "a start" : "an end",
                            start ? "an end" : "a start"));
  }
  if (*start >= *end) {
    fail_in_row(fmt::format("the range {}:{} is {}; its end must be greater than its start",
                            *start, *end, *start == *end ? "empty" : "reversed"));
  }
  return text::CodePointRange(text::CodePointOffset{*start}, text::CodePointOffset{*end});
}

void CsvRecord::fail_in_row(const std::string& message) const {
  fail(fmt::format("row {}: {}", number(), message));
}

void CsvRecord::fail(const std::string& message) const {
  throw InputError(file_.name(), row_.line, message);
}

void refuse_misspelt_columns(const CsvFile& file, const std::vector<std::string_view>& known) {
  for (const std::string& header : file.header()) {
    const std::string key = text::name_key(header);
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    for (const std::string_view name : known) {
      if (file.column(name) || !is_slip_of(key, name)) continue;
      throw InputError(file.name(), file.header_line(),
                       fmt::format("there is no column \"{}\", but one named \"{}\"; rename it to "
                                   "\"{}\" or to something less like it",
                                   name, header, name));
    }
  }
}

}  // namespace themata::exchange::detail
