#include <algorithm>
#include <optional>
#include <ostream>

#include "themata/report/detail/column_widths.hpp"
#include "themata/report/detail/table_writers.hpp"
#include "themata/report/detail/trim_end.hpp"
#include "themata/report/table_note.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/printable.hpp"

namespace themata::report {
namespace {

using text::LineBreaks;

constexpr std::size_t gap = 2;                  ///< spaces between columns
constexpr std::size_t comfortable_width = 20;   ///< a text of so few columns is better not wrapped
constexpr std::size_t widest_unbroken = 12;     ///< longer words may be broken to fit a table
constexpr std::size_t least_record_width = 20;  ///< of the values, where rows are records

/// Aligned columns; where a terminal is too narrow even for wrapped columns, a line for each cell.
class TextWriter final : public TableWriter {
 public:
  TextWriter(std::ostream& out, const WriterOptions& options) : out_(out), options_(options) {}

  void start(const std::vector<Column>& columns, const std::string& title) override {
    if (!is_first_) out_ << '\n';
    is_first_ = false;
    columns_ = columns;
    sizes_.assign(columns.size(), {});
    names_.clear();
    rows_.clear();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      names_.push_back(shown(marked_name(columns, i)));
    }
    measure(names_);
    write_table_title(title, options_.width, out_);
  }

  void row(const std::vector<Cell>& cells) override {
    std::vector<std::string> texts;
    texts.reserve(cells.size());
    for (const Cell& cell : cells) {
      const auto* text = std::get_if<std::string>(&cell);
      texts.push_back(text ? shown(*text) : to_string(cell));
    }
    measure(texts);
    rows_.push_back(std::move(texts));
  }

  void end(const TableFoot& foot) override {
    for (std::size_t i = columns_.size(); i > 0; --i) {
      if (columns_[i - 1].only_if_filled && is_empty(i - 1)) drop(i - 1);
    }
    if (auto widths = fitting_widths()) {
      widths_ = std::move(*widths);
      write_table();
    } else {
      write_records();
    }
    if (foot.empty()) return;
    out_ << '\n';
    write_text_foot(foot, options_.width, out_);
  }

 private:
  [[nodiscard]] bool wraps() const { return options_.width > 0; }

  [[nodiscard]] bool is_empty(std::size_t column) const {
    return std::all_of(rows_.begin(), rows_.end(),
                       [&](const auto& row) { return row[column].empty(); });
  }

  void drop(std::size_t column) {
    const auto at = static_cast<std::ptrdiff_t>(column);
    columns_.erase(columns_.begin() + at);
    sizes_.erase(sizes_.begin() + at);
    names_.erase(names_.begin() + at);
    for (auto& row : rows_) row.erase(row.begin() + at);
  }

  [[nodiscard]] std::string shown(std::string_view text) const {
    return text::printable(text, wraps() ? LineBreaks::keep : LineBreaks::as_spaces);
  }

  void measure(const std::vector<std::string>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      auto& [natural, least] = sizes_[i];
      natural = std::max(natural, wraps() ? detail::widest_piece(texts[i], "\n")
                                          : text::display_width(texts[i]));  // of one line
      if (columns_[i].kind == Column::Kind::number) {
        least = natural;
      } else if (wraps() && least < widest_unbroken) {
        least = std::max(least, std::min(detail::widest_piece(texts[i], " \n"), widest_unbroken));
      }
    }
  }

  /// Long texts give way first, then all columns; nothing if that is not enough.
  [[nodiscard]] std::optional<std::vector<std::size_t>> fitting_widths() const {
    const std::size_t gaps = columns_.empty() ? 0 : gap * (columns_.size() - 1);
    const std::size_t available =
        wraps() ? options_.width - std::min(gaps, options_.width) : static_cast<std::size_t>(-1);
    std::vector<detail::ColumnWidth> comfortable = sizes_;
    for (auto& [natural, least] : comfortable) {
      least = std::max(least, std::min(natural, comfortable_width));
    }
    if (auto widths = detail::fit_columns(comfortable, available)) return widths;
    return detail::fit_columns(sizes_, available);
  }

