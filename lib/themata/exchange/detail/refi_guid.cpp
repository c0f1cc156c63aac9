#include "themata/exchange/detail/refi_guid.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "themata/text/characters.hpp"

namespace themata::exchange::detail {

namespace {

constexpr std::size_t guid_length = 36;

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// FNV-1a (Fowler, Noll and Vo) of 64 bits, its bits then mixed as MurmurHash3 does at its end.
std::uint64_t hashed(std::string_view of, std::string_view as, std::uint64_t seed) {
  std::uint64_t hash = 14695981039346656037U ^ seed;
  const auto take = [&](std::string_view bytes) {
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  };
  take(of);
  take(std::string_view("\0", 1));
  take(as);
  hash = (hash ^ hash >> 33U) * 0xFF51AFD7ED558CCDU;
  hash = (hash ^ hash >> 33U) * 0xC4CEB9FE1A85EC53U;
  return hash ^ hash >> 33U;
}

}  // namespace

bool is_guid(std::string_view text) {
  if (text.size() != guid_length) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !is_hexadecimal(text[i])) return false;
  }
  return true;
}

std::string plain_guid(std::string_view written) {
  written = text::trim(written);
  if (written.starts_with('{') && written.ends_with('}')) {
    written = written.substr(1, written.size() - 2);
  }
  if (!is_guid(written)) return {};
  std::string plain(written);
  std::transform(plain.begin(), plain.end(), plain.begin(), [](char c) {
    return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return plain;
}

std::string as_guid(std::string_view guid) {
  return is_guid(guid) ? std::string(guid) : derived_guid(guid, "guid");
}

std::string derived_guid(std::string_view of, std::string_view as) {
  const std::uint64_t a = hashed(of, as, 0);
  const std::uint64_t b = hashed(of, as, 0x9E3779B97F4A7C15U);
  // Version 8 (RFC 9562, section 5.8): made by a rule of the program's own.
  return fmt::format("{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}", a >> 32U, a >> 16U & 0xFFFFU,
                     a & 0xFFFU, 0x8000U | (b >> 48U & 0x3FFFU), b & 0xFFFFFFFFFFFFU);
}

}  // namespace themata::exchange::detail
