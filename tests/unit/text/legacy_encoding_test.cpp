#include "themata/text/legacy_encoding.hpp"

#include <string>

#include <catch2/catch.hpp>

using themata::text::from_encoding;
using themata::text::from_legacy_encoding;
using themata::text::Legacy;

TEST_CASE("Encodings before Unicode are told by their letters") {
  const Legacy german =
      from_legacy_encoding("Ich wei\xDF nicht, wie sch\xF6n das f\xFCr uns w\xE4re.\n");
  CHECK(german.encoding == "windows-1252");
  CHECK(german.single_byte);
  CHECK(german.text == "Ich wei\u00DF nicht, wie sch\u00F6n das f\u00FCr uns w\u00E4re.\n");

  const Legacy polish = from_legacy_encoding("Nie wiem, co my\x9Cle\xE6 o tym. Dzi\xEAkuj\xEA.\n");
  CHECK(polish.encoding == "windows-1250");
  CHECK(polish.text == "Nie wiem, co my\u015Ble\u0107 o tym. Dzi\u0119kuj\u0119.\n");
}

TEST_CASE("Bytes are converted from an encoding that is named") {
  CHECK(from_encoding("\x8A\xE9", "windows-1250") == "\u0160\u00E9");
  CHECK(from_encoding("\x8E", "macintosh") == "\u00E9");
  CHECK(from_encoding("\x82", "cp437") == "\u00E9");
  CHECK(from_encoding("\x82\xA0", "Shift_JIS") == "\u3042");
  CHECK_FALSE(from_encoding("\x82", "Shift_JIS"));
  CHECK_FALSE(from_encoding("a", "no such encoding"));
}

TEST_CASE("A multi-byte encoding is taken where the detector is sure of it") {
  const Legacy japanese = from_legacy_encoding(
      "\x8E\x84\x82\xCD\x83\x65\x83\x58\x83\x67\x82\xF0\x8F\x91\x82\xA2\x82\xC4\x82\xA2\x82\xDC"
      "\x82\xB7\x81\x42\n");
  CHECK(japanese.encoding == "Shift_JIS");
  CHECK_FALSE(japanese.single_byte);
  CHECK(japanese.text ==
        "\u79C1\u306F\u30C6\u30B9\u30C8\u3092\u66F8\u3044\u3066\u3044\u307E\u3059\u3002\n");
}

TEST_CASE("Where nothing can be told, windows-1252 it is, byte for character") {
  const Legacy short_one = from_legacy_encoding("\xE9");
  CHECK(short_one.encoding == "windows-1252");
  CHECK(short_one.text == "\u00E9");
}
