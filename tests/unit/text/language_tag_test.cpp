#include "themata/text/language_tag.hpp"

#include <catch2/catch.hpp>

using themata::text::primary_language;

TEST_CASE("The language of a tag stands before its first hyphen") {
  CHECK(primary_language("en") == "en");
  CHECK(primary_language("de-AT") == "de");
  CHECK(primary_language("ZH_Hant-TW") == "zh");
  CHECK(primary_language("") == "");
}
