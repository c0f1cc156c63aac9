#include "themata/ingest/detail/markdown_verbatim.hpp"

#include <algorithm>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/punctuation.hpp"

namespace themata::ingest::detail {
namespace {

/// A position in a text that only moves on.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char c) {
    if (peek() != c || at_ >= text_.size()) return false;
    ++at_;
    return true;
  }

  /// Takes what `belongs`; true if that was something.
  template <class Predicate>
  bool take_while(Predicate belongs) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && belongs(text_[at_])) ++at_;
    return at_ > begin;
  }

  bool take_space() {
    return take_while([](char c) { return c == ' ' || c == '\t' || c == '\n'; });
  }

  /// `'...'` or `"..."` or, for a title, `(...)`. Escapes count if `escapes`.
  bool take_quoted(char open, char close, bool escapes) {
    if (!take(open)) return false;
    while (at_ < text_.size() && text_[at_] != close) {
      if (escapes && text_[at_] == '\\')
        ++at_;
      else if (close == ')' && text_[at_] == '(')
        return false;
      if (at_ < text_.size()) ++at_;
    }
    return take(close);
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

bool is_tag_name_character(char c) { return is_ascii_alphanumeric(c) || c == '-'; }

bool take_attribute(Cursor& cursor) {
  const auto begins = [](char c) { return is_ascii_letter(c) || c == '_' || c == ':'; };
  if (!begins(cursor.peek())) return false;
  cursor.take_while([&](char c) { return begins(c) || is_digit(c) || c == '.' || c == '-'; });
  Cursor value = cursor;
  value.take_space();
  if (!value.take('=')) return true;
  value.take_space();
  const bool is_value = value.take_quoted('"', '"', false) ||
                        value.take_quoted('\'', '\'', false) || value.take_while([](char c) {
                          return std::string_view{" \t\n\"'=<>`"}.find(c) == std::string_view::npos;
                        });
  if (is_value) cursor = value;
  return is_value;
}

/// `<a href="x">`, `</a>`, `<br/>`
std::size_t tag_end(std::string_view text, std::size_t at) {
  Cursor cursor(text, at + 1);
  const bool is_closing = cursor.take('/');
  if (!is_ascii_letter(cursor.peek())) return at;
  cursor.take_while(is_tag_name_character);
  if (is_closing) {
    cursor.take_space();
    return cursor.take('>') ? cursor.at() : at;
  }
  while (cursor.take_space() && !(cursor.peek() == '/' || cursor.peek() == '>')) {
    if (!take_attribute(cursor)) return at;
  }
  cursor.take('/');
  return cursor.take('>') ? cursor.at() : at;
}

/// `<https://example.org/>`
std::size_t uri_autolink_end(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_scheme = 32;
  Cursor cursor(text, at + 1);
  if (!is_ascii_letter(cursor.peek())) return at;
  cursor.take_while(
      [](char c) { return is_ascii_alphanumeric(c) || c == '+' || c == '.' || c == '-'; });
  const std::size_t scheme = cursor.at() - at - 1;
  if (scheme < 2 || scheme > longest_scheme || !cursor.take(':')) return at;
  cursor.take_while([](char c) {
    const bool is_control = !(c < 0) && c <= ' ';
    return !is_control && c != '<' && c != '>';
  });
  return cursor.take('>') ? cursor.at() : at;
}

/// `<someone@example.org>`
std::size_t mail_autolink_end(std::string_view text, std::size_t at) {
  Cursor cursor(text, at + 1);
  const bool has_name = cursor.take_while([](char c) {
    return is_ascii_alphanumeric(c) ||
           std::string_view{".!#$%&'*+/=?^_`{|}~-"}.find(c) != std::string_view::npos;
  });
  if (!has_name || !cursor.take('@') || !is_ascii_alphanumeric(cursor.peek())) return at;
  cursor.take_while([](char c) { return is_tag_name_character(c) || c == '.'; });
  return cursor.take('>') ? cursor.at() : at;
}

/// `<in angle brackets>` or balanced parentheses without a space.
bool take_destination(Cursor& cursor) {
  if (cursor.take('<')) {
    while (cursor.peek() != '>') {
      if (cursor.peek() == '\0' || cursor.peek() == '\n' || cursor.peek() == '<') return false;
      if (cursor.take('\\') && cursor.peek() == '\0') return false;
      cursor.take(cursor.peek());
    }
    return cursor.take('>');
  }
  constexpr std::size_t deepest = 32;
  std::size_t depth = 0;
  for (char c = cursor.peek(); c < 0 || c > ' '; c = cursor.peek()) {
    if (c == '(' && ++depth > deepest) return false;
    if (c == ')' && depth-- == 0) return true;
    cursor.take(c);
    if (c == '\\' && is_ascii_punctuation(cursor.peek())) cursor.take(cursor.peek());
  }
  return depth == 0;
}

bool take_title(Cursor& cursor) {
  switch (cursor.peek()) {
    case '"':
    case '\'':
      return cursor.take_quoted(cursor.peek(), cursor.peek(), true);
    case '(':
      return cursor.take_quoted('(', ')', true);
    default:
      return false;
  }
}

}  // namespace

