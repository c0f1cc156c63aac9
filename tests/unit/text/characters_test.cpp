#include "themata/text/characters.hpp"

#include <catch2/catch.hpp>

using namespace themata::text;

TEST_CASE("White space is what Unicode says") {
  for (const char32_t c : U" \t\n\v\f\r\u0085\u00A0\u1680\u2003\u2028\u2029\u202F\u3000") {
    if (c != 0) CHECK(is_white_space(c));
  }
  for (const char32_t c : U"a.\u0001\u200B\uFEFF") CHECK_FALSE(is_white_space(c));
}

TEST_CASE("Quotes and dashes are told by kind") {
  for (const char32_t c : {U'\'', U'`', U'\u2019', U'\u203A', U'"', U'\u201E', U'\u00AB'}) {
    CHECK(is_quotation_mark(c));
  }
  CHECK_FALSE(is_quotation_mark(U','));
  CHECK_FALSE(is_quotation_mark(U'-'));
  CHECK(is_dash(U'\u2014'));
  CHECK(is_dash(U'\u2212'));
  CHECK_FALSE(is_dash(U'_'));
}

TEST_CASE("Trimming takes white space off both ends and nothing else") {
  CHECK(trim("") == "");
  CHECK(trim(" \u00A0\n") == "");
  CHECK(trim("\u3000a b\u2028") == "a b");
  CHECK(trim("a") == "a");
}
