#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "fuzz/check.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/quote_search.hpp"

namespace {

using namespace themata::text;
using themata::fuzz::check;

std::vector<TextRange> brackets_of(std::string_view text) {
  std::vector<TextRange> ranges;
  for (std::size_t at = 0; (at = text.find('(', at)) != text.npos;) {
    const std::size_t end = text.find(')', at);
    if (end == text.npos) break;
    ranges.push_back(byte_range(at, end + 1));
    at = end + 1;
  }
  return ranges;
}

void check_ranges(std::string_view text, const std::vector<TextRange>& ranges) {
  ByteOffset at{0};
  for (const TextRange range : ranges) {
    check(at <= range.begin && !range.empty(), "hits stand in order and apart");
    check(is_grapheme_boundary(text, range.begin) && is_grapheme_boundary(text, range.end),
          "hits cut no grapheme");
    at = range.end;
  }
  check(at.value <= text.size(), "hits lie in the text");
}

}  // namespace

// The first byte says which part of the rest is the quotation that is looked for in all of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text = themata::fuzz::as_text(data + 1, size - 1);
  if (!is_valid_utf8(text)) return 0;
  const std::size_t begin = data[0] % std::max<std::size_t>(1, text.size());
  const TextRange part =
      snap_to_graphemes(text, byte_range(begin, std::min(text.size(), begin + 12)));
  const std::string_view quote = slice(text, part);
  const std::vector<TextRange> unspoken = brackets_of(text);

  const QuoteHits hits = find_quote(text, quote, unspoken);
  check_ranges(text, hits.ranges);
  const std::string_view wanted = trim(quote);
  const auto at = static_cast<std::size_t>(wanted.data() - text.data());
  const TextRange whole = byte_range(at, at + wanted.size());
  const bool is_whole =
      is_grapheme_boundary(text, whole.begin) && is_grapheme_boundary(text, whole.end);
  if (!wanted.empty() && is_whole) {
    check(!hits.ranges.empty() && hits.match == QuoteMatch::exact, "a part of the text is found");
  }
  for (const TextRange range : nearest_places(text, quote)) {
    check(range.begin < range.end && range.end.value <= text.size(), "places lie in the text");
  }
  return 0;
}
