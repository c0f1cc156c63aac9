#include <chrono>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "themata/text/quote_search.hpp"

namespace {

using namespace themata::text;

using List = std::vector<std::string>;

std::vector<std::string> nearest(const std::string& text, const std::string& quote,
                                 std::size_t limit = 3) {
  std::vector<std::string> out;
  for (const TextRange range : nearest_places(text, quote, limit)) {
    out.emplace_back(slice(text, range));
  }
  return out;
}

const char* const interview =
    "I: How did you sleep?\n"
    "P: I slept badly, because the breathing kept me awake all night.\n"
    "I: And then?\n"
    "P: Then the nurse showed me how to breathe slowly through the nose, and I slept.\n"
    "P: The breathing kept the others awake, too.\n";

}  // namespace

TEST_CASE("The place that shares the most words is offered first") {
  const auto places = nearest(interview, "the breathing has kept me awake all night");
  REQUIRE_FALSE(places.empty());
  CHECK(places[0] == "the breathing kept me awake all night");
  REQUIRE(places.size() >= 2);
  CHECK(places[1] == "The breathing kept the others awake, too");
  CHECK(nearest(interview, "the breathing has kept me awake all night", 1).size() == 1);
}

TEST_CASE("Order counts, not only the words") {
  const std::string text =
      "night all awake me kept. Some other words in between here. kept me awake";
  CHECK(nearest(text, "kept me awake").front() == "kept me awake");
}

TEST_CASE("A misspelled word is found") {
  CHECK(nearest("so the alpha came", "alhpa") == List{"alpha"});
  CHECK(nearest("it is a long story.", "storry") == List{"story"});
  CHECK(nearest("She felt \u201CVery safe\u201D there", "Very saef") == List{"Very safe"});
  CHECK(nearest("She felt very safe there", "Very saef") == List{"very safe"});
  CHECK(nearest("the breathing exercises", "breathingg exercices") == List{"breathing exercises"});
  CHECK(nearest("a cat\u00E9gorie here", "categorie") == List{"cat\u00E9gorie"});
}

TEST_CASE("A short word, and one with more edits, is another word") {
  CHECK(nearest("she can see", "the cat").empty());
  CHECK(nearest("the stormed night", "storry").empty());
  CHECK(nearest("a car", "ear").empty());
}

TEST_CASE("A word that the text has is not taken for a misspelling of its like") {
  CHECK(nearest("a story of a storm, a stork, and one more story", "storm") == List{"storm"});
}

TEST_CASE("A place is as long as the quotation, within its line") {
  CHECK(nearest("I: yes\nP: It was a very calm and lovely day for us.\n", "a very quiet day") ==
        List{"a very calm and lovely day"});
  CHECK(nearest("It was very calm there\nthen", "xx very xx") == List{"was very calm"});
  CHECK(nearest("very calm\nthen", "xx very xx") == List{"very calm"});
  CHECK(nearest("one\nvery\ntwo", "xx very xx") == List{"very"});
}

TEST_CASE("Many different words are compared with a long quotation in good time") {
  std::string text;
  std::string quote;
  for (int i = 0; i < 300000; ++i) text += "wordly" + std::to_string(i) + " ";
  for (int i = 0; i < 250; ++i) quote += "wordli" + std::to_string(1000 + i) + " ";
  const auto begin = std::chrono::steady_clock::now();
  CHECK_FALSE(nearest_places(text, quote).empty());
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("Where nothing is shared nothing is offered") {
  CHECK(nearest(interview, "quantum chromodynamics").empty());
  CHECK(nearest(interview, "").empty());
  CHECK(nearest("", "the breathing").empty());
  CHECK(nearest(interview, "the breathing", 0).empty());
}

TEST_CASE("Places do not overlap and lie in the text") {
  const auto places = nearest_places("a b a b a b a b a b", "a b", 10);
  REQUIRE(places.size() > 1);
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(places[i].overlaps(places[j]));
  }
}

TEST_CASE("A long text of common words is searched in good time") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "the the and ";
  std::string quote;
  for (int i = 0; i < 500; ++i) quote += "the and then ";
  const auto begin = std::chrono::steady_clock::now();
  CHECK_FALSE(nearest_places(text, quote).empty());
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}
