#include "themata/exchange/stop_list.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/decoded_file.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/words.hpp"

namespace themata::exchange {

namespace {

std::string_view without_comment(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != '#') continue;
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return line.substr(0, at);
  }
  return line;
}

}  // namespace

std::vector<std::string> read_stop_list(const std::string& name, std::string_view bytes) {
  const std::string content = detail::decoded_file(name, bytes);
  std::vector<std::string> words;
  text::WordSegmenter segmenter;
  std::string_view rest = content;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view entry = detail::trimmed(without_comment(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (entry.empty()) continue;
    const std::size_t count = text::count_words(entry, segmenter);
    if (count != 1) {
      throw InputError(name, line,
                       count == 0
                           ? fmt::format("\"{}\" has no word in it", entry)
                           : fmt::format("\"{}\" is {} words; write one a line", entry, count));
    }
    segmenter.start(entry);
    words.push_back(text::fold(text::slice(entry, *segmenter.next())));
  }
  return words;
}

}  // namespace themata::exchange
