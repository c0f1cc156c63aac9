#include "themata/text/stop_words.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/words.hpp"

using themata::text::filler_words;
using themata::text::stop_words;

TEST_CASE("English function words are listed, content words are not") {
  const auto& words = stop_words("en-US");
  for (const char* word : {"the", "i", "don't", "it's", "would", "and", "of", "themselves"}) {
    CHECK(words.count(word) == 1);
  }
  for (const char* word : {"breath", "family", "feel", "time", "people", "good", ""}) {
    CHECK(words.count(word) == 0);
  }
}

TEST_CASE("Fillers of speech are listed, words that also mean something are not") {
  const auto& words = filler_words("en-GB");
  for (const char* word : {"erm", "mm", "yeah", "gonna", "coz", "um", "hmm"}) {
    CHECK(words.count(word) == 1);
  }
  for (const char* word : {"like", "well", "right", "so", "the", "breath", ""}) {
    CHECK(words.count(word) == 0);
  }
}

TEST_CASE("Every stop word and filler is one word, and folded") {
  themata::text::WordSegmenter segmenter;
  for (const auto* words : {&stop_words("en"), &filler_words("en")}) {
    for (const std::string_view word : *words) {
      CAPTURE(word);
      CHECK(themata::text::fold(word) == word);
      segmenter.start(word);
      CHECK(segmenter.next() == themata::text::byte_range(0, word.size()));
    }
  }
}

TEST_CASE("A language without a list is refused, naming those there are") {
  CHECK_THROWS_AS(stop_words("xx"), themata::NotFound);
  CHECK_THROWS_WITH(stop_words("xx"), Catch::Contains("\"xx\"") && Catch::Contains("en"));
  CHECK_THROWS_AS(filler_words("xx"), themata::NotFound);
  CHECK_THROWS_WITH(filler_words("xx"), Catch::Contains("fillers") && Catch::Contains("\"xx\""));
}