  void write_table() {
    write_row(names_, false);
    write_rule();
    for (const auto& row : rows_) write_row(row, true);
  }

  void write_row(const std::vector<std::string>& texts, bool in_row) {
    if (!wraps()) return write_line({texts.begin(), texts.end()}, in_row);
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      cells.push_back(lines_of(texts[i], i));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::vector<std::string_view> parts;
      for (const auto& cell : cells) {
        parts.push_back(line < cell.size() ? cell[line] : std::string_view());
      }
      write_line(parts, in_row);
    }
  }

  /// A cell's lines in its column.
  [[nodiscard]] std::vector<std::string> lines_of(const std::string& text,
                                                  std::size_t column) const {
    const Column::Kind kind = columns_[column].kind;
    const bool context = kind == Column::Kind::leading_text || kind == Column::Kind::trailing_text;
    if (!context) return text::wrap(text, widths_[column]);
    std::string line = text;
    std::replace(line.begin(), line.end(), '\n', ' ');
    return {text::shortened(
        line, widths_[column],
        kind == Column::Kind::leading_text ? text::CutAt::begin : text::CutAt::end)};
  }

  void write_line(const std::vector<std::string_view>& cells, bool in_row) {
    line_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line_.append(gap, ' ');
      const std::size_t padding = widths_[i] - std::min(widths_[i], text::display_width(cells[i]));
      const bool to_the_right = columns_[i].to_the_right();
      if (to_the_right) line_.append(padding, ' ');
      const bool highlights = options_.highlight && in_row && !cells[i].empty() &&
                              columns_[i].kind == Column::Kind::keyword;
      if (highlights) line_ += detail::highlight_begin;
      line_ += cells[i];
      if (highlights) line_ += detail::highlight_end;
      if (!to_the_right) line_.append(padding, ' ');
    }
    end_line(line_);
  }

  void write_rule() {
    std::string rule;
    for (const std::size_t width : widths_) {
      if (!rule.empty()) rule.append(gap, ' ');
      for (std::size_t i = 0; i < width; ++i) rule += "─";
    }
    end_line(rule);
  }

  /// The names of the columns to the left, their cells to the right, an empty line between rows.
  void write_records() {
    std::size_t indent = gap;
    for (const std::string& name : names_) {
      indent = std::max(indent, gap + text::display_width(name));
    }
    const std::size_t width =
        std::max(least_record_width, options_.width - std::min(indent, options_.width));
    for (const auto& row : rows_) {
      if (&row != &rows_.front()) out_ << '\n';
      for (std::size_t i = 0; i < row.size(); ++i) write_field(names_[i], row[i], indent, width);
    }
  }

  void write_field(const std::string& name, const std::string& text, std::size_t indent,
                   std::size_t width) {
    std::string content = name + std::string(indent - text::display_width(name), ' ');
    for (const std::string& line : text::wrap(text, width)) {
      content += line;
      end_line(content);
      content.assign(indent, ' ');
    }
  }

  void end_line(std::string& line) {
    detail::trim_end(line);
    out_ << line << '\n';
  }

  std::ostream& out_;
  WriterOptions options_;
  bool is_first_ = true;  // table of the document
  std::vector<Column> columns_;
  std::vector<detail::ColumnWidth> sizes_;
  std::vector<std::size_t> widths_;
  std::vector<std::string> names_;
  std::vector<std::vector<std::string>> rows_;
  std::string line_;
};

}  // namespace

std::unique_ptr<TableWriter> detail::make_text_writer(std::ostream& out,
                                                      const WriterOptions& options) {
  return std::make_unique<TextWriter>(out, options);
}

}  // namespace themata::report
