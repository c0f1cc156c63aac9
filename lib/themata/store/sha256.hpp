#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace themata::store {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
/// 64 lower-case hexadecimal digits.
std::string to_hex(const Sha256& hash);

}  // namespace themata::store
