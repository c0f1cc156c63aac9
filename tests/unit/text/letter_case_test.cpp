#include "themata/text/letter_case.hpp"

#include <catch2/catch.hpp>

using namespace themata::text;

TEST_CASE("how a word is written", "[letter_case]") {
  CHECK(letter_case("joanne") == LetterCase::lower);
  CHECK(letter_case("JOANNE") == LetterCase::upper);
  CHECK(letter_case("Joanne") == LetterCase::mixed);
  CHECK(letter_case("J") == LetterCase::mixed);
  CHECK(letter_case("McCall") == LetterCase::mixed);
  CHECK(letter_case("ÖZGÜR") == LetterCase::upper);
  CHECK(letter_case("özgür") == LetterCase::lower);
  CHECK(letter_case("王") == LetterCase::none);
  CHECK(letter_case("") == LetterCase::none);
}

TEST_CASE("text in small and capital letters is composed", "[letter_case]") {
  CHECK(lower_case("MARY-JANE") == "mary-jane");
  CHECK(upper_case("Zoe\u0308") == "ZO\u00CB");
  CHECK(upper_case("Weiß") == "WEISS");
  CHECK(composed("Zoe\u0308") == "Zo\u00EB");
}
