#include <ostream>

#include "themata/report/detail/html.hpp"
#include "themata/report/detail/table_writers.hpp"

namespace themata::report {
namespace {

using detail::escape_html;

void write_foot(const TableFoot& foot, std::ostream& out) {
  if (foot.empty()) return;
  out << "<div class=\"note\">\n";
  if (!foot.note.empty()) {
    out << "<p><em>Note.</em>";
    for (const std::string& sentence : foot.note) out << ' ' << escape_html(sentence);
    out << "</p>\n";
  }
  for (const TableFoot::Footnote& footnote : foot.footnotes) {
    out << "<p><sup>" << footnote.letter << "</sup> " << escape_html(footnote.text) << "</p>\n";
  }
  out << "</div>\n";
}

/// A page of tables; or, without a page around them, tables in one.
class HtmlWriter final : public TableWriter {
 public:
  HtmlWriter(std::ostream& out, bool with_page) : out_(out), with_page_(with_page) {}

  void row(const std::vector<Cell>& cells) override {
    out_ << "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      out_ << (numeric_[i] ? "<td class=\"n\">" : "<td dir=\"auto\">")
           << escape_html(to_string(cells[i])) << "</td>";
    }
    out_ << "</tr>\n";
  }

  void close() override {
    if (with_page_) detail::end_html_page(out_);
  }

 protected:
  void start(const std::vector<Column>& columns, const std::string& title) override {
    if (with_page_ && is_first_) detail::begin_html_page(title.empty() ? "Table" : title, out_);
    is_first_ = false;
    numeric_.clear();
    out_ << "<table>\n";
    if (!title.empty()) out_ << "<caption>" << escape_html(title) << "</caption>\n";
    out_ << "<thead>\n<tr>";
    std::size_t footnotes = 0;
    for (const Column& column : columns) {
      numeric_.push_back(column.to_the_right());
      out_ << (column.to_the_right() ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
           << escape_html(column.name);
      if (!column.footnote.empty()) {
        out_ << "<sup>" << static_cast<char>('a' + footnotes++) << "</sup>";
      }
      out_ << "</th>";
    }
    out_ << "</tr>\n</thead>\n<tbody>\n";
  }

  void end(const TableFoot& foot) override {
    out_ << "</tbody>\n</table>\n";
    write_foot(foot, out_);
  }

 private:
  std::ostream& out_;
  bool with_page_;
  bool is_first_ = true;
  std::vector<bool> numeric_;
};

}  // namespace

std::unique_ptr<TableWriter> detail::make_html_writer(std::ostream& out) {
  return std::make_unique<HtmlWriter>(out, true);
}

std::unique_ptr<TableWriter> detail::make_html_part_writer(std::ostream& out) {
  return std::make_unique<HtmlWriter>(out, false);
}

}  // namespace themata::report
