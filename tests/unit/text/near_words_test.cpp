#include "themata/text/near_words.hpp"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "themata/text/name_key.hpp"

namespace {

using namespace themata::text;

NearWords near_to(const std::vector<std::string>& wanted) {
  NearWords near;
  for (const std::string& word : wanted) near.add(word);
  return near;
}

constexpr auto none = std::nullopt;

}  // namespace

TEST_CASE("A word is near to one that it may be a misspelling of") {
  NearWords near = near_to({"the", "alpha", "story", "breathing"});
  CHECK(near.find("alhpa") == 1U);
  CHECK(near.find("alph") == 1U);
  CHECK(near.find("storry") == 2U);
  CHECK(near.find("breathign") == 3U);
  CHECK(near.find("brething") == 3U);
  CHECK(near.find("braethign") == 3U);
  CHECK(near.find("braethig") == 3U);
  CHECK(near.find("alpha") == 1U);
}

TEST_CASE("Short words and unlike words are near to none") {
  NearWords near = near_to({"the", "alpha", "story", "breathing"});
  CHECK(near.find("she") == none);
  CHECK(near.find("stormed") == none);
  CHECK(near.find("breath") == none);
  CHECK(near.find("") == none);
  CHECK(near.find("alhap") == none);
}

TEST_CASE("Of several words the nearest counts, then the first") {
  NearWords near = near_to({"categories", "category", "cosy", "rosy"});
  CHECK(near.find("categorys") == 1U);
  CHECK(near.find("categorie") == 0U);
  CHECK(near.find("nosy") == 2U);
}

TEST_CASE("Letters are counted as code points") {
  NearWords near = near_to({"caf\u00E9", "\u0438\u0441\u0442\u043E\u0440\u0438\u044F"});
  CHECK(near.find("cafe") == 0U);
  CHECK(near.find("\u0438\u0441\u0442\u043E\u0440\u044F") == 1U);
}

TEST_CASE("What is found is what comparing each pair finds") {
  std::mt19937 random(5);
  const auto word = [&] {
    std::string made;
    for (auto left = 2 + random() % 9; left > 0; --left)
      made += static_cast<char>('a' + random() % 3);
    return made;
  };
  std::size_t found = 0;
  for (int round = 0; round < 10'000; ++round) {
    const std::vector<std::string> wanted = {word(), word(), word()};
    const std::string typed = word();
    std::optional<std::size_t> expected;
    std::size_t fewest = 3;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const std::size_t edits = edit_distance(typed, wanted[i]);
      const std::size_t allowed = std::min<std::size_t>(2, wanted[i].size() / 4);
      if (allowed == 0 || edits > allowed || edits >= fewest) continue;
      fewest = edits;
      expected = i;
    }
    CAPTURE(typed, wanted);
    REQUIRE(near_to(wanted).find(typed) == expected);
    found += expected ? 1 : 0;
  }
  CHECK(found > 100);
}
