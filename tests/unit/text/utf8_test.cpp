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

TEST_CASE("Bytes that are not UTF-8 are passed over by four at most") {
  const std::string stray(1000, '\x80');
  std::size_t at = 0;
  next_code_point(stray, at);
  CHECK(at == 4);
  next_code_point("\xF0" + stray, at = 0);
  CHECK(at == 4);
  at = stray.size();
  previous_code_point(stray, at);
  CHECK(at == stray.size() - 4);
}
