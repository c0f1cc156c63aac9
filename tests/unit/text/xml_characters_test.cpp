#include "themata/text/xml_characters.hpp"

#include <catch2/catch.hpp>

using themata::text::xml_characters;

TEST_CASE("what XML forbids becomes a replacement character, and is counted") {
  const auto forbidden = xml_characters("a\x01z\uFFFE\uFFFF");
  CHECK(forbidden.text == "a\uFFFDz\uFFFD\uFFFD");
  CHECK(forbidden.replaced == 3);
}

TEST_CASE("what XML allows stays as it is") {
  const auto allowed = xml_characters("<tab\there>\r\n ü \uFFFD 😀 \x7F");
  CHECK(allowed.text == "<tab\there>\r\n ü \uFFFD 😀 \x7F");
  CHECK(allowed.replaced == 0);
}
