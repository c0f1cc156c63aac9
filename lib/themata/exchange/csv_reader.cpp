#include "themata/exchange/csv_reader.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/decoded_file.hpp"
#include "themata/text/delimited.hpp"
#include "themata/text/name_key.hpp"

namespace themata::exchange {
namespace {

using detail::trimmed;

void check_header(const std::string& name, std::size_t line,
                  const std::vector<std::string>& header) {
  std::unordered_map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (header[i].empty()) {
      throw InputError(
          name, line,
          fmt::format("column {} has no name; name it in the header or remove it", i + 1));
    }
    const auto [first, is_new] = seen.emplace(text::name_key(header[i]), i);
    if (!is_new) {
      throw InputError(name, line,
                       fmt::format("columns {} and {} are both named \"{}\"; rename one of them",
                                   first->second + 1, i + 1, header[i]));
    }
  }
}

}  // namespace

CsvFile::CsvFile(std::string name, std::string_view bytes) : name_(std::move(name)) {
  const std::string content = detail::decoded_file(name_, bytes);
  text::DelimitedReader reader(name_, content, text::delimiter_of(content));
  text::DelimitedRow row;
  if (!reader.next(row)) {
    throw InputError(name_, "the file is empty; its first line must name the columns");
  }
  for (const std::string& cell : row.cells) header_.emplace_back(trimmed(cell));
  header_line_ = row.line;
  check_header(name_, header_line_, header_);

  while (reader.next(row)) {
    if (row.cells.size() > header_.size()) {
      throw InputError(name_, row.line,
                       fmt::format("the row has {} cells but the header names {} columns; a cell "
                                   "that holds a {} must stand in quotes",
                                   row.cells.size(), header_.size(), reader.delimiter()));
    }
    row.cells.resize(header_.size());
    rows_.push_back({rows_.size() + 1, row.line, std::exchange(row.cells, {})});
  }
}

std::optional<std::size_t> CsvFile::column(std::string_view header_name) const {
  const std::string key = text::name_key(header_name);
  const auto found = std::find_if(header_.begin(), header_.end(),
                                  [&](const std::string& h) { return text::name_key(h) == key; });
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

std::size_t CsvFile::required_column(std::string_view header_name) const {
  if (const auto found = column(header_name)) return *found;
  throw InputError(name_, header_line_,
                   fmt::format("there is no column \"{}\"; the columns are {}", header_name,
                               fmt::join(header_, ", ")));
}

}  // namespace themata::exchange
