#include "themata/report/detail/markdown.hpp"

#include <algorithm>

namespace themata::report::detail {
namespace {

bool is_word_byte(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[at]);
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// True if the character at `at` would not be shown as it is.
bool is_markup(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '\\':
    case '|':
    case '*':
    case '`':
    case '<':
      return true;
    case '_':  // inside a word it is no emphasis
      return at == 0 || !is_word_byte(text, at - 1) || !is_word_byte(text, at + 1);
    case '&':
      return is_word_byte(text, at + 1) || (at + 1 < text.size() && text[at + 1] == '#');
    case '~':
      return at + 1 < text.size() && text[at + 1] == '~';
    case ']':  // of a link
      return at + 1 < text.size() && text[at + 1] == '(';
    default:
      return false;
  }
}

/// Where in a line's text a backslash keeps it from being a list, a heading or a rule; `npos` if it
/// is none.
std::size_t block_marker(std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(" \t"), text.size());
  if (first == text.size()) return std::string_view::npos;
  if (std::string_view("-+#>=~").find(text[first]) != std::string_view::npos) return first;
  const std::size_t digits_end = text.find_first_not_of("0123456789", first);
  if (digits_end == first || digits_end == std::string_view::npos) return std::string_view::npos;
  return text[digits_end] == '.' || text[digits_end] == ')' ? digits_end : std::string_view::npos;
}

std::string escaped(std::string_view text, std::size_t marker) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at == marker || is_markup(text, at)) result += '\\';
    result += text[at];
  }
  return result;
}

}  // namespace

std::string escape_markdown(std::string_view text) { return escaped(text, std::string_view::npos); }

std::string escape_markdown_line(std::string_view text) {
  return escaped(text, block_marker(text));
}

}  // namespace themata::report::detail
