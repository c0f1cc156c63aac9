#pragma once

#include <memory>
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
  TableOutput(const Arguments& arguments, const std::vector<report::Column>& columns);

  void row(const std::vector<report::Cell>& cells) { writer_->row(cells); }
  /// Throws `Error` if not all could be written.
  void finish();

 private:
  OutputFile file_;
  std::unique_ptr<report::TableWriter> writer_;
};

/// Columns of text and of numbers.
report::Column text_column(std::string name);
report::Column number_column(std::string name);
/// A count as a cell.
report::Cell count(std::size_t number);

/// The format that the options mean (`text` if they say nothing).
report::TableFormat table_format(const Arguments& arguments);

}  // namespace themata::cli
