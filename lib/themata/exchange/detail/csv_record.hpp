#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/exchange/csv_reader.hpp"
#include "themata/text/offsets.hpp"

namespace themata::exchange::detail {

/// One row of a CSV file as the readers of particular files look at it. Columns that the file does
/// not have are empty. Everything wrong is thrown as `InputError` with the file and the line.
class CsvRecord {
 public:
  /// Both must outlive the record.
  CsvRecord(const CsvFile& file, const CsvRow& row) : file_(file), row_(row) {}

  [[nodiscard]] std::size_t line() const { return row_.line; }
  [[nodiscard]] std::size_t number() const { return row_.number; }
  /// True if no cell holds anything but white space.
  [[nodiscard]] bool blank() const;

  /// The cell as it is.
  [[nodiscard]] std::string_view verbatim(std::optional<std::size_t> column) const;
  /// The cell without white space at its ends.
  [[nodiscard]] std::string_view cell(std::optional<std::size_t> column) const;
  /// `name` as `model::checked_name` has it.
  [[nodiscard]] std::string checked_name(std::string_view noun, std::string_view name) const;

  /// The cell as a whole number from 0; nothing if it is blank. `name` is for messages.
  [[nodiscard]] std::optional<std::size_t> whole_number(std::optional<std::size_t> column,
                                                        std::string_view name) const;
  /// The range from the cell of one column to that of the other, in code points; nothing if both
  /// are blank. An empty or reversed one is wrong.
  [[nodiscard]] std::optional<text::CodePointRange> range(std::optional<std::size_t> start,
                                                          std::optional<std::size_t> end) const;

  [[noreturn]] void fail(const std::string& message) const;
  /// The same, naming the row as spreadsheets number it below the header.
  [[noreturn]] void fail_in_row(const std::string& message) const;

 private:
  const CsvFile& file_;
  const CsvRow& row_;
};

/// Throws `InputError` if the file lacks one of the `known` columns and has an unknown one so like
/// it that it must be a slip of the pen: what stands in it would be lost without a word.
void refuse_misspelt_columns(const CsvFile& file, const std::vector<std::string_view>& known);

}  // namespace themata::exchange::detail
