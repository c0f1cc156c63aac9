#include <algorithm>
#include <ostream>

#include "themata/report/detail/printable.hpp"
#include "themata/report/detail/table_writers.hpp"
#include "themata/text/display_width.hpp"

namespace themata::report {
namespace {

using detail::LineBreaks;
using detail::printable;

constexpr std::size_t gap = 2;                  ///< spaces between columns
constexpr std::size_t least_wrapped_width = 6;  ///< no text column is made narrower

/// The columns that a text takes if only its own line feeds end lines.
std::size_t natural_width(std::string_view text) {
  std::size_t widest = 0;
  while (true) {
    const std::size_t end = text.find('\n');
    widest = std::max(widest, text::display_width(text.substr(0, end)));
    if (end == std::string_view::npos) return widest;
    text.remove_prefix(end + 1);
  }
}

/// Narrows the widest of `widths` until they sum up to `available`, as nearly as none of them falls
/// below `least_wrapped_width`.
void shrink_widest(std::vector<std::size_t*>& widths, std::size_t available) {
  std::sort(widths.begin(), widths.end(),
            [](const std::size_t* a, const std::size_t* b) { return *a < *b; });
  for (std::size_t i = 0; i < widths.size(); ++i) {  // from the narrowest, which keep their width
    const std::size_t share = std::max(available / (widths.size() - i), least_wrapped_width);
    *widths[i] = std::min(*widths[i], share);
    available -= std::min(available, *widths[i]);
  }
}

class TextWriter final : public TableWriter {
 public:
  TextWriter(std::ostream& out, const WriterOptions& options) : out_(out), options_(options) {}

  void begin(const std::vector<Column>& columns) override {
    columns_ = columns;
    std::vector<std::string> names;
    for (const Column& column : columns) names.push_back(shown(column.name));
    widths_.assign(columns.size(), 0);
    hold(std::move(names));
  }

  void row(const std::vector<Cell>& cells) override {
    std::vector<std::string> texts;
    texts.reserve(cells.size());
    for (const Cell& cell : cells) {
      const auto* number = std::get_if<std::int64_t>(&cell);
      texts.push_back(number ? std::to_string(*number) : shown(std::get<std::string>(cell)));
    }
    hold(std::move(texts));
  }

  void finish() override {
    fit();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      write_row(rows_[i]);
      if (i == 0) write_rule();
    }
  }

 private:
  [[nodiscard]] std::string shown(std::string_view text) const {
    return printable(text, options_.width > 0 ? LineBreaks::keep : LineBreaks::as_spaces);
  }

  void hold(std::vector<std::string> texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      widths_[i] = std::max(widths_[i], natural_width(texts[i]));
    }
    rows_.push_back(std::move(texts));
  }

  /// Narrows text columns to the width of the terminal, if there is one.
  void fit() {
    if (options_.width == 0) return;
    std::size_t taken = columns_.empty() ? 0 : gap * (columns_.size() - 1);
    std::vector<std::size_t*> text_widths;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].kind == Column::Kind::text) {
        text_widths.push_back(&widths_[i]);
      } else {
        taken += widths_[i];
      }
    }
    shrink_widest(text_widths, options_.width - std::min(taken, options_.width));
  }

  void write_row(const std::vector<std::string>& texts) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      cells.push_back(options_.width > 0 ? text::wrap(texts[i], widths_[i])
                                         : std::vector<std::string>{texts[i]});
      height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) write_line(cells, line);
  }

  void write_line(const std::vector<std::vector<std::string>>& cells, std::size_t line) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out.append(gap, ' ');
      const std::string_view cell = line < cells[i].size() ? cells[i][line] : std::string_view();
      const std::size_t width = text::display_width(cell);
      const std::size_t padding = widths_[i] - std::min(widths_[i], width);
      const bool to_the_right = columns_[i].kind == Column::Kind::number;
      if (to_the_right) out.append(padding, ' ');
      out += cell;
      if (!to_the_right) out.append(padding, ' ');
    }
    detail::trim_end(out);
    out_ << out << '\n';
  }

  void write_rule() {
    std::string rule;
    for (const std::size_t width : widths_) {
      if (!rule.empty()) rule.append(gap, ' ');
      for (std::size_t i = 0; i < width; ++i) rule += "─";
    }
    out_ << rule << '\n';
  }

  std::ostream& out_;
  WriterOptions options_;
  std::vector<Column> columns_;
  std::vector<std::size_t> widths_;
  std::vector<std::vector<std::string>> rows_;  // the first holds the columns' names
};

}  // namespace

std::unique_ptr<TableWriter> detail::make_text_writer(std::ostream& out,
                                                      const WriterOptions& options) {
  return std::make_unique<TextWriter>(out, options);
}

}  // namespace themata::report
