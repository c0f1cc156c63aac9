#include "themata/drawing/detail/png_resolution.hpp"

#include <cmath>
#include <cstdint>

namespace themata::drawing::detail {

namespace {

constexpr std::size_t end_of_header = 8 + 25;  // signature, IHDR

void append_big_endian(std::string& bytes, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
}

/// CRC-32 as of PNG, Annex D.
std::uint32_t checksum(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

}  // namespace

std::string with_resolution(std::string png, double dots_per_inch) {
  const auto dots_per_metre = static_cast<std::uint32_t>(std::lround(dots_per_inch / 0.0254));
  std::string typed = "pHYs";
  append_big_endian(typed, dots_per_metre);
  append_big_endian(typed, dots_per_metre);
  typed += '\1';  // the unit is the metre
  std::string chunk;
  append_big_endian(chunk, static_cast<std::uint32_t>(typed.size() - 4));
  chunk += typed;
  append_big_endian(chunk, checksum(typed));
  png.insert(end_of_header, chunk);
  return png;
}

}  // namespace themata::drawing::detail
