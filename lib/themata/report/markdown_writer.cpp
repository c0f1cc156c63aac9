#include <ostream>

#include "themata/report/detail/markdown.hpp"
#include "themata/report/detail/table_writers.hpp"

namespace themata::report {
namespace {

using detail::escape_markdown;

/// A cell on one line: line breaks become `<br>`.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : escape_markdown(text)) {
    if (c == '\n') {
      line += "<br>";
    } else {
      line += c == '\r' ? ' ' : c;
    }
  }
  return line;
}

class MarkdownWriter final : public TableWriter {
 public:
  explicit MarkdownWriter(std::ostream& out) : out_(out) {}

  void begin(const std::vector<Column>& columns) override {
    for (const Column& column : columns) cell(one_line(column.name));
    end_line();
    for (const Column& column : columns) {
      cell(column.to_the_right() ? "---:" : "---");
    }
    end_line();
  }

  void row(const std::vector<Cell>& cells) override {
    for (const Cell& content : cells) {
      const auto* text = std::get_if<std::string>(&content);
      cell(text ? one_line(*text) : to_string(content));
    }
    end_line();
  }

  void finish() override {}

 private:
  void cell(std::string_view content) {
    line_ += "| ";
    line_ += content;
    line_ += ' ';
  }

  void end_line() {
    line_ += "|\n";
    out_ << line_;
    line_.clear();
  }

  std::ostream& out_;
  std::string line_;  // kept for its capacity
};

}  // namespace

std::unique_ptr<TableWriter> detail::make_markdown_writer(std::ostream& out) {
  return std::make_unique<MarkdownWriter>(out);
}

}  // namespace themata::report
