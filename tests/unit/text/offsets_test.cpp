#include "themata/text/offsets.hpp"

#include <type_traits>

#include <catch2/catch.hpp>

using namespace themata::text;

static_assert(!std::is_convertible_v<ByteOffset, CodePointOffset>);
static_assert(!std::is_convertible_v<Utf16Offset, CodePointOffset>);
static_assert(!std::is_convertible_v<std::size_t, ByteOffset>);
static_assert(!std::is_constructible_v<CodePointOffset, ByteOffset>);

TEST_CASE("Offsets are compared, moved and subtracted in their own unit") {
  const ByteOffset three{3};
  CHECK(three + 2 == ByteOffset{5});
  CHECK(three - 1 == ByteOffset{2});
  CHECK(ByteOffset{5} - three == 2);
  CHECK(three < ByteOffset{4});
}

TEST_CASE("A range holds its beginning and not its end") {
  const TextRange range = byte_range(2, 5);
  CHECK(range.size() == 3);
  CHECK_FALSE(range.empty());
  CHECK(byte_range(2, 2).empty());
  CHECK(range.contains(ByteOffset{2}));
  CHECK(range.contains(ByteOffset{4}));
  CHECK_FALSE(range.contains(ByteOffset{5}));
  CHECK(range.contains(byte_range(3, 5)));
  CHECK(range.contains(byte_range(5, 5)));
  CHECK_FALSE(range.contains(byte_range(1, 3)));
  CHECK(range.overlaps(byte_range(4, 9)));
  CHECK_FALSE(range.overlaps(byte_range(5, 9)));
  CHECK_FALSE(range.overlaps(byte_range(0, 2)));
  CHECK(slice("abcdefg", range) == "cde");
}
