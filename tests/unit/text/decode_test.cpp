#include "themata/text/decode.hpp"

#include <random>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/text/utf8.hpp"
#include "unit/text/samples.hpp"

namespace {

using namespace std::string_literals;
using Catch::Contains;
using themata::InputError;
using themata::test::TextMaker;
using namespace themata::text;

std::string utf16(const std::string& text, bool big) {
  std::string out;
  const auto unit = [&](char32_t u) {
    const auto high = static_cast<char>(u >> 8U);
    const auto low = static_cast<char>(u & 0xFFU);
    out += big ? high : low;
    out += big ? low : high;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= 0x10000) {
      unit(0xD800 + ((c - 0x10000) >> 10U));
      unit(0xDC00 + ((c - 0x10000) & 0x3FFU));
    } else {
      unit(c);
    }
  }
  return out;
}

// The definition of well-formed UTF-8, by writing the code points anew.
bool survives_rewriting(const std::string& bytes) {
  std::string again;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(bytes, at);
    if (is_continuation(bytes[begin]) || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return false;
    append_code_point(c, again);
  }
  return again == bytes;
}

}  // namespace

TEST_CASE("UTF-8 is kept as it is, without its mark") {
  CHECK(decode("").text.empty());
  CHECK(decode("").encoding == "UTF-8");
  CHECK(decode("\xEF\xBB\xBF").text.empty());
  const Decoded plain = decode("caf\u00E9 \U0001F600\n");
  CHECK(plain.text == "caf\u00E9 \U0001F600\n");
  CHECK(plain.encoding == "UTF-8");
  CHECK_FALSE(plain.guessed);
  CHECK(decode("\xEF\xBB\xBFI: hello").text == "I: hello");
  CHECK(decode("cafe\u0301").text == "cafe\u0301");  // not composed
  CHECK(decode("a\uFEFFb").text == "a\uFEFFb");      // a mark elsewhere is a character
}

TEST_CASE("Line ends become line feeds") {
  CHECK(decode("a\r\nb\rc\nd").text == "a\nb\nc\nd");
  CHECK(decode("\r\n\r\n").text == "\n\n");
  CHECK(decode("\r\r\n\n").text == "\n\n\n");
  CHECK(decode("end\r").text == "end\n");
  CHECK(decode("\ta\u2028b\u0085c").text == "\ta\u2028b\u0085c");
}

TEST_CASE("UTF-16 is told by its mark") {
  const std::string text = "I: caf\u00E9 \U0001F600\r\n\u6211";
  const std::string unified = "I: caf\u00E9 \U0001F600\n\u6211";
  const Decoded little = decode("\xFF\xFE" + utf16(text, false));
  CHECK(little.text == unified);
  CHECK(little.encoding == "UTF-16LE");
  CHECK_FALSE(little.guessed);
  const Decoded big = decode("\xFE\xFF" + utf16(text, true));
  CHECK(big.text == unified);
  CHECK(big.encoding == "UTF-16BE");
  CHECK(decode("\xFF\xFE").text.empty());
}

TEST_CASE("UTF-16 without a mark is told by its zero bytes, and that is a guess") {
  for (const std::string text :
       {"I: hello", "abcd", "I: caf\u00E9 \u201Cno\u201D \u2014 and so on\nP: yes\n"}) {
    CHECK(decode(utf16(text, false)).text == text);
    CHECK(decode(utf16(text, true)).text == text);
    CHECK(decode(utf16(text, true)).encoding == "UTF-16BE");
    CHECK(decode(utf16(text, false)).guessed);
  }
}

TEST_CASE("A zero byte here and there does not make a text UTF-16") {
  for (const std::string& bytes :
       {"hello\0"s, "bad\0"s, "a\0b\n"s, "abc\0\n\n"s, "I: hello\0 world\n"s, "a,b\n1,\0\n"s,
        "a\0b\0 and more text here that is plain ascii\n"s, "a\0b\0c\0"s, "\0a\0b\0c"s,
        "a\0b\0c\0d\0e"s, "\0\0\0\0\0\0\0\0"s, "a\0b\0c\0d\0\0\0"s}) {
    CAPTURE(bytes);
    CHECK_THROWS_WITH(decode(bytes), Contains("U+0000"));
  }
}

