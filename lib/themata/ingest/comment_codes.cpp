#include "themata/ingest/comment_codes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "themata/text/characters.hpp"
#include "themata/text/name_key.hpp"

namespace themata::ingest {

namespace {

using namespace std::string_view_literals;

constexpr auto headings_of_codes = std::to_array<std::string_view>({"code", "codes", "label"});
constexpr auto headings_of_remarks =
    std::to_array<std::string_view>({"ask", "check", "comment", "idea", "memo", "nb", "n.b.",
                                     "note", "query", "question", "remark", "todo", "to do"});

/// What stands before the piece's first colon, by its key, if that is one of `headings`; the piece
/// goes on behind it.
template <std::size_t size>
bool take_heading(std::string_view& piece, const std::array<std::string_view, size>& headings) {
  const std::size_t colon = piece.find(':');
  if (colon == piece.npos) return false;
  const std::string key = text::name_key(text::trim(piece.substr(0, colon)));
  if (std::find(headings.begin(), headings.end(), key) == headings.end()) return false;
  piece = text::trim(piece.substr(colon + 1));
  return true;
}

std::size_t count_words(std::string_view piece) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : piece) {
    const bool is_space = c == ' ' || c == '\t';
    words += !is_space && !in_word ? 1 : 0;
    in_word = !is_space;
  }
  return words;
}

bool ends_sentence(std::string_view piece) {
  const auto marks = {"."sv, "?"sv, "!"sv, "\u2026"sv, "\u061F"sv, "\u3002"sv, "\uFF1F"sv};
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return piece.ends_with(mark); });
}

bool is_remark(std::string_view piece) {
  constexpr std::size_t most_words = 8;
  constexpr std::size_t longest_name = 80;
  std::string_view rest = piece;
  return take_heading(rest, headings_of_remarks) || ends_sentence(piece) ||
         piece.size() > longest_name || count_words(piece) > most_words;
}

void add_piece(std::string_view piece, CommentReading& reading) {
  piece = text::trim(piece);
  take_heading(piece, headings_of_codes);
  if (piece.empty()) return;
  if (is_remark(piece)) {
    if (!reading.remark.empty()) reading.remark += "; ";
    reading.remark += piece;
    return;
  }
  const std::string key = text::name_key(piece);
  const bool is_there =
      std::any_of(reading.codes.begin(), reading.codes.end(),
                  [&](const std::string& code) { return text::name_key(code) == key; });
  if (!is_there) reading.codes.emplace_back(piece);
}

}  // namespace

CommentReading read_comment(std::string_view comment) {
  CommentReading reading;
  for (std::size_t begin = 0; begin <= comment.size();) {
    const std::size_t end = std::min(comment.find_first_of(";\n", begin), comment.size());
    add_piece(comment.substr(begin, end - begin), reading);
    begin = end + 1;
  }
  return reading;
}

}  // namespace themata::ingest
