#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "fuzz/check.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/offset_index.hpp"
#include "themata/text/utf8.hpp"
#include "themata/text/words.hpp"

namespace {

using namespace themata::text;
using themata::fuzz::check;

std::vector<TextRange> words_of(std::string_view text, std::size_t shift,
                                WordSegmenter& segmenter) {
  std::vector<TextRange> words;
  segmenter.start(text);
  while (const auto word = segmenter.next()) {
    words.push_back({word->begin + shift, word->end + shift});
  }
  return words;
}

// A line feed parts words, so the lines have the words of the whole.
std::vector<TextRange> words_by_line(std::string_view text, WordSegmenter& segmenter) {
  std::vector<TextRange> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t feed = text.find('\n', begin);
    const std::size_t end = feed == text.npos ? text.size() : feed + 1;
    const auto line = words_of(text.substr(begin, end - begin), begin, segmenter);
    words.insert(words.end(), line.begin(), line.end());
    begin = end;
  }
  return words;
}

void check_words(std::string_view text) {
  static WordSegmenter segmenter;
  const std::vector<TextRange> words = words_of(text, 0, segmenter);
  ByteOffset at{0};
  for (const TextRange word : words) {
    check(at <= word.begin && !word.empty(), "words stand in order and apart");
    at = word.end;
    check(fold(fold(slice(text, word))) == fold(slice(text, word)), "folding twice folds once");
  }
  check(at.value <= text.size(), "words lie in the text");
  check(words_by_line(text, segmenter) == words, "lines have the words of the whole");
}

void check_offsets(std::string_view text) {
  const OffsetIndex index(text);
  std::size_t code_points = 0;
  for (std::size_t at = 0; at < text.size(); ++code_points) {
    const ByteOffset byte{at};
    check(index.code_points(byte) == CodePointOffset{code_points}, "code points count up");
    check(index.bytes(CodePointOffset{code_points}) == byte, "code points lead back");
    check(index.bytes(index.utf16(byte)) == byte, "UTF-16 leads back");
    const ByteOffset before = grapheme_boundary_before(text, byte);
    check(before <= byte && is_grapheme_boundary(text, before), "a grapheme begins before");
    next_code_point(text, at);
  }
  check(index.code_point_length() == CodePointOffset{code_points}, "all code points are counted");
}

}  // namespace

// Words, folding, offsets and graphemes of any valid text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = themata::fuzz::as_text(data, size);
  if (!is_valid_utf8(text)) return 0;
  check_words(text);
  check_offsets(text);
  return 0;
}
