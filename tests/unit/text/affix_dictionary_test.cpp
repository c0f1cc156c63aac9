#include "themata/text/affix_dictionary.hpp"

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using themata::text::AffixDictionary;

namespace {

using Words = std::vector<std::string>;

const std::filesystem::path data =
    std::filesystem::path(THEMATA_SOURCE_DIR) / "tests" / "data" / "hunspell";

AffixDictionary tiny() { return {data / "tiny.aff", data / "tiny.dic"}; }

}  // namespace

TEST_CASE("A form leads to the dictionary word that it is made of") {
  AffixDictionary dictionary = tiny();
  CHECK(dictionary.stems("safe") == Words{"safe"});
  CHECK(dictionary.stems("unsafe") == Words{"safe"});
  CHECK(dictionary.stems("safeness") == Words{"safe"});
  CHECK(dictionary.stems("breathing") == Words{"breathe"});
  CHECK(dictionary.stems("breath").empty());
  CHECK(dictionary.stems("").empty());
}

TEST_CASE("A dictionary may be in another encoding") {
  AffixDictionary dictionary = tiny();
  CHECK(dictionary.stems("caféness") == Words{"café"});
  CHECK(dictionary.stems("安全").empty());
}

TEST_CASE("A dictionary may be moved") {
  AffixDictionary first = tiny();
  AffixDictionary second = std::move(first);
  CHECK(second.stems("safe") == Words{"safe"});
}

TEST_CASE("A file that is missing is named") {
  CHECK_THROWS_AS(AffixDictionary(data / "none.aff", data / "tiny.dic"), themata::InputError);
  CHECK_THROWS_WITH(AffixDictionary(data / "tiny.aff", data / "none.dic"),
                    Catch::Contains("none.dic"));
}

TEST_CASE("The language's dictionary is found, whatever the region") {
  for (const std::string language : {"en", "en-GB", "EN_gb", "en-ZZ"}) {
    auto dictionary = AffixDictionary::of_language(language);
    REQUIRE(dictionary);
    CHECK(dictionary->stems("unsafely") == Words{"safe"});
  }
  CHECK_FALSE(AffixDictionary::of_language("xx"));
  CHECK_FALSE(AffixDictionary::of_language(""));
}
