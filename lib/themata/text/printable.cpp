#include "themata/text/printable.hpp"

#include "themata/text/decode.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

constexpr std::string_view replacement_character = "\uFFFD";

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

/// Where the printable ASCII that begins at `at` ends.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= 0x20 && text[at] < 0x7F) ++at;
  return at;
}

}  // namespace

std::string printable(std::string_view text, LineBreaks line_breaks) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0;;) {
    const std::size_t begin = end_of_plain(text, at);
    result.append(text, at, begin - at);
    if (begin == text.size()) return result;
    at = begin;
    const char32_t c = next_code_point(text, at);
    const std::string_view character = text.substr(begin, at - begin);
    const bool shown = !is_control(c) || (c == '\n' && line_breaks == LineBreaks::keep);
    if (!is_valid_utf8(character)) {
      result += replacement_character;
    } else if (shown) {
      result += character;
    } else {
      result += c == '\n' || c == '\t' || c == '\r' ? std::string_view(" ") : replacement_character;
    }
  }
}

}  // namespace themata::text
