#include "themata/ingest/detail/document_builder.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "themata/error.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/utf8.hpp"

namespace themata::ingest::detail {

namespace {

/// White space is kept up to so many bytes between two characters, and text up to so many in all:
/// a small file can stand for much of both.
constexpr std::size_t most_spaces = 200;
constexpr std::size_t most_text = std::size_t{256} << 20U;

/// More cells than any table that was written for people has.
constexpr std::size_t most_cells_of_a_row = 4096;
constexpr std::size_t most_cells = 2'000'000;

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// A place of at most 200 bytes before or behind `at`, on a boundary of characters: nobody's word
/// is longer, and many comments may stand on one.
std::size_t word_limit_before(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 200;
  std::size_t limit = at - std::min(at, longest);
  while (limit < at && text::is_continuation(text[limit])) ++limit;
  return limit;
}

std::size_t word_limit_behind(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 200;
  std::size_t limit = std::min(text.size(), at + longest);
  while (limit > at && limit < text.size() && text::is_continuation(text[limit])) --limit;
  return limit;
}

/// `range` without white space at its ends; if that is empty, the word before it, or behind it if
/// there is none before it in its line. Empty if there is none either.
text::TextRange words_at(std::string_view text, text::TextRange range) {
  constexpr std::string_view ends = " \t\n";
  range = trimmed(text, range);
  const std::size_t at = range.begin.value;
  if (!range.empty()) return range;
  const std::size_t last = text.substr(0, at).find_last_not_of(" \t");
  if (last != text.npos && text[last] != '\n') {
    const std::size_t limit = word_limit_before(text, last + 1);
    const std::size_t before = text.substr(limit, last + 1 - limit).find_last_of(ends);
    const std::size_t begin = before == text.npos ? limit : limit + before + 1;
    return trimmed(text, text::byte_range(begin, last + 1));
  }
  const std::size_t begin = std::min(text.find_first_not_of(ends, at), text.size());
  const std::size_t limit = word_limit_behind(text, begin);
  const std::size_t end = std::min(text.substr(0, limit).find_first_of(ends, begin), limit);
  return trimmed(text, text::byte_range(begin, end));
}

/// `by Ann: "the words"`, a line, not too long.
std::string quoted(std::string_view author, std::string_view text) {
  constexpr std::size_t longest_name = 60;
  constexpr std::size_t longest = 200;
  std::string line = author.empty() ? "" : "by " + shortened(author, longest_name) + ": ";
  line += "\"" + shortened(text, longest) + "\"";
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace

void DocumentBuilder::widen(Gap gap) {
  spaces_.clear();
  gap_ = std::max(gap_, gap);
}

void DocumentBuilder::line_break() { widen(Gap::line); }

void DocumentBuilder::tab() { add_space('\t'); }

void DocumentBuilder::add_space(char32_t c) {
  if (gap_ == Gap::none && spaces_.size() < most_spaces) text::append_code_point(c, spaces_);
}

/// A row stays one paragraph, whatever its cells hold.
void DocumentBuilder::end_paragraph() { widen(in_cell() ? Gap::line : Gap::paragraph); }

void DocumentBuilder::open_gap() {
  constexpr std::array<std::string_view, 4> marks = {"", "\n", "\t", "\n\n"};
  std::string& text = document_.text;
  if (gap_ == Gap::none) {
    text += spaces_;
  } else if (!text.empty()) {
    text += marks.at(static_cast<std::size_t>(gap_));
  }
  spaces_.clear();
  gap_ = Gap::none;
  if (text.size() > most_text) {
    throw InputError("holds more than 256 MB of text; divide it");
  }
}

void DocumentBuilder::mark_strong(std::size_t begin) {
  std::vector<text::TextRange>& strong = document_.strong;
  const text::ByteOffset end{document_.text.size()};
  const auto goes_on = [&](text::TextRange range) {
    const std::string_view between =
        text::slice(document_.text, {range.end, text::ByteOffset{begin}});
    return text::trim(between).empty() && between.find("\n\n") == between.npos;
  };
  if (!strong.empty() && goes_on(strong.back())) {
    strong.back().end = end;
  } else {
    strong.push_back({text::ByteOffset{begin}, end});
  }
}

void DocumentBuilder::mark_cell(std::size_t begin) {
  text::TextRange& cell = rows_.back().cells.back();
  if (cell.empty()) cell.begin = text::ByteOffset{begin};
  cell.end = text::ByteOffset{document_.text.size()};
  row_has_text_ = true;
}

void DocumentBuilder::append(char32_t c, bool strong) {
  if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  if (is_control(c)) return;
  if (text::is_white_space(c)) return add_space(c);
  open_gap();
  const std::size_t begin = document_.text.size();
  text::append_code_point(c, document_.text);
  if (strong) mark_strong(begin);
  if (in_cell()) mark_cell(begin);
}

void DocumentBuilder::add(std::string_view text, bool strong) {
  const bool is_sound = text::is_valid_utf8(text);
  for (std::size_t at = 0; at < text.size();) {
    append(is_sound ? text::next_code_point(text, at) : next_of_any(text, at), strong);
  }
}

void DocumentBuilder::begin_table() {
  if (open_tables_++ > 0) return end_paragraph();
  widen(Gap::paragraph);
}

void DocumentBuilder::begin_row() {
  if (open_tables_ != 1) return end_paragraph();
  widen(Gap::paragraph);
  rows_.emplace_back();
  row_has_text_ = false;
}

void DocumentBuilder::begin_cell() {
  if (open_tables_ != 1 || rows_.empty()) return end_paragraph();
  if (rows_.back().cells.size() == most_cells_of_a_row) {
    throw InputError("has a table with more than " + std::to_string(most_cells_of_a_row) +
                     " cells in a row, as no text has; save it again without that table");
  }
  if (++cells_ > most_cells) {
    throw InputError("has tables with more than 2 million cells; divide it");
  }
  if (row_has_text_) widen(Gap::cell);
  const text::ByteOffset here{document_.text.size()};
  rows_.back().cells.push_back({here, here});
}

void DocumentBuilder::end_table() {
  if (open_tables_ == 0) return;
  if (--open_tables_ > 0) return end_paragraph();
  std::size_t columns = 0;
  for (const TableRow& row : rows_) columns = std::max(columns, row.cells.size());
  std::vector<TableRow>& same = tables_[columns];
  std::move(rows_.begin(), rows_.end(), std::back_inserter(same));
  rows_.clear();
  widen(Gap::paragraph);
}

void DocumentBuilder::take_table_turns() {
  std::vector<DocumentTurn> turns;
  std::vector<text::TextRange> turn_rows;
  std::size_t bytes = 0;
  for (const auto& [columns, rows] : tables_) {
    std::vector<DocumentTurn> found = turns_of_table(document_.text, rows);
    if (found.empty()) continue;
    for (const TableRow& row : rows) {
      if (row.cells.empty()) continue;
      for (const text::TextRange& cell : row.cells) bytes += cell.size();
      turn_rows.push_back({row.cells.front().begin, row.cells.back().end});
    }
    std::move(found.begin(), found.end(), std::back_inserter(turns));
  }
  if (2 * bytes <= document_.text.size()) return;
  std::sort(turns.begin(), turns.end(), [](const DocumentTurn& a, const DocumentTurn& b) {
    return a.range.begin < b.range.begin;
  });
  std::sort(turn_rows.begin(), turn_rows.end(),
            [](text::TextRange a, text::TextRange b) { return a.begin < b.begin; });
  document_.turns = std::move(turns);
  document_.turn_rows = std::move(turn_rows);
  document_.convention = Convention::table_rows;
}

void DocumentBuilder::begin_comment(const std::string& id) {
  const text::ByteOffset here{document_.text.size()};
  comment_ranges_.insert_or_assign(id, text::TextRange{here, here});
}

void DocumentBuilder::end_comment(const std::string& id) {
  const auto range = comment_ranges_.find(id);
  if (range != comment_ranges_.end()) range->second.end = text::ByteOffset{document_.text.size()};
}

void DocumentBuilder::comment(const std::string& id, std::string author, std::string text) {
  comments_.push_back({id, sound_utf8(std::move(author)), sound_utf8(std::move(text))});
}

void DocumentBuilder::detail(std::string key, std::string value) {
  document_.details.push_back({sound_utf8(std::move(key)), sound_utf8(std::move(value))});
}

void DocumentBuilder::notice(std::string message) {
  document_.notices.push_back({0, std::move(message)});
}

void DocumentBuilder::take_comments() {
  std::size_t without_place = 0;
  std::string lost;
  for (Comment& comment : comments_) {
    const auto found = comment_ranges_.find(comment.id);
    const text::TextRange range = found == comment_ranges_.end()
                                      ? text::TextRange{}
                                      : words_at(document_.text, found->second);
    if (range.empty()) {
      constexpr std::size_t most_quoted = 5;
      if (without_place < most_quoted) {
        lost += (lost.empty() ? "" : "; ") + quoted(comment.author, comment.text);
      } else if (without_place == most_quoted) {
        lost += "; \u2026";
      }
      ++without_place;
    } else {
      document_.comments.push_back({range, std::move(comment.author), std::move(comment.text)});
    }
  }
  std::stable_sort(document_.comments.begin(), document_.comments.end(),
                   [](const DocumentComment& a, const DocumentComment& b) {
                     return a.range.begin < b.range.begin;
                   });
  if (without_place > 0) {
    notice(std::to_string(without_place) + (without_place == 1 ? " comment is" : " comments are") +
           " on no words of the text (" + lost + ")");
  }
}

Document DocumentBuilder::finish(std::string encoding) {
  while (open_tables_ > 0) end_table();
  take_comments();
  take_table_turns();
  if (!document_.text.empty()) document_.text += '\n';
  document_.encoding = std::move(encoding);
  return std::move(document_);
}

}  // namespace themata::ingest::detail
