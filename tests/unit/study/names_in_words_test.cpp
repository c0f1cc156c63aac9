#include "themata/study/detail/names_in_words.hpp"

#include <catch2/catch.hpp>

using themata::study::detail::NamesInWords;

TEST_CASE("names inside of words are found, by place", "[names_in_words]") {
  NamesInWords words({"Joanne", "Ann", "Rose", "Zo\u00EB\u00EBs"});
  words.read("names of codes", "interviewJOANNE");
  words.read("one", "Joanne, joanne's; Joannes xjoanney");
  words.read("one", "zo\u00EB\u00EBsa");
  const auto sentences = words.sentences();
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0] ==
        "\"Joanne\" is still there inside of words: names of codes 1 (interviewjoanne), "
        "one 2 (joannes)");
  CHECK(sentences[1] ==
        "\"Zo\u00EB\u00EBs\" is still there inside of words: one 1 "
        "(zo\u00EB\u00EBsa)");
}
