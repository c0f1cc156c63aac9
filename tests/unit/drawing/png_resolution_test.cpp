#include "themata/drawing/detail/png_resolution.hpp"

#include <catch2/catch.hpp>

using themata::drawing::detail::with_resolution;

TEST_CASE("The chunk stands behind the header, with the dots per metre and a checksum") {
  const std::string header(33, 'h');
  const std::string png = with_resolution(header + "rest", 300);
  CHECK(png.starts_with(header));
  CHECK(png.ends_with("rest"));
  // 300 dots per inch are 11811 = 0x2E23 per metre; the checksum is zlib's of the chunk.
  const std::string chunk("\0\0\0\x09pHYs\0\0\x2E\x23\0\0\x2E\x23\1\x78\xA5\x3F\x76", 21);
  CHECK(png.substr(33, png.size() - 37) == chunk);
}