std::size_t link_target_end(std::string_view text, std::size_t at) {
  Cursor cursor(text, at);
  if (!cursor.take('(')) return at;
  cursor.take_space();
  if (!take_destination(cursor)) return at;
  if (cursor.take_space() && cursor.peek() != ')' && !take_title(cursor)) return at;
  cursor.take_space();
  return cursor.take(')') ? cursor.at() : at;
}

std::size_t Verbatim::run_end(std::size_t at) const {
  const std::size_t end = text_.find_first_not_of('`', at);
  return end == text_.npos ? text_.size() : end;
}

void Verbatim::find_last_runs() {
  for (std::size_t at = text_.find('`'); at < text_.size(); at = text_.find('`', at)) {
    const std::size_t end = run_end(at);
    if (end - at < longest_fence) last_run_[end - at] = end;
    at = end;
  }
  last_runs_are_known_ = true;
}

std::size_t Verbatim::code_span_end(std::size_t at) {
  if (!last_runs_are_known_) find_last_runs();
  const std::size_t opened = run_end(at);
  const std::size_t length = opened - at;
  if (length >= longest_fence || last_run_[length] <= opened) return opened;
  std::size_t begin = text_.find('`', opened);
  while (run_end(begin) - begin != length) begin = text_.find('`', run_end(begin));
  return run_end(begin);
}

std::size_t Verbatim::closed_by(std::string_view end_mark, std::size_t from,
                                std::size_t& hopeless_from, std::size_t otherwise) {
  if (from >= hopeless_from) return otherwise;
  const std::size_t found = text_.find(end_mark, from);
  if (found != text_.npos) return found + end_mark.size();
  hopeless_from = from;
  return otherwise;
}

std::size_t Verbatim::html_end(std::size_t at) {
  const std::size_t literal = at + 1;
  const std::string_view rest = text_.substr(at);
  if (rest.starts_with("<!--")) {
    const std::string_view inside = rest.substr(4);
    if (inside.starts_with('>') || inside.starts_with("->")) return literal;
    const std::size_t end = closed_by("--", at + 4, no_comment_end_, literal);
    return end > literal && end < text_.size() && text_[end] == '>' ? end + 1 : literal;
  }
  if (rest.starts_with("<?")) return closed_by("?>", at + 2, no_instruction_end_, literal);
  if (rest.starts_with("<![CDATA[")) return closed_by("]]>", at + 9, no_section_end_, literal);
  if (rest.size() > 2 && rest.starts_with("<!") && is_ascii_letter(rest[2])) {
    return closed_by(">", at + 2, no_declaration_end_, literal);
  }
  const std::size_t end =
      std::max({tag_end(text_, at), uri_autolink_end(text_, at), mail_autolink_end(text_, at)});
  return end > at ? end : literal;
}

}  // namespace themata::ingest::detail
