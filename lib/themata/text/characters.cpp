#include "themata/text/characters.hpp"

#include <cstddef>

#include <unicode/uchar.h>

#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

constexpr std::u32string_view quotation_marks =
    U"'`\u00B4\u02B9\u02BC\u2018\u2019\u201A\u201B\u2032\u2035\u2039\u203A\uFF07"
    U"\"\u00AB\u00BB\u201C\u201D\u201E\u201F\u2033\u2036\u301D\u301E\u301F\uFF02";
constexpr std::u32string_view dashes =
    U"-\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D";

}  // namespace

bool is_white_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_quotation_mark(char32_t c) { return quotation_marks.find(c) != quotation_marks.npos; }
bool is_dash(char32_t c) { return dashes.find(c) != dashes.npos; }

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  std::size_t end = text.size();
  for (std::size_t next = begin; begin < end; begin = next) {
    if (!is_white_space(next_code_point(text, next))) break;
  }
  for (std::size_t previous = end; begin < end; end = previous) {
    if (!is_white_space(previous_code_point(text, previous))) break;
  }
  return text.substr(begin, end - begin);
}

}  // namespace themata::text
