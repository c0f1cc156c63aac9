#include "themata/text/offset_index.hpp"

#include <stdexcept>
#include <string>

#include <catch2/catch.hpp>

#include "themata/text/utf8.hpp"
#include "unit/text/samples.hpp"

namespace {

using namespace themata::text;

// Every code point boundary of `text`, both ways and in each unit.
void check_all(const std::string& text) {
  const OffsetIndex index(text);
  std::size_t code_points = 0;
  std::size_t utf16 = 0;
  std::size_t wrong = 0;
  for (std::size_t at = 0;; ++code_points) {
    const ByteOffset byte{at};
    if (index.code_points(byte) != CodePointOffset{code_points}) ++wrong;
    if (index.utf16(byte) != Utf16Offset{utf16}) ++wrong;
    if (index.bytes(CodePointOffset{code_points}) != byte) ++wrong;
    if (index.bytes(Utf16Offset{utf16}) != byte) ++wrong;
    if (at == text.size()) break;
    const bool is_pair = next_code_point(text, at) >= 0x10000;
    if (is_pair && index.bytes(Utf16Offset{utf16 + 1}) != byte) ++wrong;
    utf16 += is_pair ? 2 : 1;
  }
  CHECK(wrong == 0);
  CHECK(index.code_point_length() == CodePointOffset{code_points});
  CHECK(index.utf16_length() == Utf16Offset{utf16});
}

}  // namespace

TEST_CASE("Offsets of a text are translated between bytes, code points and UTF-16") {
  const std::string text = "a\u00E9\u20AC\U0001F600z";  // 1, 2, 3, 4 and 1 bytes
  const OffsetIndex index(text);
  CHECK(index.code_points(ByteOffset{6}) == CodePointOffset{3});
  CHECK(index.utf16(ByteOffset{10}) == Utf16Offset{5});
  CHECK(index.bytes(CodePointOffset{4}) == ByteOffset{10});
  CHECK(index.bytes(Utf16Offset{3}) == ByteOffset{6});
  CHECK(index.bytes(Utf16Offset{4}) == ByteOffset{6});  // inside the pair
  CHECK(index.bytes(CodePointRange{CodePointOffset{1}, CodePointOffset{3}}) == byte_range(1, 6));
  CHECK(index.code_points(byte_range(1, 6)) ==
        CodePointRange{CodePointOffset{1}, CodePointOffset{3}});
}

TEST_CASE("An empty text has only its beginning") { check_all(""); }

TEST_CASE("An ASCII text is translated without a table") {
  check_all("plain");
  check_all(std::string(5000, 'x'));
}

TEST_CASE("Code points across the borders of blocks are translated right") {
  for (const std::string wide : {"\u00E9", "\u20AC", "\U0001F600"}) {
    for (std::size_t shift = 0; shift < 5; ++shift) {
      std::string text(1022 + shift, 'x');
      for (int i = 0; i < 1500; ++i) text += wide;
      check_all(text);
      check_all(text + std::string(1024, 'y'));
    }
  }
}

TEST_CASE("Every boundary of random texts comes back from each unit") {
  themata::test::TextMaker maker(3);
  for (int round = 0; round < 60; ++round) check_all(maker.text(maker.below(2500)));
}

TEST_CASE("An offset past the end is refused") {
  for (const std::string text : {"abc", "ab\u00E9"}) {
    const OffsetIndex index(text);
    CHECK_THROWS_AS(index.bytes(CodePointOffset{4}), std::out_of_range);
    CHECK_THROWS_AS(index.bytes(Utf16Offset{4}), std::out_of_range);
    CHECK_THROWS_AS(index.code_points(ByteOffset{9}), std::out_of_range);
    CHECK_THROWS_AS(index.utf16(ByteOffset{9}), std::out_of_range);
  }
}

TEST_CASE("Lines are numbered from one by the line feeds before them") {
  CHECK(line_number("a\nb\n", ByteOffset{0}) == 1);
  CHECK(line_number("a\nb\n", ByteOffset{1}) == 1);
  CHECK(line_number("a\nb\n", ByteOffset{2}) == 2);
  CHECK(line_number("a\nb\n", ByteOffset{4}) == 3);
}
