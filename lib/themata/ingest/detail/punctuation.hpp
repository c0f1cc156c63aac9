#pragma once

namespace themata::ingest::detail {

/// What CommonMark 0.30 calls a punctuation character: the ASCII ones, and Unicode's general
/// categories Pc, Pd, Pe, Pf, Pi, Po and Ps.
bool is_punctuation(char32_t c);

/// `!` to `/`, `:` to `@`, `[` to `` ` ``, `{` to `~`: what a backslash escapes.
constexpr bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

}  // namespace themata::ingest::detail
