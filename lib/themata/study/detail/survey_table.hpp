#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/ingest/spreadsheet.hpp"

namespace themata::study::detail {

/// A table of answers as read from its file: a header, and rows with no more cells than it (see
/// `SheetRow::cell`), white space at the cells' ends taken off.
class SurveyTable {
 public:
  /// Throws `InputError` for a file that is no table, has no header, has columns without a name or
  /// two of one name, a row that is longer than the header, or more than ten million cells, were
  /// each row as long as the header.
  SurveyTable(const std::string& path, const std::optional<std::string>& sheet);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  /// The question of a column: its name, or what the second row of a Qualtrics export says.
  [[nodiscard]] const std::string& question(std::size_t column) const;
  [[nodiscard]] const std::vector<ingest::SheetRow>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<ingest::Diagnostic>& notices() const { return notices_; }

  /// The column of that name. Throws `NotFound` or `Conflict` as `model::find_name` does.
  [[nodiscard]] std::size_t column(const std::string& name) const;
  /// Those named in lists with commas between the names; names may hold commas themselves.
  [[nodiscard]] std::vector<std::size_t> columns(const std::vector<std::string>& lists) const;
  [[nodiscard]] bool has_column(const std::string& name) const;

  /// "line 12" or "row 12".
  [[nodiscard]] std::string place(std::size_t number) const;
  [[noreturn]] void fail(std::size_t number, const std::string& message) const;

 private:
  void take_header(ingest::SheetRow row);
  void check_names(std::size_t number) const;
  void take_qualtrics_rows();
  void take_row(ingest::SheetRow row);
  [[nodiscard]] std::string shown_header() const;

  std::string path_;
  ingest::FileFormat format_;
  std::vector<std::string> header_;
  std::vector<std::string> questions_;  ///< empty: the header's names
  std::vector<ingest::SheetRow> rows_;
  std::vector<ingest::Diagnostic> notices_;
};

}  // namespace themata::study::detail
