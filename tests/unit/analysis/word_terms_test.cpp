#include "themata/analysis/word_terms.hpp"

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using themata::analysis::WordTermOptions;
using themata::analysis::WordTerms;

namespace {

/// The term of a word in English; "-" if it is left out.
std::string term_of(WordTerms& terms, std::string_view word) {
  terms.set_language("en");
  const auto number = terms.term_of(word);
  return number ? std::string(terms.term(*number)) : "-";
}

WordTerms without_fillers() {
  WordTermOptions options;
  options.without_fillers = true;
  return WordTerms(options);
}

}  // namespace

TEST_CASE("words are folded, and equal ones have one number") {
  WordTerms terms({});
  terms.set_language("en");
  CHECK(terms.term_of("Don’t") == terms.term_of("don't"));
  CHECK(terms.term_of("calm") == std::size_t{1});
  CHECK(terms.term(0) == "don't");
  CHECK(terms.size() == 2);
}

TEST_CASE("lists of words to leave out add up, before stemming") {
  WordTermOptions options;
  options.without_function_words = true;
  options.stop_words = {"breathing", "café"};
  options.by_stem = true;
  WordTerms terms(options);
  CHECK(term_of(terms, "The") == "-");
  CHECK(term_of(terms, "Breathing") == "-");
  CHECK(term_of(terms, "Cafe\u0301") == "-");
  CHECK(term_of(terms, "breathes") == "breath");
  CHECK(term_of(terms, "dunno") == "dunno");
  auto fillers = without_fillers();
  CHECK(term_of(fillers, "Erm") == "-");
  CHECK(term_of(fillers, "coz") == "-");
  CHECK(term_of(fillers, "the") == "the");
}

TEST_CASE("a language without a list is refused only where one is wanted") {
  WordTerms all({});
  all.set_language("xx");
  CHECK(all.term_of("calm"));
  auto terms = without_fillers();
  CHECK_THROWS_AS(terms.set_language("xx"), themata::NotFound);
  CHECK(term_of(terms, "erm") == "-");  // still good for one that has
}
