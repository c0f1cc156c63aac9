#include "themata/exchange/exchanged_text.hpp"

#include "themata/text/decode.hpp"

namespace themata::exchange {

namespace {

constexpr std::string_view mark = "\uFEFF";
constexpr std::string_view replacement_character = "\uFFFD";

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < ' ' && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

ExchangedText from_utf8(std::string_view bytes) {
  ExchangedText result;
  result.had_mark = bytes.starts_with(mark);
  if (result.had_mark) bytes.remove_prefix(mark.size());
  result.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == '\r') {
      const bool pair = at + 1 < bytes.size() && bytes[at + 1] == '\n';
      if (pair) result.crlf.push_back(result.text.size());
      at += pair ? 1 : 0;
      result.text += '\n';
    } else if (is_control(c)) {
      result.text += replacement_character;
      ++result.replaced;
    } else {
      result.text += c;
    }
  }
  return result;
}

}  // namespace

ExchangedText read_exchanged_text(std::string_view bytes) {
  if (text::is_valid_utf8(bytes)) return from_utf8(bytes);
  text::Decoded decoded = text::decode(bytes);
  ExchangedText result;
  result.text = std::move(decoded.text);
  result.encoding = std::move(decoded.encoding);
  return result;
}

}  // namespace themata::exchange
