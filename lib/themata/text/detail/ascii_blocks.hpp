#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace themata::text::detail {

/// Sixty-four bytes of a text, a bit for each, the first the lowest: `word` for ASCII letters and
/// digits, `care` for what the rules must be asked about. All others stand apart from words.
struct AsciiBlock {
  static constexpr std::size_t size = 64;
  std::uint64_t word = 0;
  std::uint64_t care = 0;
};

namespace swar {

// Eight bytes at a time in one register; a byte of the result is 0x80 for yes, 0 for no.
constexpr std::uint64_t all(unsigned byte) { return 0x0101010101010101U * byte; }
constexpr std::uint64_t yes = all(0x80);

/// Of bytes below 0x80: those from `low` to `high`.
constexpr std::uint64_t within(std::uint64_t bytes, char low, char high) {
  const std::uint64_t at_least = bytes + all(0x80U - static_cast<unsigned>(low));
  const std::uint64_t above = bytes + all(0x7FU - static_cast<unsigned>(high));
  return at_least & ~above & yes;
}

constexpr std::uint64_t equal(std::uint64_t bytes, char wanted) {
  return ~((bytes ^ all(static_cast<unsigned>(wanted))) + all(0x7F)) & yes;
}

/// The eight answers as eight bits, the first byte's the lowest.
constexpr std::uint64_t bits(std::uint64_t answers) {
  return ((answers >> 7) * 0x0102040810204080U) >> 56;
}

}  // namespace swar

inline std::uint64_t load_first_lowest(const char* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  if constexpr (std::endian::native == std::endian::big) value = __builtin_bswap64(value);
  return value;
}

/// The block of `text` that begins at byte `begin`. Past the end all stands apart.
inline AsciiBlock ascii_block(std::string_view text, std::size_t begin) {
  char padded[AsciiBlock::size];
  const char* data = text.data() + begin;
  if (text.size() - begin < AsciiBlock::size) {
    std::memset(padded, ' ', sizeof padded);
    std::memcpy(padded, data, text.size() - begin);
    data = padded;
  }
  std::uint64_t words = 0;
  std::uint64_t marks = 0;    // . , : ; ' ": join what is on both their sides, sometimes
  std::uint64_t unusual = 0;  // _ @ and all that is not ASCII
  for (unsigned part = 0; part < AsciiBlock::size; part += 8) {
    const std::uint64_t eight = load_first_lowest(data + part);
    const std::uint64_t beyond = eight & swar::yes;
    const std::uint64_t low = eight & ~swar::yes;
    const std::uint64_t word =
        (swar::within(low | swar::all(0x20), 'a', 'z') | swar::within(low, '0', '9')) & ~beyond;
    const std::uint64_t mark =
        (swar::equal(low & ~swar::all(0x02), ',') | swar::equal(low & ~swar::all(0x01), ':') |
         swar::equal(low, '\'') | swar::equal(low, '"')) &
        ~beyond;
    const std::uint64_t odd = beyond | swar::equal(low, '_') | swar::equal(low, '@');
    words |= swar::bits(word) << part;
    marks |= swar::bits(mark) << part;
    unusual |= swar::bits(odd) << part;
  }
  const std::uint64_t plain = ~(words | unusual);
  return {words, unusual | (marks & ~(plain >> 1))};  // a mark before plain bytes joins nothing
}

}  // namespace themata::text::detail
