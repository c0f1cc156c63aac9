#pragma once

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

}  // namespace themata::text
