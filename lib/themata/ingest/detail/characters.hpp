#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "themata/text/characters.hpp"
#include "themata/text/offsets.hpp"
#include "themata/text/utf8.hpp"

namespace themata::ingest::detail {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr bool is_ascii_alphanumeric(char c) { return is_digit(c) || is_ascii_letter(c); }

constexpr char to_ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The bytes of the white-space character at `at`, 0 if there is none.
inline std::size_t white_space_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text::is_ascii(text[at]))
    return text::is_white_space(static_cast<unsigned char>(text[at])) ? 1 : 0;
  std::size_t end = at;
  return text::is_white_space(text::next_code_point(text, end)) ? end - at : 0;
}

/// `range` without the white space at its ends; one of white space alone becomes empty, at its
/// beginning.
inline text::TextRange trimmed(std::string_view text, text::TextRange range) {
  const std::string_view inner = text::trim(text::slice(text, range));
  if (inner.empty()) return {range.begin, range.begin};
  const auto begin = static_cast<std::size_t>(inner.data() - text.data());
  return text::byte_range(begin, begin + inner.size());
}

/// True if the character at `at` is a letter or a number of any script.
bool is_alphanumeric_at(std::string_view text, std::size_t at);

/// The code point at `at` of bytes that need not be UTF-8, and moves `at` past it: U+FFFD for a
/// byte that belongs to none.
char32_t next_of_any(std::string_view text, std::size_t& at);

/// `text` with U+FFFD for each byte that is no UTF-8.
std::string sound_utf8(std::string text);

/// `text`, or its beginning of at most `longest` bytes with an ellipsis behind it.
std::string shortened(std::string_view text, std::size_t longest);

}  // namespace themata::ingest::detail
