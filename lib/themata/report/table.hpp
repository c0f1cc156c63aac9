#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <variant>
#include <vector>

namespace themata::report {

enum class TableFormat { text, csv, tsv, json, md, latex, html, docx, xlsx };
/// "text", "csv", ...; nothing for a word that is no format.
std::optional<TableFormat> parse_table_format(std::string_view word);
/// The format that a file's extension stands for (`.txt` is text, `.tex` latex); nothing if it
/// stands for none.
std::optional<TableFormat> table_format_of(std::string_view file_name);
/// True for a format of rows and nothing else, for programs to read: a title, a note and footnotes
/// have no place in it.
bool is_rows_only(TableFormat format);
/// True for a format that is no text, and so not for a terminal.
bool is_binary(TableFormat format);

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
  std::string footnote = {};    ///< what there is to know about it, below the table; empty: nothing

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

/// Names for columns, each other than those before.
class ColumnNames {
 public:
  explicit ColumnNames(const std::vector<Column>& columns);
  /// `wanted`, or "wanted (2)" and so on if a column has that name.
  std::string take(const std::string& wanted);

 private:
  std::unordered_set<std::string> taken_;
};

/// What stands below a table: its note, sentence by sentence, and the footnotes of its columns.
struct TableFoot {
  struct Footnote {
    char letter = 'a';  ///< by which the column's name is marked
    std::string text;
  };
  std::vector<std::string> note;
  std::vector<Footnote> footnotes;
  [[nodiscard]] bool empty() const { return note.empty() && footnotes.empty(); }
};

/// The footnotes of columns: their letters go from `a` on, in the columns' order.
std::vector<TableFoot::Footnote> footnotes_of(const std::vector<Column>& columns);
/// A footnote's letter as a superscript.
std::string raised(char letter);
/// A column's name with its letter raised, as text and Markdown print it.
std::string marked_name(const std::vector<Column>& columns, std::size_t column);

/// Writes tables into one document, each a row at a time. Text in columns, which are as wide as
/// their cells, LaTeX and Word hold the rows until `finish`; the other formats stream them. The
/// stream must outlive the writer; a failed stream is the caller's to notice. Formats that are rows
/// and nothing else leave out title, note and footnotes, and hold one table.
class TableWriter {
 public:
  virtual ~TableWriter() = default;
  /// Begins a table, the document's first or the next after `finish`. An empty title is none.
  void begin(const std::vector<Column>& columns, const std::string& title = {});
  /// As many cells as columns.
  virtual void row(const std::vector<Cell>& cells) = 0;
  /// Ends the table.
  void finish(const std::vector<std::string>& note = {});
  /// Once, last: ends the document. Throws `Error` if it could not be made.
  virtual void close() {}

 protected:
  virtual void start(const std::vector<Column>& columns, const std::string& title) = 0;
  virtual void end(const TableFoot& foot) = 0;

 private:
  std::vector<TableFoot::Footnote> footnotes_;
};

/// CSV: RFC 4180, UTF-8, header first, LF. TSV: the same with tabs (quoted where a cell holds a
/// tab, quote or line break). JSON: an array of objects named by the columns. Markdown: a pipe
/// table. Text: aligned columns under a heading, numbers to the right; line breaks in a cell are
/// spaces there unless cells are wrapped. Where not even wrapped columns fit the terminal, each row
/// is a record: a line for each cell, begun by its column's name. LaTeX: a booktabs table, set by
/// `\input` in a paper that loads the packages which its first lines name, or by itself. HTML: a
/// page that needs no other file. Word (docx): a table as the American Psychological Association
/// prints it (Publication Manual, 7th ed., 2020, section 7.8 ff.). Excel workbooks (xlsx) are
/// written by `spreadsheet::make_xlsx_writer`; here they throw `Error`.
std::unique_ptr<TableWriter> make_table_writer(TableFormat format, std::ostream& out,
                                               const WriterOptions& options = {});

/// A whole table.
struct Table {
  std::string title;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> note = {};
};
/// Writes one table of a document.
void write_table(const Table& table, TableWriter& writer);

}  // namespace themata::report
