#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "themata/text/detail/byte_lanes.hpp"

namespace themata::text::detail {

/// Sixty-four bytes of a text, a bit for each, the first the lowest: `word` for what belongs to
/// words, marks that join letters or numbers included; `care` for what the rules must be asked
/// about. All others stand apart from words. Its beginning must be a boundary; what the bits at its
/// end say needs what follows, so only those below `certain` count.
struct WordBlock {
  static constexpr std::size_t size = 64;
  static constexpr std::size_t certain = 60;
  std::uint64_t word = 0;
  std::uint64_t care = 0;
};

/// The bytes of a block that pass `test`.
template <class Lanes, class Test>
std::uint64_t bytes_where(const char* data, Test test) {
  std::uint64_t bits = 0;
  for (unsigned part = 0; part < WordBlock::size; part += Lanes::size) {
    bits |= Lanes::bits(test(Lanes(data + part))) << part;
  }
  return bits;
}

/// The ASCII bytes of a block by what they do to words, a bit for each.
struct AsciiKinds {
  std::uint64_t letters = 0;
  std::uint64_t digits = 0;
  std::uint64_t joining_both = 0;     // . ' between letters or between digits
  std::uint64_t joining_numbers = 0;  // , ; between digits
  std::uint64_t colons = 0;           // between letters: versions differ, ask
  std::uint64_t odd = 0;              // _ @
  std::uint64_t beyond = 0;           // not ASCII
};

template <class Lanes>
AsciiKinds ascii_kinds(const char* data) {
  const auto where = [data](auto test) { return bytes_where<Lanes>(data, test); };
  return {where([](Lanes b) { return b.with_bits(0x20).within('a', 'z'); }),
          where([](Lanes b) { return b.within('0', '9'); }),
          where([](Lanes b) { return b.equal('.') | b.equal('\''); }),
          where([](Lanes b) { return b.equal(',') | b.equal(';'); }),
          where([](Lanes b) { return b.equal(':'); }),
          where([](Lanes b) { return b.equal('_') | b.equal('@'); }),
          where([](Lanes b) { return b.beyond_ascii(); })};
}

/// What is common beyond ASCII: where characters of it begin.
struct CommonKinds {
  std::uint64_t letters = 0;  // two bytes: U+00C0 to U+027F but for two signs, U+0400 to U+047F
  std::uint64_t quotes = 0;   // three bytes: U+2018 and U+2019, which join as . does
  std::uint64_t apart = 0;    // three bytes: dashes and other quotes U+2010 to U+201F, and U+2026
};

template <class Lanes>
CommonKinds common_kinds(const char* data) {
  const auto where = [data](auto test) { return bytes_where<Lanes>(data, test); };
  const std::uint64_t latin1 = where([](Lanes b) { return b.equal(0xC3); });
  const std::uint64_t signs = where([](Lanes b) { return b.equal(0x97) | b.equal(0xB7); });
  const std::uint64_t other =
      where([](Lanes b) { return b.within(0xC4, 0xC9) | b.within(0xD0, 0xD1); });
  const std::uint64_t general = where([](Lanes b) { return b.equal(0xE2); }) &
                                where([](Lanes b) { return b.equal(0x80); }) >> 1;
  const std::uint64_t quotes = where([](Lanes b) { return b.within(0x98, 0x99); }) >> 2;
  const std::uint64_t marks =
      where([](Lanes b) { return b.within(0x90, 0x9F) | b.equal(0xA6); }) >> 2;
  return {(latin1 & ~(signs >> 1)) | other, general & quotes, general & marks & ~quotes};
}

constexpr std::uint64_t two_bytes_from(std::uint64_t first) { return first | first << 1; }
constexpr std::uint64_t three_bytes_from(std::uint64_t first) {
  return two_bytes_from(first) | first << 2;
}

/// The block of the 64 bytes at `data`, of which those in `inside` belong to the text. Beyond ASCII
/// all needs care unless `by_known_rules`.
template <class Lanes>
WordBlock word_block_of(const char* data, std::uint64_t inside, bool by_known_rules) {
  const AsciiKinds ascii = ascii_kinds<Lanes>(data);
  const std::uint64_t digits = ascii.digits & inside;
  std::uint64_t letters = ascii.letters;
  std::uint64_t unknown = ascii.odd | ascii.beyond;
  std::uint64_t quotes = 0;
  if (ascii.beyond != 0 && by_known_rules) {
    const CommonKinds common = common_kinds<Lanes>(data);
    quotes = common.quotes;
    letters |= two_bytes_from(common.letters);
    unknown &= ~(two_bytes_from(common.letters) | three_bytes_from(common.quotes | common.apart));
  }
  letters &= inside;
  unknown &= inside;

  // Whether the characters before and after a mark of so many bytes are both letters, or digits.
  const auto between_letters = [&](unsigned bytes) { return letters << 1 & letters >> bytes; };
  const auto between_digits = [&](unsigned bytes) { return digits << 1 & digits >> bytes; };
  const std::uint64_t joined = (ascii.joining_both & between_letters(1)) |
                               ((ascii.joining_both | ascii.joining_numbers) & between_digits(1)) |
                               three_bytes_from(quotes & (between_letters(3) | between_digits(3)));
  const std::uint64_t marks = ascii.joining_both | ascii.joining_numbers | ascii.colons;
  const std::uint64_t care = unknown | (marks & unknown >> 1) | (quotes & unknown >> 3) |
                             (ascii.colons & between_letters(1));
  return {letters | digits | joined, care};
}

/// The block of `text` that begins at byte `begin`, as if the text ended at `end`. Past that all
/// stands apart.
inline WordBlock word_block(std::string_view text, std::size_t begin, std::size_t end,
                            bool by_known_rules) {
  const std::size_t left = end - begin;
  const std::uint64_t inside =
      left < WordBlock::size ? ~(~std::uint64_t{0} << left) : ~std::uint64_t{0};
  if (text.size() - begin >= WordBlock::size) {
    return word_block_of<ByteLanes>(text.data() + begin, inside, by_known_rules);
  }
  char padded[WordBlock::size] = {};
  std::memcpy(padded, text.data() + begin, text.size() - begin);
  return word_block_of<ByteLanes>(padded, inside, by_known_rules);
}

}  // namespace themata::text::detail
