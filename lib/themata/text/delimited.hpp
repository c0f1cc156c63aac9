#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace themata::text {

/// One record of a table in text.
struct DelimitedRow {
  std::size_t line = 0;  ///< the line of the text on which it begins, from 1
  std::vector<std::string> cells;
};

/// Of `,`, `;` and tab the one that the first line that is not blank has most of outside of quotes;
/// the first of them if it has none.
char delimiter_of(std::string_view text);

/// What quotes mean in a table: they enclose cells, or are characters like others (as in what some
/// programs call TSV).
enum class Quotes { enclose, literal };

/// Cuts a text (valid UTF-8, line ends LF: see `text::decode`) into records by RFC 4180: quotes,
/// doubled quotes, line breaks inside of quotes. Blank lines are passed over, and so are spaces
/// around a quoted cell. Time is linear in the text.
class DelimitedReader {
 public:
  /// `name` is the file's, for messages; empty: they begin with the line. Both must outlive the
  /// reader.
  DelimitedReader(const std::string& name, std::string_view text, char delimiter,
                  Quotes quotes = Quotes::enclose)
      : name_(name), text_(text), delimiter_(delimiter), quotes_(quotes), ends_{delimiter, '\n'} {}

  /// The delimiter, for messages.
  [[nodiscard]] std::string_view delimiter() const;

  /// The next record that is no blank line; false at the end. Throws `InputError` with the line for
  /// a quote that is not closed, for text after a closing quote, and for more than a million cells.
  bool next(DelimitedRow& row);

 private:
  void skip_blank_lines();
  bool take(char c);
  std::string read_cell();
  std::string read_quoted_cell();
  void expect_end_of_cell();
  [[noreturn]] void fail(std::size_t line, const std::string& message) const;

  const std::string& name_;
  std::string_view text_;
  char delimiter_;
  Quotes quotes_;
  std::array<char, 2> ends_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace themata::text
