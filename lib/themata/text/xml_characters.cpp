#include "themata/text/xml_characters.hpp"

namespace themata::text {

namespace {

constexpr std::string_view replacement_character = "\uFFFD";

/// The length in bytes of a character at `at` that XML 1.0 forbids; 0 if it is allowed.
std::size_t forbidden_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c >= 0 && c < ' ') return c == '\t' || c == '\n' || c == '\r' ? 0 : 1;
  if (c != '\xEF') return 0;
  const std::string_view character = text.substr(at, 3);
  return character == "\uFFFE" || character == "\uFFFF" ? 3 : 0;
}

}  // namespace

XmlText xml_characters(std::string_view text) {
  XmlText result;
  result.text.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t forbidden = forbidden_length(text, at);
    if (forbidden == 0) {
      result.text += text[at++];
      continue;
    }
    result.text += replacement_character;
    at += forbidden;
    ++result.replaced;
  }
  return result;
}

}  // namespace themata::text
