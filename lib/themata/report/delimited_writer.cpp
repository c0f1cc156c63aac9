#include <ostream>

#include "themata/report/detail/table_writers.hpp"

namespace themata::report {
namespace {

constexpr std::string_view special_anywhere = ",;\t\"\n\r";

/// RFC 4180 with any delimiter.
class DelimitedWriter final : public TableWriter {
 public:
  DelimitedWriter(std::ostream& out, char delimiter)
      : out_(out), delimiter_(delimiter), special_{delimiter, '"', '\n', '\r'} {}

  /// A reader may have to tell the delimiter from the header. So names are quoted whatever
  /// delimiter is in them, and so are cells under a header that shows none, having one column.
  void start(const std::vector<Column>& columns, const std::string& /*title*/) override {
    is_alone_ = columns.size() == 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) line_ += delimiter_;
      append_text(columns[i].name, special_anywhere);
    }
    end_line();
  }

  void row(const std::vector<Cell>& cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line_ += delimiter_;
      if (const auto* text = std::get_if<std::string>(&cells[i])) {
        append_text(*text, is_alone_ ? special_anywhere : special_);
      } else {
        line_ += to_string(cells[i]);
      }
    }
    end_line();
  }

  void end(const TableFoot& /*foot*/) override {}

 private:
  void append_text(std::string_view cell, std::string_view special) {
    if (!must_be_quoted(cell, special)) {
      line_ += cell;
      return;
    }
    line_ += '"';
    for (const char c : cell) {
      if (c == '"') line_ += '"';
      line_ += c;
    }
    line_ += '"';
  }

  /// Besides cells with `special` characters: one that is alone in its row and blank, or the row
  /// would be a blank line, and one that begins as a byte order mark does.
  [[nodiscard]] bool must_be_quoted(std::string_view cell, std::string_view special) const {
    return cell.find_first_of(special) != std::string_view::npos ||
           (is_alone_ && cell.find_first_not_of(" \t") == std::string_view::npos) ||
           cell.starts_with("\uFEFF");
  }

  void end_line() {
    line_ += '\n';
    out_ << line_;
    line_.clear();
  }

  std::ostream& out_;
  char delimiter_;
  std::string special_;
  bool is_alone_ = false;
  std::string line_;  // kept for its capacity
};

}  // namespace

std::unique_ptr<TableWriter> detail::make_delimited_writer(std::ostream& out, char delimiter) {
  return std::make_unique<DelimitedWriter>(out, delimiter);
}

}  // namespace themata::report
