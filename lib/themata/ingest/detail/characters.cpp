#include "themata/ingest/detail/characters.hpp"

#include "themata/text/decode.hpp"
#include "themata/text/words.hpp"

namespace themata::ingest::detail {

bool is_alphanumeric_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (text::is_ascii(text[at])) return is_ascii_alphanumeric(text[at]);
  // Only characters that begin a word of a possible label come here: too few to be worth a table.
  thread_local text::WordSegmenter segmenter;
  std::size_t end = at;
  text::next_code_point(text, end);
  segmenter.start(text.substr(at, end - at));
  return segmenter.next().has_value();
}

char32_t next_of_any(std::string_view text, std::size_t& at) {
  constexpr char32_t replacement = 0xFFFD;
  constexpr std::size_t longest_code_point = 4;
  const std::string_view rest = text.substr(at, longest_code_point);
  std::size_t size = 0;
  const char32_t c = text::next_code_point(rest, size);
  const bool is_sound = text::is_valid_utf8(rest.substr(0, size));
  at += is_sound ? size : 1;
  return is_sound ? c : replacement;
}

std::string sound_utf8(std::string text) {
  if (text::is_valid_utf8(text)) return text;
  std::string sound;
  for (std::size_t at = 0; at < text.size();) {
    text::append_code_point(next_of_any(text, at), sound);
  }
  return sound;
}

std::string shortened(std::string_view text, std::size_t longest) {
  if (text.size() <= longest) return std::string{text};
  std::size_t end = longest;
  while (end > 0 && text::is_continuation(text[end])) --end;
  return std::string{text.substr(0, end)} + "\u2026";
}

}  // namespace themata::ingest::detail
