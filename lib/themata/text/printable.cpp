#include "themata/text/printable.hpp"

#include "themata/text/decode.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

constexpr std::string_view replacement_character = "\uFFFD";

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

}  // namespace

std::string printable(std::string_view text, LineBreaks line_breaks) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
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
  return result;
}

}  // namespace themata::text
