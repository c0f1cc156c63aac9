#include "themata/text/delimited.hpp"

#include <algorithm>
#include <utility>

#include "themata/error.hpp"

namespace themata::text {

char delimiter_of(std::string_view text) {
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

std::string_view DelimitedReader::delimiter() const {
  return delimiter_ == '\t' ? "tab" : std::string_view(&delimiter_, 1);
}

bool DelimitedReader::next(DelimitedRow& row) {
  skip_blank_lines();
  if (at_ >= text_.size()) return false;
  row.line = line_;
  row.cells.clear();
  constexpr std::size_t most_cells = 1'000'000;
  do {
    if (row.cells.size() == most_cells) {
      fail(row.line, "the row has more than a million cells; is this a table of text?");
    }
    row.cells.push_back(read_cell());
  } while (take(delimiter_));
  if (take('\n')) ++line_;
  return true;
}

void DelimitedReader::skip_blank_lines() {
  const std::string_view blanks = delimiter_ == '\t' ? " " : " \t";
  while (at_ < text_.size()) {
    const std::size_t end = std::min(text_.find_first_not_of(blanks, at_), text_.size());
    if (end < text_.size() && text_[end] != '\n') return;
    at_ = end;
    if (take('\n')) ++line_;
  }
}

bool DelimitedReader::take(char c) {
  if (at_ >= text_.size() || text_[at_] != c) return false;
  ++at_;
  return true;
}

std::string DelimitedReader::read_cell() {
  const std::size_t start = text_.find_first_not_of(' ', at_);
  if (quotes_ == Quotes::enclose && start != std::string_view::npos && text_[start] == '"') {
    at_ = start + 1;
    return read_quoted_cell();
  }
  const std::size_t begin = at_;
  at_ = std::min(text_.find_first_of(std::string_view(ends_.data(), ends_.size()), at_),
                 text_.size());
  return std::string(text_.substr(begin, at_ - begin));
}

/// Reads on from behind the opening quote.
std::string DelimitedReader::read_quoted_cell() {
  const std::size_t opened = line_;
  std::string cell;
  while (true) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      fail(opened,
           "the quote that opens here is never closed; end the cell with a second \", and write a "
           "\" inside it twice");
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

void DelimitedReader::expect_end_of_cell() {
  at_ = std::min(text_.find_first_not_of(' ', at_), text_.size());
  if (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n') {
    fail(line_, "there is text after a closing quote; write a \" inside a cell twice");
  }
}

void DelimitedReader::fail(std::size_t line, const std::string& message) const {
  if (name_.empty()) throw InputError("line " + std::to_string(line) + ": " + message);
  throw InputError(name_, line, message);
}

}  // namespace themata::text
