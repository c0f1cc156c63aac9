#include "themata/text/stem.hpp"

#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using themata::text::Stemmer;

TEST_CASE("English words of one stem are reduced to it") {
  Stemmer stemmer("en");
  CHECK(stemmer.stem("breathing") == "breath");
  CHECK(stemmer.stem("breathes") == "breath");
  CHECK(stemmer.stem("families") == stemmer.stem("family"));
  CHECK(stemmer.stem("ran") == "ran");
  CHECK(stemmer.stem("") == "");
}

TEST_CASE("An English possessive ending is taken off") {
  Stemmer stemmer("en-GB");
  CHECK(stemmer.stem("mother's") == stemmer.stem("mother"));
  CHECK(stemmer.stem("mothers'") == stemmer.stem("mother"));
}

TEST_CASE("A tag may carry a region, and letters may be beyond ASCII") {
  Stemmer german("de-AT");
  CHECK(german.stem("h\u00E4user") == german.stem("hauses"));
  Stemmer norwegian("nb");
  CHECK(norwegian.stem("havnedistriktene") == "havnedistrikt");
}

TEST_CASE("A stemmer may be moved") {
  Stemmer first("fr");
  Stemmer second = std::move(first);
  CHECK(second.stem("continuellement") == "continuel");
}

TEST_CASE("A language without a stemmer is refused, naming those there are") {
  for (const std::string language : {"xx", "", "ja"}) {
    CHECK_THROWS_AS(Stemmer(language), themata::NotFound);
    CHECK_THROWS_WITH(Stemmer(language), Catch::Contains("da, de, el, en"));
  }
}

TEST_CASE("Every language that is offered has its stemmer") {
  for (const std::string language :
       {"ar", "ca", "da", "de", "el", "en", "es", "eu", "fi", "fr", "ga", "hi", "hu", "hy", "id",
        "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi"}) {
    CHECK_NOTHROW(Stemmer(language));
  }
}
