#include <ostream>

#include "themata/report/detail/markdown.hpp"
#include "themata/report/detail/table_writers.hpp"
#include "themata/report/table_note.hpp"

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

  void start(const std::vector<Column>& columns, const std::string& title) override {
    if (!is_first_) out_ << '\n';
    is_first_ = false;
    if (!title.empty()) out_ << "**" << one_line(title) << "**\n\n";
    for (std::size_t i = 0; i < columns.size(); ++i) cell(one_line(marked_name(columns, i)));
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

  void end(const TableFoot& foot) override {
    if (foot.empty()) return;
    out_ << '\n';
    write_markdown_foot(foot, out_);
  }

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
  bool is_first_ = true;  // table of the document
  std::string line_;      // kept for its capacity
};

}  // namespace

std::unique_ptr<TableWriter> detail::make_markdown_writer(std::ostream& out) {
  return std::make_unique<MarkdownWriter>(out);
}

}  // namespace themata::report
