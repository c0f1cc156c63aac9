#include "themata/ingest/detail/characters.hpp"

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

}  // namespace themata::ingest::detail
