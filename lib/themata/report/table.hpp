#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace themata::report {

enum class TableFormat { text, csv, tsv, json, md };
/// "text", "csv", ...; nothing for a word that is no format.
std::optional<TableFormat> parse_table_format(std::string_view word);
/// The format that a file's extension stands for (`.txt` is text); nothing if it stands for none.
std::optional<TableFormat> table_format_of(std::string_view file_name);

/// A number that need not be whole, or that is undefined: a rate where nothing was said.
struct Decimal {
  std::optional<double> value;  ///< what is not finite counts as undefined
  int places = 2;               ///< digits behind the point, always as many
  bool operator==(const Decimal&) const = default;
};
/// "0.18", a point whatever the locale, rounded to the nearest (of two as near, the even one);
/// never "-0.00". "undefined" if it is.
std::string to_string(const Decimal& decimal);

/// A cell is a text, printed verbatim, or a number. An undefined one is the word "undefined", in
/// JSON null.
using Cell = std::variant<std::string, std::int64_t, Decimal>;
/// What a cell says in a format that has nothing but text.
std::string to_string(const Cell& cell);

struct Column {
  /// Numbers stand to the right in text and Markdown, as does text that leads up to the next
  /// column (the words before a keyword). Leading and trailing text (the words after it) are cut at
  /// the far end rather than wrapped where a terminal is too narrow.
  /// A keyword is what a reader looks for between these.
  enum class Kind { text, number, leading_text, keyword, trailing_text };
  std::string name;
  Kind kind = Kind::text;
  bool only_if_filled = false;  ///< text leaves it out if every cell of it is empty

  [[nodiscard]] bool to_the_right() const {
    return kind == Kind::number || kind == Kind::leading_text;
  }
};

struct WriterOptions {
  /// For `text`: columns of the terminal, beyond which long cells are wrapped; 0: never wrap.
  std::size_t width = 0;
  /// For `text` on a terminal: keywords in reverse video.
  bool highlight = false;
  /// For `text`: each row is a passage, a line for its other cells and below it the keyword in the
  /// text around it, in braces where it is not highlighted. Written as rows come.
  bool passages = false;
};

/// Writes a table a row at a time. `text` in columns, which are as wide as their cells, holds the
/// rows until `finish`; the other formats stream them. The stream must outlive the writer; a failed
/// stream is the caller's to notice.
class TableWriter {
 public:
  virtual ~TableWriter() = default;
  /// Once, first.
  virtual void begin(const std::vector<Column>& columns) = 0;
  /// As many cells as columns.
  virtual void row(const std::vector<Cell>& cells) = 0;
  /// Once, last.
  virtual void finish() = 0;
};

/// CSV: RFC 4180, UTF-8, header first, LF. TSV: the same with tabs (quoted where a cell holds a
/// tab, quote or line break). JSON: an array of objects named by the columns. Markdown: a pipe
/// table. Text: aligned columns under a heading, numbers to the right; line breaks in a cell are
/// spaces there unless cells are wrapped. Where not even wrapped columns fit the terminal, each row
/// is a record: a line for each cell, begun by its column's name.
std::unique_ptr<TableWriter> make_table_writer(TableFormat format, std::ostream& out,
                                               const WriterOptions& options = {});

}  // namespace themata::report
