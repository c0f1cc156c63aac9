#include "themata/text/offset_index.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <stdexcept>

#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

constexpr std::size_t block_size = 1024;

struct Counts {
  std::size_t code_points = 0;
  std::size_t utf16 = 0;
};

// Of a block at most. A code point counts where its first byte stands; one of four bytes is two
// units of UTF-16. The sums are narrow so that the compiler takes many bytes at a time.
Counts count(std::string_view bytes) {
  assert(bytes.size() <= block_size);
  std::uint16_t continuations = 0;
  std::uint16_t of_four = 0;
  for (const char byte : bytes) {
    const bool begins_four = static_cast<unsigned char>(byte) >= 0xF0U;
    continuations = static_cast<std::uint16_t>(continuations + (is_continuation(byte) ? 1 : 0));
    of_four = static_cast<std::uint16_t>(of_four + (begins_four ? 1 : 0));
  }
  const std::size_t code_points = bytes.size() - continuations;
  return {code_points, code_points + of_four};
}

[[noreturn]] void past_the_end() { throw std::out_of_range("offset past the end of the text"); }

std::size_t one(char /*lead*/) { return 1; }
std::size_t utf16_width(char lead) { return static_cast<unsigned char>(lead) >= 0xF0U ? 2 : 1; }

// The byte offset of the code point that holds unit `at`. `member` says what stands before a block
// in these units, `width` how many units a code point is by its first byte.
template <class Block>
std::size_t locate(std::string_view text, const std::vector<Block>& blocks, std::size_t at,
                   std::uint32_t Block::*member, std::size_t (*width)(char)) {
  const auto after = std::upper_bound(
      blocks.begin(), blocks.end(), at,
      [member](std::size_t unit, const Block& block) { return unit < block.*member; });
  const auto block = after - 1;
  std::size_t left = at - (*block).*member;
  std::size_t byte = static_cast<std::size_t>(block - blocks.begin()) * block_size;
  for (; byte < text.size(); ++byte) {
    if (is_continuation(text[byte])) continue;
    if (left < width(text[byte])) break;
    left -= width(text[byte]);
  }
  return byte;
}

}  // namespace

OffsetIndex::OffsetIndex(std::string_view text) : text_(text) {
  if (std::all_of(text.begin(), text.end(), is_ascii)) {
    code_point_length_ = CodePointOffset{text.size()};
    utf16_length_ = Utf16Offset{text.size()};
    return;
  }
  Counts before;
  blocks_.reserve(text.size() / block_size + 1);
  for (std::size_t at = 0; at < text.size(); at += block_size) {
    blocks_.push_back(
        {static_cast<std::uint32_t>(before.code_points), static_cast<std::uint32_t>(before.utf16)});
    const Counts here = count(text.substr(at, block_size));
    before.code_points += here.code_points;
    before.utf16 += here.utf16;
  }
  code_point_length_ = CodePointOffset{before.code_points};
  utf16_length_ = Utf16Offset{before.utf16};
}

CodePointOffset OffsetIndex::code_points(ByteOffset at) const {
  if (at.value > text_.size()) past_the_end();
  if (blocks_.empty()) return CodePointOffset{at.value};
  if (at.value == text_.size()) return code_point_length_;
  const std::size_t block = at.value / block_size;
  const std::size_t begin = block * block_size;
  return CodePointOffset{blocks_[block].code_points +
                         count(text_.substr(begin, at.value - begin)).code_points};
}

Utf16Offset OffsetIndex::utf16(ByteOffset at) const {
  if (at.value > text_.size()) past_the_end();
  if (blocks_.empty()) return Utf16Offset{at.value};
  if (at.value == text_.size()) return utf16_length_;
  const std::size_t block = at.value / block_size;
  const std::size_t begin = block * block_size;
  return Utf16Offset{blocks_[block].utf16 + count(text_.substr(begin, at.value - begin)).utf16};
}

ByteOffset OffsetIndex::bytes(CodePointOffset at) const {
  if (at > code_point_length_) past_the_end();
  if (blocks_.empty()) return ByteOffset{at.value};
  return ByteOffset{locate(text_, blocks_, at.value, &Block::code_points, one)};
}

ByteOffset OffsetIndex::bytes(Utf16Offset at) const {
  if (at > utf16_length_) past_the_end();
  if (blocks_.empty()) return ByteOffset{at.value};
  return ByteOffset{locate(text_, blocks_, at.value, &Block::utf16, utf16_width)};
}

CodePointRange OffsetIndex::code_points(TextRange range) const {
  return {code_points(range.begin), code_points(range.end)};
}

TextRange OffsetIndex::bytes(CodePointRange range) const {
  return {bytes(range.begin), bytes(range.end)};
}

std::size_t line_number(std::string_view text, ByteOffset at) {
  const std::string_view before = text.substr(0, at.value);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace themata::text
