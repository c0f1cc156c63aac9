#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/output_file.hpp"
#include "themata/report/table.hpp"

namespace themata::cli {

/// A table on its way to where `--format` and `--output` say.
class TableOutput {
 public:
  /// Throws `UsageError` for an output file whose format cannot be told.
  /// With `passages`, each row of a table as text is a passage.
  TableOutput(const Arguments& arguments, const std::vector<report::Column>& columns,
              bool passages = false);

  void row(const std::vector<report::Cell>& cells) { writer_->row(cells); }
  /// Throws `Error` if not all could be written. A note goes below the table; where the format
  /// holds rows and nothing else, into a text file beside it (`words.csv`: `words.csv.note.txt`);
  /// where there is no file (standard output, a pipe), to standard error, but not if it would come
  /// among the rows there.
  void finish(const std::vector<std::string>& note = {});

 private:
  /// True for standard output, a pipe or a device.
  [[nodiscard]] bool is_stream() const;
  void write_note_beside(const std::vector<std::string>& note) const;

  std::optional<std::string> path_;
  OutputFile file_;
  report::TableFormat format_;
  std::size_t width_ = 0;
  std::unique_ptr<report::TableWriter> writer_;
};

/// Columns of text and of numbers.
report::Column text_column(std::string name);
report::Column number_column(std::string name);
/// The column `time`, and a cell of it: when a turn began (`00:12:31`), empty if that is not told.
report::Column time_column();
report::Cell time_cell(const std::optional<std::chrono::milliseconds>& started);
/// A count as a cell.
report::Cell count(std::size_t number);

/// The format that the options mean (`text` if they say nothing).
report::TableFormat table_format(const Arguments& arguments);

}  // namespace themata::cli
