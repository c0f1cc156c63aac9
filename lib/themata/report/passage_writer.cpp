#include <ostream>

#include "themata/report/detail/table_writers.hpp"
#include "themata/report/detail/trim_end.hpp"
#include "themata/report/table_note.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/printable.hpp"

namespace themata::report {
namespace {

constexpr std::string_view gap = "  ";     ///< between cells of a line
constexpr std::string_view indent = "  ";  ///< of the passage
// No printable text holds these; one column each.
constexpr char keyword_begin = '\x01';
constexpr char keyword_end = '\x02';

/// A line for the cells that tell where the keyword is, and below it the keyword in its passage; an
/// empty line between rows.
class PassageWriter final : public TableWriter {
 public:
  PassageWriter(std::ostream& out, const WriterOptions& options) : out_(out), options_(options) {}

  void start(const std::vector<Column>& columns, const std::string& title) override {
    columns_ = columns;
    write_table_title(title, options_.width, out_);
    std::vector<Cell> names;
    for (const Column& column : columns) {
      switch (column.kind) {
        case Column::Kind::leading_text:
          names.emplace_back(column.name + ' ');
          break;
        case Column::Kind::trailing_text:
          names.emplace_back(' ' + column.name);
          break;
        default:  // rows are not known yet, so a column that may be empty has no name
          names.emplace_back(column.only_if_filled ? std::string() : column.name);
      }
    }
    write(names);
  }

  void row(const std::vector<Cell>& cells) override {
    out_ << '\n';
    write(cells);
  }

  void end(const TableFoot& foot) override {
    if (foot.empty()) return;
    out_ << '\n';
    write_text_foot(foot, options_.width, out_);
  }

 private:
  void write(const std::vector<Cell>& cells) {
    std::string place;
    std::string passage;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string cell = text::printable(to_string(cells[i]), text::LineBreaks::as_spaces);
      switch (columns_[i].kind) {
        case Column::Kind::leading_text:
        case Column::Kind::trailing_text:
          passage += cell;
          break;
        case Column::Kind::keyword:
          passage += keyword_begin + cell + keyword_end;
          break;
        default:
          if (cell.empty() && columns_[i].only_if_filled) break;
          if (!place.empty()) place += gap;
          place += cell;
      }
    }
    write_lines(place, "");
    write_lines(passage, indent);
  }

  void write_lines(const std::string& text, std::string_view margin) {
    const std::size_t width = options_.width == 0 ? std::string::npos : options_.width;
    for (std::string& line : text::wrap_behind(margin.size(), text, width)) {
      detail::trim_end(line);
      out_ << margin;
      for (const char c : line) write_character(c);
      out_ << '\n';
    }
  }

  void write_character(char c) {
    if (c == keyword_begin) {
      out_ << (options_.highlight ? detail::highlight_begin : "{");
    } else if (c == keyword_end) {
      out_ << (options_.highlight ? detail::highlight_end : "}");
    } else {
      out_ << c;
    }
  }

  std::ostream& out_;
  WriterOptions options_;
  std::vector<Column> columns_;
};

}  // namespace

std::unique_ptr<TableWriter> detail::make_passage_writer(std::ostream& out,
                                                         const WriterOptions& options) {
  return std::make_unique<PassageWriter>(out, options);
}

}  // namespace themata::report
