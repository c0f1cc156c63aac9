#include "themata/text/fold.hpp"

#include <string>

#include <catch2/catch.hpp>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "unit/text/samples.hpp"

namespace {

using themata::text::fold;

std::string normalized(const std::string& text, const icu::Normalizer2* form) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  form->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  REQUIRE(U_SUCCESS(status));
  return out;
}

const icu::Normalizer2* nfd() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFDInstance(status);
}
const icu::Normalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status);
}

}  // namespace

TEST_CASE("Folding ignores case, fully and in every language alike") {
  CHECK(fold("") == "");
  CHECK(fold("Breathing") == "breathing");
  CHECK(fold("STRASSE") == "strasse");
  CHECK(fold("Stra\u00DFe") == "strasse");
  CHECK(fold("I") == "i");  // also in Turkish
  CHECK(fold("\u0130") == "i\u0307");
  CHECK(fold("\u03A3\u0391\u03A3") == fold("\u03C3\u03B1\u03C2"));
  CHECK(fold("\uFB01n") == "fin");
  CHECK(fold("\u00C9T\u00C9") == "\u00E9t\u00E9");
  CHECK(fold("A1_@Z[") == "a1_@z[");
}

TEST_CASE("Folding writes the right single quotation mark, and no other, as an apostrophe") {
  CHECK(fold("Don\u2019t") == "don't");
  CHECK(fold("don't") == "don't");
  CHECK(fold("\u2019\u2019\u00C9\u2019") == "''\u00E9'");
  CHECK(fold("a\u2018b") == "a\u2018b");
  CHECK(fold("a\u02BCb") == "a\u02BCb");
}

TEST_CASE("Diacritics count") { CHECK(fold("caf\u00E9") != fold("cafe")); }

TEST_CASE("Canonically equivalent words fold to the same bytes") {
  CHECK(fold("cafe\u0301") == fold("caf\u00E9"));
  CHECK(fold("\u212B") == fold("\u00C5"));
  CHECK(fold("a\u0323\u0307") == fold("a\u0307\u0323"));
  CHECK(fold("\u1100\u1161\u11A8") == fold("\uAC01"));
  // the iota subscript folds to a letter, so the order of the marks matters
  CHECK(fold("\u03B1\u0345\u0301") == fold("\u03B1\u0301\u0345"));
  CHECK(fold("\u1FB4") == fold("\u03B1\u0345\u0301"));
  CHECK(fold("\u1FB3\u0301") == fold("\u1FB4"));
  CHECK(fold("\u0345") == fold("\u0399"));
}

TEST_CASE("Folded words are in NFC and equal for NFC and NFD, whatever the text") {
  themata::test::TextMaker maker(99);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = maker.text(8);
    CAPTURE(text);
    const std::string folded = fold(text);
    REQUIRE(fold(normalized(text, nfd())) == folded);
    REQUIRE(fold(normalized(text, nfc())) == folded);
    REQUIRE(normalized(folded, nfc()) == folded);
  }
}

TEST_CASE("Folding into a string replaces what it held") {
  std::string out = "something long that was there before";
  themata::text::fold_into("\u00C9", out);
  CHECK(out == "\u00E9");
  themata::text::fold_into("AB", out);
  CHECK(out == "ab");
}

TEST_CASE("Every code point folds as by ICU, alone and among others") {
  UErrorCode status = U_ZERO_ERROR;
  const auto by_icu = [&](icu::UnicodeString word) {
    word.findAndReplace(icu::UnicodeString(UChar32{0x2019}), icu::UnicodeString("'"));
    word = nfc()->normalize(word, status);
    word.foldCase(U_FOLD_CASE_DEFAULT);
    std::string out;
    nfc()->normalize(word, status).toUTF8String(out);
    return out;
  };
  for (UChar32 c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    icu::UnicodeString word = icu::UnicodeString(UChar32{'A'}).append(c);
    if (c < 0x3000)
      word.append(UChar32{0x301}).append(UChar32{0xC9}).append(c).append(UChar32{'Z'});
    std::string bytes;
    const std::string folded = fold(word.toUTF8String(bytes));
    if (folded != by_icu(word)) FAIL("differs from ICU: " << bytes);
    std::string two;
    word = icu::UnicodeString(c).append(UChar32{0xDC});
    if (c < 0x3000 && fold(word.toUTF8String(two)) != by_icu(word)) FAIL("differs: " << two);
  }
  REQUIRE(U_SUCCESS(status));
}
