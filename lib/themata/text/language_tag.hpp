#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace themata::text {

/// The language of a BCP 47 tag without its script, region and the rest, in lower case: "de" of
/// "de-AT" or "DE_at".
inline std::string primary_language(std::string_view tag) {
  std::string language;
  for (const char c : tag.substr(0, tag.find_first_of("-_"))) {
    language += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return language;
}

/// True for what has the shape of a BCP 47 tag: a language of two to eight letters, then subtags of
/// one to eight letters or digits, with hyphens (or underscores) between them.
inline bool is_language_tag(std::string_view tag) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::size_t length = 0;
  bool first = true;
  for (const char c : std::string(tag) + '-') {
    if (c == '-' || c == '_') {
      if (length < (first ? 2U : 1U)) return false;
      length = 0;
      first = false;
    } else if (!is_letter(c) && (first || c < '0' || c > '9')) {
      return false;
    } else if (++length > 8) {
      return false;
    }
  }
  return true;
}

}  // namespace themata::text
