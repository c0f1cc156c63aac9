#include "themata/exchange/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/decoded_file.hpp"
#include "themata/text/name_key.hpp"

namespace themata::exchange {
namespace {

using detail::trimmed;

/// The delimiter of which the first line that is not blank has most outside of quotes.
char sniff_delimiter(std::string_view text) {
  std::array<std::pair<char, std::size_t>, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
  bool quoted = false;
  const std::size_t start = std::min(text.find_first_not_of(" \t\n"), text.size());
  for (const char c : text.substr(start)) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    for (auto& [delimiter, count] : counts) count += (c == delimiter) ? 1 : 0;
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// Cuts a text into records.
class Parser {
 public:
  Parser(const std::string& name, std::string_view text)
      : name_(name), text_(text), delimiter_(sniff_delimiter(text)), ends_{delimiter_, '\n'} {}

  [[nodiscard]] std::string_view delimiter() const {
    return delimiter_ == '\t' ? "tab" : std::string_view(&delimiter_, 1);
  }

  /// The next record that is no blank line; false at the end. Leaves `row.number` alone.
  bool next(CsvRow& row) {
    skip_blank_lines();
    if (at_ >= text_.size()) return false;
    row.line = line_;
    row.cells.clear();
    do {
      row.cells.push_back(read_cell());
    } while (take(delimiter_));
    if (take('\n')) ++line_;
    return true;
  }

 private:
  void skip_blank_lines() {
    const std::string_view blanks = delimiter_ == '\t' ? " " : " \t";
    while (at_ < text_.size()) {
      const std::size_t end = std::min(text_.find_first_not_of(blanks, at_), text_.size());
      if (end < text_.size() && text_[end] != '\n') return;
      at_ = end;
      if (take('\n')) ++line_;
    }
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string read_cell() {
    const std::size_t start = text_.find_first_not_of(' ', at_);
    if (start != std::string_view::npos && text_[start] == '"') {
      at_ = start + 1;
      return read_quoted_cell();
    }
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(std::string_view(ends_.data(), ends_.size()), at_),
                   text_.size());
    return std::string(text_.substr(begin, at_ - begin));
  }

  /// Reads on from behind the opening quote.
  std::string read_quoted_cell() {
    const std::size_t opened = line_;
    std::string cell;
    while (true) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        throw InputError(name_, opened,
                         "the quote that opens here is never closed; end the cell with a second "
                         "\", and write a \" inside it twice");
      }
      const std::string_view part = text_.substr(at_, quote - at_);
      line_ += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
      cell += part;
      at_ = quote + 1;
      if (!take('"')) break;
      cell += '"';
    }
    expect_end_of_cell();
    return cell;
  }

  void expect_end_of_cell() {
    at_ = std::min(text_.find_first_not_of(' ', at_), text_.size());
    if (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n') {
      throw InputError(name_, line_,
                       "there is text after a closing quote; write a \" inside a cell twice");
    }
  }

  const std::string& name_;
  std::string_view text_;
  char delimiter_;
  std::array<char, 2> ends_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

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
  Parser parser(name_, content);
  CsvRow row;
  if (!parser.next(row)) {
    throw InputError(name_, "the file is empty; its first line must name the columns");
  }
  for (const std::string& cell : row.cells) header_.emplace_back(trimmed(cell));
  header_line_ = row.line;
  check_header(name_, header_line_, header_);

  while (parser.next(row)) {
    if (row.cells.size() > header_.size()) {
      throw InputError(name_, row.line,
                       fmt::format("the row has {} cells but the header names {} columns; a cell "
                                   "that holds a {} must stand in quotes",
                                   row.cells.size(), header_.size(), parser.delimiter()));
    }
    row.cells.resize(header_.size());
    row.number = rows_.size() + 1;
    rows_.push_back(std::exchange(row, {}));
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
