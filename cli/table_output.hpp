#pragma once

#include <chrono>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/output_file.hpp"
#include "themata/report/table.hpp"

namespace themata::cli {

/// How a command wants its table shown.
struct TableLook {
  std::string title = {};  ///< for paper, unless --title says another
  bool passages = false;   ///< as text, each row is a passage
};

/// A table, or several below each other, on the way to where `--format` and `--output` say.
class TableOutput {
 public:
  /// Throws `UsageError` for an output file whose format cannot be told, and for what is no text
  /// and would go to a terminal.
  TableOutput(const Arguments& arguments, const std::vector<report::Column>& columns,
              const TableLook& look = {});

  void row(const std::vector<report::Cell>& cells) { writer_->row(cells); }
  /// Ends the present table, with its note, and begins another: see `require_room_for_tables`.
  void next_table(const std::vector<std::string>& note, const std::vector<report::Column>& columns,
                  const std::string& title);
  /// Throws `Error` if not all could be written. A note goes below the table; where the format
  /// holds rows and nothing else, title, note and footnotes go into a text file beside it
  /// (`words.csv`: `words.csv.note.txt`); where there is no file (standard output, a pipe), to
  /// standard error, but not if they would come among the rows there.
  void finish(const std::vector<std::string>& note = {});

 private:
  void begin(const std::vector<report::Column>& columns, const std::string& title);
  [[nodiscard]] std::vector<std::string> with_own_note(const std::vector<std::string>& note) const;
  /// True for standard output, a pipe or a device.
  [[nodiscard]] bool is_stream() const;
  void finish_rows_only(const report::TableFoot& foot);
  void write_note_beside(const report::TableFoot& foot) const;

  std::optional<std::string> path_;
  std::optional<std::string> title_;  ///< of --title
  std::optional<std::string> note_;   ///< of --note
  OutputFile file_;
  report::TableFormat format_;
  std::size_t width_ = 0;
  std::unique_ptr<report::TableWriter> writer_;
  std::string shown_title_;
  std::vector<report::TableFoot::Footnote> footnotes_;
};

/// Throws `UsageError` if the format that the options mean holds one table and no more.
void require_room_for_tables(const Arguments& arguments);

/// Columns of text and of numbers.
report::Column text_column(std::string name);
report::Column number_column(std::string name);
/// The column `time`, and a cell of it: when a turn began (`00:12:31`), empty if that is not told.
report::Column time_column();
report::Cell time_cell(const std::optional<std::chrono::milliseconds>& started);
/// A count as a cell.
report::Cell count(std::size_t number);

/// `report::make_table_writer`, and the writer of Excel workbooks, which is in a module.
std::unique_ptr<report::TableWriter> table_writer(report::TableFormat format, std::ostream& out,
                                                  const report::WriterOptions& options = {});

/// The format that the options mean (`text` if they say nothing).
report::TableFormat table_format(const Arguments& arguments);

}  // namespace themata::cli
