#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace themata::text::detail {

/// Eight bytes in one register, asked all at once. An answer has 0x80 in each byte for which it is
/// yes. Ranges must lie wholly in ASCII or wholly beyond it.
class EightBytes {
 public:
  static constexpr unsigned size = 8;
  using Answer = std::uint64_t;

  explicit EightBytes(const char* data) {
    std::memcpy(&bytes_, data, size);
    if constexpr (std::endian::native == std::endian::big) bytes_ = __builtin_bswap64(bytes_);
  }
  [[nodiscard]] EightBytes with_bits(unsigned bits) const { return EightBytes(bytes_ | all(bits)); }
  [[nodiscard]] Answer beyond_ascii() const { return bytes_ & yes; }
  [[nodiscard]] Answer equal(unsigned byte) const {
    const std::uint64_t differs = bytes_ ^ all(byte);
    return ~(((differs & ~yes) + all(0x7F)) | differs) & yes;
  }
  [[nodiscard]] Answer within(unsigned low, unsigned high) const {
    const std::uint64_t seven = bytes_ & ~yes;
    const std::uint64_t at_least = seven + all(0x80U - (low & 0x7FU));
    const std::uint64_t above = seven + all(0x7FU - (high & 0x7FU));
    const std::uint64_t half = low < 0x80U ? ~bytes_ : bytes_;
    return at_least & ~above & half & yes;
  }
  /// The answers as bits, the first byte's the lowest.
  static std::uint64_t bits(Answer answer) { return ((answer >> 7) * 0x0102040810204080U) >> 56; }

 private:
  explicit EightBytes(std::uint64_t bytes) : bytes_(bytes) {}
  static constexpr std::uint64_t all(unsigned byte) { return 0x0101010101010101U * byte; }
  static constexpr std::uint64_t yes = 0x8080808080808080U;
  std::uint64_t bytes_ = 0;
};

#if defined(__SSE2__)
/// The same for sixteen bytes, in the vectors that every x86-64 has. (Comparisons are of signed
/// bytes: those beyond ASCII are below all others, in their order.)
class SixteenBytes {
 public:
  static constexpr unsigned size = 16;
  struct Answer {
    __m128i bytes;
    Answer operator|(Answer other) const { return {_mm_or_si128(bytes, other.bytes)}; }
  };

  explicit SixteenBytes(const char* data)
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(data))) {}
  [[nodiscard]] SixteenBytes with_bits(unsigned bits) const {
    return SixteenBytes(_mm_or_si128(bytes_, all(bits)));
  }
  [[nodiscard]] Answer beyond_ascii() const { return {bytes_}; }
  [[nodiscard]] Answer equal(unsigned byte) const { return {_mm_cmpeq_epi8(bytes_, all(byte))}; }
  [[nodiscard]] Answer within(unsigned low, unsigned high) const {
    return {
        _mm_and_si128(_mm_cmpgt_epi8(bytes_, all(low - 1)), _mm_cmplt_epi8(bytes_, all(high + 1)))};
  }
  static std::uint64_t bits(Answer answer) {
    return static_cast<unsigned>(_mm_movemask_epi8(answer.bytes));
  }

 private:
  explicit SixteenBytes(__m128i bytes) : bytes_(bytes) {}
  static __m128i all(unsigned byte) { return _mm_set1_epi8(static_cast<char>(byte)); }
  __m128i bytes_;
};
using ByteLanes = SixteenBytes;
#else
using ByteLanes = EightBytes;
#endif

}  // namespace themata::text::detail
