#include "themata/text/printable.hpp"

#include <catch2/catch.hpp>

using namespace themata;
using text::LineBreaks;
using text::printable;

TEST_CASE("text without control characters is printed as it is", "[printable]") {
  for (const std::string text :
       {"", "Ben: it's fine", "“Ü” — 한국어 👩‍👩‍👧", "\u00A0\u00AD\u2028"}) {
    CHECK(printable(text, LineBreaks::keep) == text);
    CHECK(printable(text, LineBreaks::as_spaces) == text);
  }
}

TEST_CASE("what a terminal would obey is replaced", "[printable]") {
  CHECK(printable("\033[2J", LineBreaks::keep) == "\uFFFD[2J");
  CHECK(printable("a\u009B31mb", LineBreaks::keep) == "a\uFFFD31mb");  // C1: one-character CSI
  CHECK(printable("\u0080\u009F\u00A0", LineBreaks::keep) == "\uFFFD\uFFFD\u00A0");
  CHECK(printable("\a\b\x7F", LineBreaks::keep) == "\uFFFD\uFFFD\uFFFD");
  CHECK(printable(std::string("a\0b", 3), LineBreaks::keep) == "a\uFFFDb");
}

TEST_CASE("tabs and carriage returns become spaces, line feeds where wanted", "[printable]") {
  CHECK(printable("a\tb\r\nc", LineBreaks::keep) == "a b \nc");
  CHECK(printable("a\tb\r\nc", LineBreaks::as_spaces) == "a b  c");
}

TEST_CASE("bytes that are not UTF-8 are replaced", "[printable]") {
  CHECK(printable("caf\xE9", LineBreaks::keep) == "caf\uFFFD");
  CHECK(printable("\xE9t\xE9", LineBreaks::keep) == "\uFFFDt\uFFFD");
  CHECK(printable("\x9B", LineBreaks::keep) == "\uFFFD");  // C1 of an 8-bit terminal
  CHECK(printable("\xC3", LineBreaks::keep) == "\uFFFD");
  CHECK(printable("\xC3\033", LineBreaks::keep) == "\uFFFD\uFFFD");
}
