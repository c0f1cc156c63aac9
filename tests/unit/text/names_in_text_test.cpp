#include "themata/text/names_in_text.hpp"

#include <catch2/catch.hpp>

using namespace themata::text;

namespace {

/// What is found, each as "name index:text".
std::vector<std::string> found(const std::vector<std::string>& names, std::string_view text) {
  NameFinder finder(names);
  std::vector<std::string> result;
  for (const NameFinder::Hit& hit : finder.find(text)) {
    result.push_back(std::to_string(hit.name) + ":" + std::string(slice(text, hit.range)));
  }
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("names are found by whole words, whatever their case", "[names_in_text]") {
  CHECK(found({"Joanne"}, "Joanne, JOANNE and joanne at the Joanneum") ==
        Texts{"0:Joanne", "0:JOANNE", "0:joanne"});
  CHECK(found({"Joanne"}, "").empty());
  CHECK(found({}, "Joanne").empty());
  CHECK(found({"-"}, "a - b").empty());
}

TEST_CASE("what is joined to a name is no part of it", "[names_in_text]") {
  CHECK(found({"Joanne"}, "Joanne's, Joanne’s, Joanne'll") ==
        Texts{"0:Joanne", "0:Joanne", "0:Joanne"});
  CHECK(found({"James"}, "James' and James’s") == Texts{"0:James", "0:James"});
  CHECK(found({"Annette"}, "l'Annette") == Texts{"0:Annette"});
  CHECK(found({"Joanne"}, "p3_joanne.txt joanne2 so.Joanne") ==
        Texts{"0:joanne", "0:joanne", "0:Joanne"});
  CHECK(found({"P1"}, "P1 and P12") == Texts{"0:P1"});
}

TEST_CASE("the longest name goes first", "[names_in_text]") {
  const Texts names = {"Mary", "Mary Smith", "Smith", "Mary Smith Jones"};
  CHECK(found(names, "Mary Smith, Mary, Smith, Mary Smith Jones") ==
        Texts{"1:Mary Smith", "0:Mary", "2:Smith", "3:Mary Smith Jones"});
  CHECK(found(names, "Mary Smith Mary") == Texts{"1:Mary Smith", "0:Mary"});
  CHECK(found({"Mary Smith Jones"}, "Mary Smith and Mary") == Texts{});
}

TEST_CASE("spaces, dashes and line ends part the words of a name", "[names_in_text]") {
  CHECK(found({"Mary-Jane"}, "Mary-Jane Mary Jane Mary‐Jane Mary\nJane MaryJane") ==
        Texts{"0:Mary-Jane", "0:Mary Jane", "0:Mary‐Jane", "0:Mary\nJane"});
  CHECK(found({"Mary Smith"}, "Mary  Smith") == Texts{"0:Mary  Smith"});
  CHECK(found({"Mary Smith"}, "Mary\n\nSmith").empty());
  CHECK(found({"Mary Smith"}, "Mary, Smith").empty());
}

TEST_CASE("any apostrophe, and either way of composing", "[names_in_text]") {
  CHECK(found({"O'Brien"}, "O’Brien's O'BRIEN OBrien") == Texts{"0:O’Brien", "0:O'BRIEN"});
  CHECK(found({"Zoe\u0308"}, "Zo\u00EB ZO\u00CB Zoe") == Texts{"0:Zo\u00EB", "0:ZO\u00CB"});
  CHECK(found({"Joanne"}, "Jo\u00ADanne") == Texts{"0:Jo\u00ADanne"});
}

TEST_CASE("two spellings of a name have one key", "[names_in_text]") {
  WordSegmenter segmenter;
  CHECK(NameFinder::key("mary-jane", segmenter) == NameFinder::key("Mary Jane", segmenter));
  CHECK(NameFinder::key("Mary", segmenter) != NameFinder::key("Marie", segmenter));
  CHECK(NameFinder::key("...", segmenter).empty());
}

TEST_CASE("names that are words", "[names_in_text]") {
  CHECK(is_also_a_word("will", "en"));
  CHECK(is_also_a_word("rose", "en-GB"));
  CHECK_FALSE(is_also_a_word("joanne", "en"));
  CHECK_FALSE(is_also_a_word("rose", "xx"));
}

TEST_CASE("finding names takes time in proportion to the text", "[names_in_text]") {
  std::string text;
  std::vector<std::string> names;
  for (int i = 0; i < 2000; ++i) {
    names.push_back("Mary Nr" + std::to_string(i));
    for (int k = 0; k < 20; ++k) text += "Mary went to see Mary ";
  }
  CHECK(found(names, text).empty());
}

TEST_CASE("joined words are parted at capital letters", "[names_in_text]") {
  NameFinder finder({"Joanne", "\u00C9va"});
  const std::string text = "InterviewJoanne.txt JOANNE Joanneum 2Joanne cafe\u00C9va";
  std::vector<std::string> parts;
  for (const NameFinder::Hit& hit : finder.find_joined(text)) {
    parts.emplace_back(slice(text, hit.range));
  }
  CHECK(parts == std::vector<std::string>{"Joanne", "JOANNE", "Joanne", "\u00C9va"});
  CHECK(finder.find("InterviewJoanne.txt").empty());
}
