#include "themata/report/detail/printable.hpp"

namespace themata::report::detail {
namespace {

constexpr std::string_view replacement_character = "\uFFFD";

/// The length in bytes of a control character (C0, DEL, C1) at `at`; 0 if there is none.
std::size_t control_length(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20 || byte == 0x7F) return 1;
  const bool is_c1 =
      byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
  return is_c1 ? 2 : 0;
}

}  // namespace

std::string printable(std::string_view text, LineBreaks line_breaks) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const std::size_t control = control_length(text, at);
    if (control == 0 || (c == '\n' && line_breaks == LineBreaks::keep)) {
      result += c;
    } else if (c == '\n' || c == '\t' || c == '\r') {
      result += ' ';
    } else {
      result += replacement_character;
    }
    at += control > 0 ? control : 1;
  }
  return result;
}

void trim_end(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

}  // namespace themata::report::detail