TEST_CASE("UTF-16 of other letters than Latin ones needs its mark") {
  const std::string text = "\u041F\u0440\u0438\u0432\u0435\u0442, \u043A\u0430\u043A?\n";
  CHECK_THROWS_AS(decode(utf16(text, false)), InputError);
  CHECK_THROWS_AS(decode(utf16(text, true)), InputError);
  CHECK(decode("\xFE\xFF" + utf16(text, true)).text == text);
}

TEST_CASE("Broken UTF-16 is refused with its place") {
  CHECK_THROWS_AS(decode("\xFF\xFE"
                         "a\0b"s),
                  InputError);
  CHECK_THROWS_WITH(decode("\xFF\xFE"
                           "a\0\n\0\0\xD8"
                           "b\0"s),
                    Contains("line 2 (byte 6 of the file)") && Contains("UTF-16"));
  CHECK_THROWS_WITH(decode("\xFE\xFF\0a\xDC\0"s), Contains("line 1 (byte 4 of the file)"));
}

TEST_CASE("Windows-1252 is read as such, with a notice") {
  const Decoded smart = decode("She said \x93I don\x92t know\x94 \x96 and left.\n");
  CHECK(smart.text == "She said \u201CI don\u2019t know\u201D \u2013 and left.\n");
  CHECK(smart.encoding == "windows-1252");
  CHECK(smart.guessed);
  CHECK(decode("caf\xE9").text == "caf\u00E9");
  CHECK(decode("It cost \xA3"
               "20\r\n")
            .text ==
        "It cost \u00A3"
        "20\n");
  CHECK(decode("It cost \x80"
               "20")
            .text ==
        "It cost \u20AC"
        "20");
}

TEST_CASE("An accent late in a long file decides as well as an early one") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "This line is plain.\n";
  const Decoded late = decode(text + "\xCF\xF0\xE8\xE2\xE5\xF2, \xEA\xE0\xEA \xE4\xE5\xEB\xE0?\n");
  CHECK(late.encoding == "windows-1251");
  CHECK(late.text == text +
                         "\u041F\u0440\u0438\u0432\u0435\u0442, \u043A\u0430\u043A "
                         "\u0434\u0435\u043B\u0430?\n");
}

TEST_CASE("Bytes that windows-1252 does not define are refused") {
  CHECK_THROWS_WITH(decode("one\r\nna\xEFve \x81 na\xEFve caf\xE9s\n"),
                    Contains("line 2 (byte 11 of the file)") && Contains("0x81") &&
                        Contains("no character in windows-125") && Contains("UTF-8"));
}

TEST_CASE("Damaged UTF-8 is not taken for another encoding") {
  CHECK_THROWS_WITH(decode("d\xC3\xA9j\xC3\xA0\nvu \xE9 bad"),
                    Contains("line 2 (byte 10 of the file)") && Contains("0xE9"));
  CHECK_THROWS_WITH(decode("\xEF\xBB\xBF"
                           "caf\xE9"),
                    Contains("line 1 (byte 6 of the file)"));
  CHECK_THROWS_AS(decode("caf\u00E9 \u20AC \xE2\x82"), InputError);  // cut off
}

TEST_CASE("Control characters are refused with their line and byte") {
  CHECK_THROWS_WITH(decode("a\nb\0c"s),
                    Contains("line 2 (byte 3 of the file)") && Contains("U+0000"));
  CHECK_THROWS_WITH(decode("a\r\n\r\n\x1B[0m"),
                    Contains("line 3 (byte 5 of the file)") && Contains("U+001B"));
  CHECK_THROWS_WITH(decode("\xEF\xBB\xBF\x7F"), Contains("byte 3") && Contains("U+007F"));
  CHECK_THROWS_WITH(decode("\u00E9\u0080"), Contains("byte 2 ") && Contains("U+0080"));
  CHECK_THROWS_WITH(decode("\xFF\xFE" + utf16("a\n\U0001F600\u0007", false)),
                    Contains("line 2 (byte 10 of the file)") && Contains("U+0007"));
  for (int c = 0; c < 0xA0; ++c) {
    std::string text(100, 'x');
    append_code_point(static_cast<char32_t>(c), text);
    text += "y";
    CAPTURE(c);
    const bool allowed =
        c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7F) || c == 0x85;
    if (allowed) {
      CHECK_NOTHROW(decode(text));
    } else {
      CHECK_THROWS_AS(decode(text), InputError);
    }
  }
}

