#include "themata/text/language_tag.hpp"

#include <catch2/catch.hpp>

using themata::text::is_language_tag;
using themata::text::primary_language;

TEST_CASE("The language of a tag stands before its first hyphen") {
  CHECK(primary_language("en") == "en");
  CHECK(primary_language("de-AT") == "de");
  CHECK(primary_language("ZH_Hant-TW") == "zh");
  CHECK(primary_language("") == "");
}

TEST_CASE("A language tag is told from what is none by its shape") {
  for (const char* tag :
       {"en", "de", "gsw", "pt-BR", "zh-Hant-TW", "de_at", "es-419", "sl-rozaj"}) {
    CAPTURE(tag);
    CHECK(is_language_tag(tag));
  }
  for (const char* other : {"", "e", "-", "en-", "-en", "e1", "English language", "en--GB",
                            "englishlanguage", "en-toolongsubtag", "d\xC3\xA9"}) {
    CAPTURE(other);
    CHECK_FALSE(is_language_tag(other));
  }
}
