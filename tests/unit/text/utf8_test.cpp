#include "themata/text/utf8.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace themata::text;

TEST_CASE("Every code point is written and read back, forwards and backwards") {
  std::size_t wrong = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "<";
    append_code_point(c, text);
    std::size_t at = 1;
    if (next_code_point(text, at) != c || at != text.size()) ++wrong;
    if (previous_code_point(text, at) != c || at != 1) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("Reading stays inside a text that is cut off") {
  const std::string cut = "\xF0\x9F";
  std::size_t at = 0;
  next_code_point(cut, at);
  CHECK(at == 2);
  const std::string tail = "\x80\x80";
  at = 2;
  previous_code_point(tail, at);
  CHECK(at == 0);
}
