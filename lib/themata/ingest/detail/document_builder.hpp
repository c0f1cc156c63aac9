#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "themata/ingest/detail/turn_table.hpp"
#include "themata/ingest/document.hpp"

namespace themata::ingest::detail {

/// Builds the plain text of a formatted document as `Document::text` describes it, with what stands
/// where. The readers of formats tell it what they meet, in order; it makes the blank lines, takes
/// white space off the ends of paragraphs, and drops paragraphs without text, control characters
/// and what is no UTF-8 (as U+FFFD; so it does in comments and details). Of white space between two
/// characters 200 bytes are kept. Throws `InputError` for more than 256 MB of text, 4,096 cells in
/// a row or 2 million in all.
class DocumentBuilder {
 public:
  /// Characters of the present paragraph, which begins with them if there is none. A line end or a
  /// tab in them is a space.
  void add(std::string_view text, bool strong = false);
  void line_break();
  void tab();
  /// The next characters belong to another paragraph.
  void end_paragraph();

  /// Tables: rows of cells. What is added between `begin_row` and the first `begin_cell`, or
  /// outside of a table, is a paragraph like others. A table within a cell is part of that cell.
  void begin_table();
  void begin_row();
  void begin_cell();
  void end_table();

  /// A comment's place, from here to there, and its content, in any order. `id` joins them. A place
  /// without words (or an end) is the word before it. Without a place the document gets a notice.
  void begin_comment(const std::string& id);
  void end_comment(const std::string& id);
  void comment(const std::string& id, std::string author, std::string text);

  void detail(std::string key, std::string value);
  void notice(std::string message);

  /// The text so far has no letter or other character.
  [[nodiscard]] bool empty() const { return document_.text.empty(); }

  /// The document; the builder is used up. If the rows of its tables show who speaks (see
  /// `turns_of_table`; tables with the same number of columns are read as one), they are its turns,
  /// unless more text stands outside of those tables.
  Document finish(std::string encoding);

 private:
  /// What goes before the next character, from the weakest to the strongest.
  enum class Gap { none, line, cell, paragraph };

  struct Comment {
    std::string id;
    std::string author;
    std::string text;
  };

  [[nodiscard]] bool in_cell() const { return !rows_.empty() && !rows_.back().cells.empty(); }
  void widen(Gap gap);
  void add_space(char32_t c);
  void open_gap();
  void append(char32_t c, bool strong);
  void mark_strong(std::size_t begin);
  void mark_cell(std::size_t begin);
  void take_table_turns();
  void take_comments();

  Document document_;
  Gap gap_ = Gap::paragraph;
  std::string spaces_;          ///< met since the last character
  std::vector<TableRow> rows_;  ///< of the present table
  bool row_has_text_ = false;
  std::size_t open_tables_ = 0;  ///< within one another
  std::size_t cells_ = 0;        ///< of all tables
  std::map<std::size_t, std::vector<TableRow>>
      tables_;  ///< rows of those that have so many columns
  std::unordered_map<std::string, text::TextRange> comment_ranges_;
  std::vector<Comment> comments_;
};

}  // namespace themata::ingest::detail
