#include "themata/analysis/lexical_diversity.hpp"

#include <random>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "themata/analysis/string_ids.hpp"

using themata::analysis::LexicalDiversity;

namespace {

LexicalDiversity of(const std::vector<std::size_t>& words, std::size_t window) {
  LexicalDiversity diversity(window);
  for (const std::size_t word : words) diversity.add(word);
  return diversity;
}

}  // namespace

// A hand-sized example, counted by Covington and McFall's definition (2010): the windows of five
// have 3, 3, 4, 4, 5 and 4 types.
TEST_CASE("ten words have the ratios counted by hand") {
  themata::analysis::StringIds ids;
  std::vector<std::size_t> words;
  for (const std::string word :
       {"safe", "safe", "group", "safe", "the", "group", "was", "safe", "and", "safe"}) {
    words.push_back(ids.id(word));
  }
  const LexicalDiversity five = of(words, 5);
  CHECK(five.tokens() == 10);
  CHECK(five.types() == 5);
  CHECK(*five.ttr() == Approx(0.5).margin(1e-9));
  CHECK(*five.mattr() == Approx(0.7666666666666666).margin(1e-9));
  CHECK(*of(words, 3).mattr() == Approx(0.875).margin(1e-9));
  CHECK(*of(words, 10).mattr() == Approx(0.5).margin(1e-9));
  CHECK_FALSE(of(words, 50).mattr());  // never TTR in its place
  CHECK(*of(words, 50).ttr() == Approx(0.5));
  CHECK(*of(words, 1).mattr() == 1);
}

TEST_CASE("of no words there is no ratio") {
  CHECK(of({}, 5).tokens() == 0);
  CHECK(of({}, 5).types() == 0);
  CHECK_FALSE(of({}, 5).ttr());
  CHECK_FALSE(of({}, 5).mattr());
}

TEST_CASE("MATTR equals the mean over all windows, each counted anew") {
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    std::vector<std::size_t> words;
    for (std::size_t i = random() % 60; i > 0; --i) words.push_back(random() % 9);
    const std::size_t window = 1 + random() % 12;
    const auto mattr = of(words, window).mattr();
    REQUIRE(mattr.has_value() == (words.size() >= window));
    if (!mattr) continue;
    double ratios = 0;
    const std::size_t windows = words.size() - window + 1;
    for (std::size_t at = 0; at < windows; ++at) {
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at);
      const std::set<std::size_t> types(begin, begin + static_cast<std::ptrdiff_t>(window));
      ratios += static_cast<double>(types.size()) / static_cast<double>(window);
    }
    CHECK(*mattr == Approx(ratios / static_cast<double>(windows)));
  }
}
