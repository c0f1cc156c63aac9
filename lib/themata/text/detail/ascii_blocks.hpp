#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

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

/// What kind of byte each of a block is, before its neighbours are looked at.
struct ByteKinds {
  std::uint64_t words = 0;    // ASCII letters and digits
  std::uint64_t marks = 0;    // . , : ; ' ": join what is on both their sides, sometimes
  std::uint64_t unusual = 0;  // _ @ and all that is not ASCII
};

inline ByteKinds portable_byte_kinds(const char* data) {
  ByteKinds kinds;
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
    kinds.words |= swar::bits(word) << part;
    kinds.marks |= swar::bits(mark) << part;
    kinds.unusual |= swar::bits(odd) << part;
  }
  return kinds;
}

#if defined(__SSE2__)
/// The same with the vectors that every x86-64 has.
inline ByteKinds sse2_byte_kinds(const char* data) {
  const auto all = [](char c) { return _mm_set1_epi8(c); };
  const auto bits = [](__m128i answers) {
    return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(answers)));
  };
  // Signed comparisons: what is not ASCII is below all that is.
  const auto within = [&](__m128i bytes, char low, char high) {
    return _mm_and_si128(_mm_cmpgt_epi8(bytes, all(static_cast<char>(low - 1))),
                         _mm_cmplt_epi8(bytes, all(static_cast<char>(high + 1))));
  };
  const auto equal = [&](__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, all(c)); };
  ByteKinds kinds;
  for (unsigned part = 0; part < AsciiBlock::size; part += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + part));
    const __m128i word =
        _mm_or_si128(within(_mm_or_si128(bytes, all(0x20)), 'a', 'z'), within(bytes, '0', '9'));
    const __m128i commas = equal(_mm_andnot_si128(all(0x02), bytes), ',');
    const __m128i colons = equal(_mm_andnot_si128(all(0x01), bytes), ':');
    const __m128i quotes = _mm_or_si128(equal(bytes, '\''), equal(bytes, '"'));
    const __m128i odd = _mm_or_si128(bytes, _mm_or_si128(equal(bytes, '_'), equal(bytes, '@')));
    kinds.words |= bits(word) << part;
    kinds.marks |= bits(_mm_or_si128(commas, _mm_or_si128(colons, quotes))) << part;
    kinds.unusual |= bits(odd) << part;
  }
  return kinds;
}
#endif

inline ByteKinds byte_kinds(const char* data) {
#if defined(__SSE2__)
  return sse2_byte_kinds(data);
#else
  return portable_byte_kinds(data);
#endif
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
  const ByteKinds kinds = byte_kinds(data);
  const std::uint64_t plain = ~(kinds.words | kinds.unusual);
  // A mark before plain bytes joins nothing.
  return {kinds.words, kinds.unusual | (kinds.marks & ~(plain >> 1))};
}

}  // namespace themata::text::detail
