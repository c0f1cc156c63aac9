#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace themata::exchange {

/// One record of a CSV file.
struct CsvRow {
  std::size_t number = 0;  ///< among the records after the header, from 1
  std::size_t line = 0;    ///< the line of the file on which it begins, from 1
  std::vector<std::string> cells;
};

/// A CSV file read whole: RFC 4180 (quotes, doubled quotes, line breaks inside fields), any line
/// ends, a byte order mark, `,` or, where the header has more of them, `;` or tab. Encodings as in
/// `text::decode`. Blank lines are passed over, and so are spaces around a quoted cell.
class CsvFile {
 public:
  /// `name` is for messages. Throws `InputError` with file and line for a quote that is not closed,
  /// text after a closing quote, a row with more cells than the header (missing ones at the end are
  /// empty), a header with an empty or repeated name, or a file without a header.
  CsvFile(std::string name, std::string_view bytes);

  [[nodiscard]] const std::string& name() const { return name_; }
  /// The columns' names, trimmed.
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  [[nodiscard]] std::size_t header_line() const { return header_line_; }
  /// The records below the header, each with as many cells as it.
  [[nodiscard]] const std::vector<CsvRow>& rows() const { return rows_; }

  /// The column's index; names are compared by `text::name_key`.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view header_name) const;
  /// The same for a column that must be there; the error lists what is.
  [[nodiscard]] std::size_t required_column(std::string_view header_name) const;

 private:
  std::string name_;
  std::size_t header_line_ = 1;
  std::vector<std::string> header_;
  std::vector<CsvRow> rows_;
};

}  // namespace themata::exchange
