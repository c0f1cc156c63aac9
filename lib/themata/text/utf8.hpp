#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace themata::text {

/// True for the second, third or fourth byte of a code point in UTF-8.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

constexpr bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80U; }

/// The code point that begins at byte `at` of the valid UTF-8 `text`; `at` moves past it.
/// `at` must be before the text's end. (On bytes that are not UTF-8 it still stays inside the
/// text, and moves by four bytes at most.)
constexpr char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80U) return lead;
  char32_t value = lead >= 0xF0U ? lead & 0x07U : lead >= 0xE0U ? lead & 0x0FU : lead & 0x1FU;
  constexpr std::size_t most = 3;
  for (std::size_t i = 0; i < most && at < text.size() && is_continuation(text[at]); ++i) {
    value = value << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return value;
}

/// The code point that ends at byte `at`; `at` moves to its beginning. `at` must not be 0. (On bytes
/// that are not UTF-8 it moves by four bytes at most.)
constexpr char32_t previous_code_point(std::string_view text, std::size_t& at) {
  constexpr std::size_t longest = 4;
  const std::size_t end = at;
  do {
    --at;
  } while (at > 0 && end - at < longest && is_continuation(text[at]));
  std::size_t forward = at;
  return next_code_point(text, forward);
}

/// Appends a code point (no surrogate) as UTF-8.
constexpr void append_code_point(char32_t c, std::string& out) {
  const auto byte = [&out](char32_t bits) { out += static_cast<char>(bits); };
  if (c < 0x80U) {
    byte(c);
  } else if (c < 0x800U) {
    byte(0xC0U | c >> 6U);
    byte(0x80U | (c & 0x3FU));
  } else if (c < 0x10000U) {
    byte(0xE0U | c >> 12U);
    byte(0x80U | (c >> 6U & 0x3FU));
    byte(0x80U | (c & 0x3FU));
  } else {
    byte(0xF0U | c >> 18U);
    byte(0x80U | (c >> 12U & 0x3FU));
    byte(0x80U | (c >> 6U & 0x3FU));
    byte(0x80U | (c & 0x3FU));
  }
}

}  // namespace themata::text
