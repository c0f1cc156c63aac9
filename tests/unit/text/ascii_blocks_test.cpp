#include "themata/text/detail/ascii_blocks.hpp"

#include <random>
#include <string>

#include <catch2/catch.hpp>

using namespace themata::text::detail;

namespace {

/// The definition, byte by byte.
ByteKinds plainly(const std::string& bytes) {
  ByteKinds kinds;
  for (std::size_t i = 0; i < AsciiBlock::size; ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const std::uint64_t bit = std::uint64_t{1} << i;
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (word) kinds.words |= bit;
    if (c != 0 && c < 0x80 && std::string(".,:;'\"").find(bytes[i]) != std::string::npos) {
      kinds.marks |= bit;
    }
    if (c >= 0x80 || c == '_' || c == '@') kinds.unusual |= bit;
  }
  return kinds;
}

bool same(const ByteKinds& a, const ByteKinds& b) {
  return a.words == b.words && a.marks == b.marks && a.unusual == b.unusual;
}

}  // namespace

TEST_CASE("every byte at every place of a block is of its kind, whichever code says so") {
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < AsciiBlock::size; ++at) {
      std::string bytes(AsciiBlock::size, ' ');
      bytes[at] = static_cast<char>(byte);
      CAPTURE(byte, at);
      REQUIRE(same(portable_byte_kinds(bytes.data()), plainly(bytes)));
      REQUIRE(same(byte_kinds(bytes.data()), plainly(bytes)));
    }
  }
}

TEST_CASE("random blocks are the same for both") {
  std::mt19937 random(8);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    while (bytes.size() < AsciiBlock::size) bytes += static_cast<char>(random() % 256);
    REQUIRE(same(portable_byte_kinds(bytes.data()), plainly(bytes)));
    REQUIRE(same(byte_kinds(bytes.data()), plainly(bytes)));
  }
}

TEST_CASE("a block past the text's end stands apart, and a mark at a block's end needs care") {
  const AsciiBlock block = ascii_block("ab, c", 0);
  CHECK(block.word == 0b10011);
  CHECK(block.care == 0);
  CHECK(ascii_block("a.b", 0).care == 0b010);
  CHECK(ascii_block(std::string(63, 'a') + ". b", 0).care == std::uint64_t{1} << 63);
}