TEST_CASE("A file of another kind is refused by its name") {
  CHECK_THROWS_WITH(decode("%PDF-1.7\n"), Contains("not a text file (it looks like a PDF)"));
  CHECK_THROWS_WITH(decode("PK\x03\x04\x14"), Contains("ZIP archive") && Contains(".docx"));
  CHECK_THROWS_WITH(decode("\x89PNG\r\n\x1A\n"), Contains("PNG"));
  CHECK_THROWS_WITH(decode("\0\0\0\x20"
                           "ftypM4A "s),
                    Contains("audio or video"));
  CHECK_THROWS_WITH(decode("RIFF\x24\0\0\0WAVEfmt "s), Contains("audio"));
  CHECK_THROWS_WITH(decode("\xFF\xFE\0\0a\0\0\0"s), Contains("UTF-32"));
  CHECK(decode("ID3 is a tag; left ftypes").text == "ID3 is a tag; left ftypes");
  CHECK(decode("PK").text == "PK");
  CHECK(decode("leftypist").text == "leftypist");
}

TEST_CASE("Well-formed UTF-8 is told from every kind of ill-formed") {
  for (const char* good : {"", "a", "\u0080", "\u07FF", "\u0800", "\uD7FF", "\uE000", "\uFFFF",
                           "\U00010000", "\U0010FFFF", "12345678\u00E9", "1234567\u00E9"}) {
    CHECK(is_valid_utf8(good));
  }
  for (const char* bad :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2\xC2", "\xE0\x9F\xBF", "\xE0\xA0",
        "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
        "\xFE", "\xFF", "12345678\xE9", "\xF0\x9F\x98", "\xC3\xA9\xA9"}) {
    CHECK_FALSE(is_valid_utf8(bad));
  }
}

TEST_CASE("Random bytes are judged as by rewriting them") {
  std::mt19937 random(11);
  const std::string bytes = "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC2\xDF\xE0\xE1\xED\xEF\xF0\xF1\xF4\xF5";
  for (int round = 0; round < 200000; ++round) {
    std::string text;
    const std::size_t length = random() % 6;
    for (std::size_t i = 0; i < length; ++i) text += bytes[random() % bytes.size()];
    if (is_valid_utf8(text) != survives_rewriting(text)) {
      CAPTURE(text);
      CHECK(is_valid_utf8(text) == survives_rewriting(text));
    }
  }
}

TEST_CASE("Random texts come back from UTF-8 and UTF-16 as they were") {
  TextMaker maker(21);
  for (int round = 0; round < 300; ++round) {
    std::string text = "I";  // a mark at the start would go
    text += maker.text(50);
    REQUIRE(decode(text).text == text);
    REQUIRE(decode("\xEF\xBB\xBF" + text).text == text);
    REQUIRE(decode("\xFF\xFE" + utf16(text, false)).text == text);
    REQUIRE(decode("\xFE\xFF" + utf16(text, true)).text == text);
  }
}

TEST_CASE("Whatever is accepted is valid UTF-8 without carriage returns and controls") {
  std::mt19937 random(12);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    const std::size_t length = random() % 40;
    for (std::size_t i = 0; i < length; ++i) {
      bytes += static_cast<char>(random() % 3 == 0 ? random() % 256 : 'a' + random() % 26);
    }
    try {
      const Decoded decoded = decode(bytes);
      REQUIRE(is_valid_utf8(decoded.text));
      REQUIRE(decoded.text.find('\r') == std::string::npos);
      REQUIRE(decoded.text.find('\0') == std::string::npos);
      REQUIRE(decode(decoded.text).text == decoded.text);
    } catch (const InputError& error) {
      REQUIRE(std::string(error.what()).size() > 20);
    }
  }
}

TEST_CASE("Real transcripts decode") {
  for (const std::string& text : themata::test::real_transcripts()) {
    const Decoded decoded = decode(text);
    CHECK(decoded.encoding == "UTF-8");
    CHECK_FALSE(decoded.text.empty());
  }
}
