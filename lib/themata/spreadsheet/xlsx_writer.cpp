#include "themata/spreadsheet/xlsx_writer.hpp"

#include <algorithm>
#include <ctime>
#include <ostream>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "themata/error.hpp"
#include "themata/spreadsheet/detail/memory_file.hpp"
#include "themata/text/display_width.hpp"

namespace themata::spreadsheet {
namespace {

using report::Cell;
using report::Column;
using report::Decimal;
using report::TableFoot;

constexpr std::size_t longest_cell = 32767;  ///< characters, as Excel allows
constexpr lxw_row_t last_row = LXW_ROW_MAX - 1;
constexpr std::size_t widest_column = 60;  ///< characters; longer texts are wrapped
constexpr std::size_t narrowest_column = 8;
constexpr std::size_t rows_looked_at = 200;  ///< for the columns' widths

/// UTF-16 units, by which Excel counts.
std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

/// What is said about a table, for the sheet that holds it.
struct About {
  std::string sheet;
  std::string title;
  TableFoot foot;
};

class XlsxWriter final : public report::TableWriter {
 public:
  explicit XlsxWriter(std::ostream& out) : out_(out) {
    const std::string path = file_.path();
    lxw_workbook_options options{};
    options.constant_memory = LXW_FALSE;
    workbook_ = workbook_new_opt(path.c_str(), &options);
    if (workbook_ == nullptr) throw Error("an Excel workbook cannot be made");
    lxw_doc_properties properties{};
    properties.created = first_of_1980;  // the same bytes whenever it is written
    workbook_set_properties(workbook_, &properties);
    heading_ = workbook_add_format(workbook_);
    format_set_bold(heading_);
    format_set_bottom(heading_, LXW_BORDER_THIN);
    wrapped_ = workbook_add_format(workbook_);
    format_set_text_wrap(wrapped_);
    format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
    number_ = workbook_add_format(workbook_);
    format_set_align(number_, LXW_ALIGN_VERTICAL_TOP);
  }

  ~XlsxWriter() override {
    if (workbook_ != nullptr) workbook_close(workbook_);
  }
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  void row(const std::vector<Cell>& cells) override {
    if (row_ > last_row) {
      throw Error("an Excel sheet holds 1,048,576 rows and this table has more; write it as csv");
    }
    for (std::size_t i = 0; i < cells.size(); ++i) write(i, cells[i]);
    ++row_;
  }

  void close() override {
    write_about();
    const lxw_error failed = workbook_close(std::exchange(workbook_, nullptr));
    if (failed != LXW_NO_ERROR) {
      throw Error(fmt::format("an Excel workbook cannot be made: {}", lxw_strerror(failed)));
    }
    file_.copy_to(out_);
  }

 protected:
  void start(const std::vector<Column>& columns, const std::string& title) override {
    about_.push_back({fmt::format("Table {}", about_.size() + 1), title, {}});
    sheet_ = workbook_add_worksheet(workbook_, about_.back().sheet.c_str());
    if (sheet_ == nullptr) throw Error("an Excel sheet cannot be made");
    worksheet_freeze_panes(sheet_, 1, 0);
    row_ = 0;
    widths_.assign(columns.size(), narrowest_column);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      write_text(i, report::marked_name(columns, i), heading_);
    }
    ++row_;
  }

  void end(const TableFoot& foot) override {
    about_.back().foot = foot;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, column, column, static_cast<double>(widths_[i]) + 1, nullptr);
    }
  }

 private:
  static constexpr std::time_t first_of_1980 = 315532800;

  void write(std::size_t column, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      return write_text(column, *text, wrapped_);
    }
    const auto* decimal = std::get_if<Decimal>(&cell);
    const std::string shown = report::to_string(cell);
    if (shown == "undefined") return write_text(column, shown, number_);
    widen(column, shown);
    const double value =
        decimal ? *decimal->value : static_cast<double>(std::get<std::int64_t>(cell));
    worksheet_write_number(sheet_, row_, static_cast<lxw_col_t>(column), value,
                           decimal ? format_of(decimal->places) : number_);
  }

  void write_text(std::size_t column, const std::string& text, lxw_format* format) {
    if (utf16_length(text) > longest_cell) {
      throw Error(
          fmt::format("a cell of an Excel sheet holds {} characters and row {} of this "
                      "table has a longer one; write it as csv",
                      longest_cell, row_));
    }
    widen(column, text);
    const auto at = static_cast<lxw_col_t>(column);
    const lxw_error failed = worksheet_write_string(sheet_, row_, at, text.c_str(), format);
    if (failed == LXW_NO_ERROR) return;
    throw Error(fmt::format("an Excel sheet cannot be made: {}", lxw_strerror(failed)));
  }

  void widen(std::size_t column, const std::string& text) {
    if (row_ > rows_looked_at || widths_[column] >= widest_column) return;
    widths_[column] = std::max(widths_[column], std::min(text::display_width(text), widest_column));
  }

  /// Numbers with so many digits behind the point.
  lxw_format* format_of(int places) {
    const auto known = static_cast<std::size_t>(std::max(places, 0));
    if (decimals_.size() <= known) decimals_.resize(known + 1, nullptr);
    if (decimals_[known] == nullptr) {
      decimals_[known] = workbook_add_format(workbook_);
      const std::string digits = known == 0 ? "0" : "0." + std::string(known, '0');
      format_set_num_format(decimals_[known], digits.c_str());
      format_set_align(decimals_[known], LXW_ALIGN_VERTICAL_TOP);
    }
    return decimals_[known];
  }

  /// Titles, notes and footnotes have a sheet of their own, so that the others hold data alone.
  void write_about() {
    if (std::all_of(about_.begin(), about_.end(),
                    [](const About& about) { return about.title.empty() && about.foot.empty(); })) {
      return;
    }
    sheet_ = workbook_add_worksheet(workbook_, "About");
    row_ = 0;
    widths_.assign(2, narrowest_column);
    for (const About& about : about_) {
      about_line(about.sheet, about.title);
      for (const std::string& sentence : about.foot.note) about_line("Note", sentence);
      for (const auto& footnote : about.foot.footnotes) {
        about_line(report::raised(footnote.letter), footnote.text);
      }
    }
    worksheet_set_column(sheet_, 1, 1, static_cast<double>(widest_column), nullptr);
  }

  void about_line(const std::string& name, const std::string& text) {
    write_text(0, name, wrapped_);
    write_text(1, text, wrapped_);
    ++row_;
  }

  std::ostream& out_;
  detail::MemoryFile file_;
  lxw_workbook* workbook_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* heading_ = nullptr;
  lxw_format* wrapped_ = nullptr;
  lxw_format* number_ = nullptr;
  std::vector<lxw_format*> decimals_;  ///< by their places
  lxw_row_t row_ = 0;
  std::vector<std::size_t> widths_;
  std::vector<About> about_;
};

}  // namespace

std::unique_ptr<report::TableWriter> make_xlsx_writer(std::ostream& out) {
  return std::make_unique<XlsxWriter>(out);
}

}  // namespace themata::spreadsheet
