#include "themata/text/detail/word_block.hpp"

#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "themata/text/utf8.hpp"

using namespace themata::text::detail;

namespace {

constexpr std::uint64_t everything = ~std::uint64_t{0};

std::uint64_t bit(std::size_t at) { return std::uint64_t{1} << at; }

/// The definition, byte by byte.
AsciiKinds plain_ascii_kinds(const std::string& bytes) {
  AsciiKinds kinds;
  for (std::size_t i = 0; i < WordBlock::size; ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) kinds.letters |= bit(i);
    if (c >= '0' && c <= '9') kinds.digits |= bit(i);
    if (c == '.' || c == '\'') kinds.joining_both |= bit(i);
    if (c == ',' || c == ';') kinds.joining_numbers |= bit(i);
    if (c == ':') kinds.colons |= bit(i);
    if (c == '_' || c == '@') kinds.odd |= bit(i);
    if (c >= 0x80) kinds.beyond |= bit(i);
  }
  return kinds;
}

bool same(const AsciiKinds& a, const AsciiKinds& b) {
  return a.letters == b.letters && a.digits == b.digits && a.joining_both == b.joining_both &&
         a.joining_numbers == b.joining_numbers && a.colons == b.colons && a.odd == b.odd &&
         a.beyond == b.beyond;
}

bool same(const CommonKinds& a, const CommonKinds& b) {
  return a.letters == b.letters && a.quotes == b.quotes && a.apart == b.apart;
}

WordBlock block_of(const std::string& text) { return word_block(text, 0, text.size(), true); }

}  // namespace

TEST_CASE("every ASCII byte at every place of a block is of its kind, whichever code says so") {
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < WordBlock::size; ++at) {
      std::string bytes(WordBlock::size, ' ');
      bytes[at] = static_cast<char>(byte);
      CAPTURE(byte, at);
      REQUIRE(same(ascii_kinds<EightBytes>(bytes.data()), plain_ascii_kinds(bytes)));
      REQUIRE(same(ascii_kinds<ByteLanes>(bytes.data()), plain_ascii_kinds(bytes)));
    }
  }
}

TEST_CASE("what is common beyond ASCII is known at every place of a block") {
  const auto is_letter = [](char32_t c) {
    return (c >= 0xC0 && c <= 0x27F && c != 0xD7 && c != 0xF7) || (c >= 0x400 && c <= 0x47F);
  };
  const auto is_apart = [](char32_t c) {
    return (c >= 0x2010 && c <= 0x201F && c != 0x2018 && c != 0x2019) || c == 0x2026;
  };
  for (char32_t c = 0x80; c < 0x3000; ++c) {
    std::string character;
    themata::text::append_code_point(c, character);
    for (std::size_t at = 0; at + character.size() <= WordBlock::size; at += 7) {
      std::string bytes(WordBlock::size, ' ');
      bytes.replace(at, character.size(), character);
      const CommonKinds kinds{is_letter(c) ? bit(at) : 0, c == 0x2018 || c == 0x2019 ? bit(at) : 0,
                              is_apart(c) ? bit(at) : 0};
      CAPTURE(static_cast<std::uint32_t>(c), at);
      REQUIRE(same(common_kinds<EightBytes>(bytes.data()), kinds));
      REQUIRE(same(common_kinds<ByteLanes>(bytes.data()), kinds));
    }
  }
}

TEST_CASE("random bytes give the same block, however many are looked at at once") {
  std::mt19937 random(8);
  const std::string likely = "aZ09 .,:;'\"_@\xC3\x97\xA9\xE2\x80\x99\x98\x94\xA6\xD0\xB0\xCC\x81";
  for (int round = 0; round < 50'000; ++round) {
    std::string bytes;
    while (bytes.size() < WordBlock::size) {
      bytes +=
          round % 2 == 0 ? static_cast<char>(random() % 256) : likely[random() % likely.size()];
    }
    const bool by_known_rules = random() % 4 != 0;
    const WordBlock one = word_block_of<EightBytes>(bytes.data(), everything, by_known_rules);
    const WordBlock other = word_block_of<ByteLanes>(bytes.data(), everything, by_known_rules);
    REQUIRE(one.word == other.word);
    REQUIRE(one.care == other.care);
  }
}

TEST_CASE("marks join letters or numbers, and need care only beside what is not known") {
  CHECK(block_of("ab, c").word == 0b10011);
  CHECK(block_of("a.b'c").word == 0b11111);
  CHECK(block_of("a,b;c").word == 0b10101);
  CHECK(block_of("1,2;3").word == 0b11111);
  CHECK(block_of("1:2").word == 0b101);
  CHECK(block_of("a.1").word == 0b101);
  CHECK(block_of("a..b").word == 0b1001);
  CHECK(block_of("I\u2019m").word == 0b11111);
  CHECK(block_of("\u2018m\u2019 ").word == 0b1000);
  CHECK(block_of("a\u2014b").word == 0b10001);
  CHECK(block_of("\u00E9\u2019\u0436").word == 0b1111111);
  for (const char* text : {"a.b", "1,2", "1:2", "a: ", "I\u2019m", "a\u2026 ", "\u00E9.a", "a\""}) {
    CAPTURE(text);
    CHECK(block_of(text).care == 0);
  }
  CHECK(block_of("a:b").care == 0b10);
  CHECK(block_of("a_").care == 0b10);
  CHECK(block_of("a.\u0301").care == 0b1110);
  CHECK(block_of("a\u2019\u0301").care == 0b110010);
  CHECK(block_of("a\u00D7").care == 0b110);
}

TEST_CASE("past the end of what is walked all stands apart") {
  const std::string text = "abc\u2019\u00E9 d.e";
  CHECK(word_block(text, 0, 2, true).word == 0b11);
  CHECK(word_block(text, 0, 6, true).word == 0b111);
  CHECK(word_block(text, 0, 6, true).care == 0);
  const std::string long_text(200, 'a');
  CHECK(word_block(long_text, 100, 105, true).word == 0b11111);
  CHECK(word_block(long_text, 136, 200, true).word == everything);
  CHECK(word_block(long_text, 140, 200, true).word == everything >> 4);
}

TEST_CASE("where the rules are not known all beyond ASCII needs care") {
  const std::string text = "I\u2019m";
  CHECK(word_block(text, 0, text.size(), false).word == 0b10001);
  CHECK(word_block(text, 0, text.size(), false).care == 0b1110);
}
