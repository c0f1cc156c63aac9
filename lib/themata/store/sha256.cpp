#include "themata/store/sha256.hpp"

#include <nettle/sha2.h>

namespace themata::store {

Sha256 sha256(std::string_view bytes) {
  static_assert(std::tuple_size_v<Sha256> == SHA256_DIGEST_SIZE);
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  Sha256 hash{};
  sha256_digest(&context, hash.size(), hash.data());
  return hash;
}

std::string to_hex(const Sha256& hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * hash.size());
  for (const std::uint8_t byte : hash) {
    hex += digits[byte >> 4U];
    hex += digits[byte & 15U];
  }
  return hex;
}

}  // namespace themata::store
