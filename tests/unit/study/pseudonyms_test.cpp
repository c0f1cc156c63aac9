#include "themata/study/detail/pseudonyms.hpp"

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using namespace themata;
using namespace themata::study::detail;
using Catch::Contains;

namespace {

using Rows = std::vector<exchange::NameMapRow>;

/// The text with the names of `rows` replaced, all else that is said being `text` itself.
std::string replaced(const Rows& rows, const std::string& text) {
  Pseudonyms pseudonyms("names.csv", rows, "en");
  pseudonyms.look_at(text);
  pseudonyms.decide();
  return pseudonyms
      .edits(
          text, [](text::TextRange) { return false; }, [](std::size_t, text::TextRange, bool) {})
      .apply(text);
}

/// The text without the names of one person.
std::string taken_out(const std::vector<std::string>& names, const std::vector<std::string>& others,
                      const std::string& text, bool surely = false) {
  Pseudonyms pseudonyms(names, others, "[x]", "en");
  pseudonyms.look_at(text);
  pseudonyms.decide();
  return pseudonyms
      .edits(
          text, [&](text::TextRange) { return surely; }, [](std::size_t, text::TextRange, bool) {})
      .apply(text);
}

Rows one(const std::string& real, const std::string& pseudonym) { return {{2, real, pseudonym}}; }

}  // namespace

TEST_CASE("a name is replaced in the case that it is written in", "[pseudonyms]") {
  CHECK(replaced(one("Joanne", "Anna"), "Joanne, JOANNE, joanne; Joanne’s") ==
        "Anna, ANNA, anna; Anna’s");
  CHECK(replaced(one("James", "Tom"), "James' and James's") == "Tom' and Tom's");
  CHECK(replaced(one("Mary-Jane", "Ana-Lu"), "Mary-Jane MARY-JANE Mary Jane") ==
        "Ana-Lu ANA-LU Ana-Lu");
  CHECK(replaced(one("Zo\u00EB", "Eva"), "Zoe\u0308 ZO\u00CB Zoe") == "Eva EVA Zoe");
}

TEST_CASE("parts of a name go with the parts of its pseudonym", "[pseudonyms]") {
  const Rows rows = one("Mary Smith", "Anna Lee");
  CHECK(replaced(rows, "Mary Smith, Mary, Mrs Smith's, MARY SMITH") ==
        "Anna Lee, Anna, Mrs Lee's, ANNA LEE");
  CHECK(replaced({{2, "Mary Smith", "Anna Lee"}, {3, "Mary", "Eva"}}, "Mary Smith and Mary") ==
        "Anna Lee and Eva");
  CHECK(replaced(one("Dr Jo van Berg", "Dr Al van Dam"), "Dr van Berg") == "Dr van Dam");
}

TEST_CASE("parts that could be anybody's are left", "[pseudonyms]") {
  const Rows rows = {{2, "Mary Smith", "Anna Lee"}, {3, "Mary Jones", "Clara Dale"}};
  CHECK(replaced(rows, "Mary, Smith, Jones, Mary Jones") == "Mary, Lee, Dale, Clara Dale");
  Pseudonyms pseudonyms("names.csv", one("Mary Smith", "Anna"), "en");
  REQUIRE(pseudonyms.names().size() == 3);
  CHECK(pseudonyms.names()[1].kind == MappedName::Kind::unmapped);
  CHECK_THAT(pseudonyms.names()[1].why, Contains("not as many words"));
  CHECK(replaced(one("Mary Smith", "Anna"), "Mary Smith, Mary") == "Anna, Mary");
}

TEST_CASE("names that are words are left in small letters", "[pseudonyms]") {
  CHECK(replaced(one("Will", "Tom"), "Will, will you? WILL") == "Tom, will you? TOM");
  CHECK(replaced(one("Rose", "Eva"), "Rose, Rose, Rose, a rose") == "Eva, Eva, Eva, a rose");
  // a word that no list has, but that the texts have more often in small letters
  CHECK(replaced(one("Kerf", "Eva"), "Kerf, a kerf and a kerf") == "Eva, a kerf and a kerf");
  CHECK(replaced(one("Kerf", "Eva"), "kerf and a kerf") == "eva and a eva");
}

TEST_CASE("a row in small letters says that they mean the name", "[pseudonyms]") {
  const Rows rows = {{2, "Will", "Tom"}, {3, "will", "tom"}};
  CHECK(replaced(rows, "Will, will, WILL") == "Tom, tom, TOM");
  CHECK(replaced(one("will", "tom"), "will") == "tom");
}

TEST_CASE("where a name is certain, small letters mean it", "[pseudonyms]") {
  Pseudonyms pseudonyms("names.csv", one("Rose", "Eva"), "en");
  pseudonyms.decide();
  const text::Edits edits = pseudonyms.edits(
      "rose: a rose", [](text::TextRange range) { return range.begin.value == 0; },
      [](std::size_t, text::TextRange, bool) {});
  CHECK(edits.apply("rose: a rose") == "eva: a rose");
}

TEST_CASE("the same text for every name", "[pseudonyms]") {
  CHECK(taken_out({"Joanne", "Jo"}, {}, "Jo, JOANNE, jo") == "[x], [x], [x]");
  CHECK(taken_out({"Priya Sharma"}, {}, "Priya, Mrs Sharma, priya sharma, SHARMA") ==
        "[x], Mrs [x], [x], [x]");
}

TEST_CASE("words of others are no names, and are left", "[pseudonyms]") {
  CHECK(taken_out({"Will"}, {}, "Will, I will, WILL") == "[x], I will, [x]");
  CHECK(taken_out({"will"}, {}, "Will, I will") == "[x], I will");
  CHECK(taken_out({"P2", "3"}, {}, "P2 and 3 others") == "P2 and 3 others");
  CHECK(taken_out({"P2", "3"}, {}, "P2 and 3 others", true) == "[x] and [x] others");
  CHECK(taken_out({"Dr Mary Byers"}, {}, "Dr Mary, Dr Who") == "Dr [x], Dr Who");
  CHECK(taken_out({"Nurse 2"}, {}, "Nurse 2, a Nurse, 2") == "[x], a Nurse, 2");
}

TEST_CASE("the names of others are left", "[pseudonyms]") {
  CHECK(taken_out({"Mary Smith"}, {"Mary Jones"}, "Mary Smith, Mary, Smith, Mary Jones") ==
        "[x], Mary, [x], Mary Jones");
  CHECK(taken_out({"Mary"}, {"Mary Jones"}, "Mary and Mary Jones") == "[x] and Mary Jones");
  CHECK(taken_out({"Ben", "Ann"}, {"Ann"}, "Ben, Ann") == "[x], Ann");
}

TEST_CASE("maps that contradict themselves", "[pseudonyms]") {
  const auto make = [](const Rows& rows) { Pseudonyms("names.csv", rows, "en"); };
  CHECK_THROWS_WITH(make({{2, "Joanne", "Anna"}, {3, "JOANNE", "Eva"}}),
                    Contains("names.csv:3") && Contains("another pseudonym already, \"Anna\""));
  CHECK_THROWS_WITH(make({{2, "Joanne", "Anna"}, {3, "Anna", "Eva"}}),
                    Contains("names.csv:2: the pseudonym \"Anna\" holds the real name \"Anna\""));
  CHECK_THROWS_WITH(make(one("Jo", "Jo Lee")), Contains("holds the real name \"Jo\""));
  CHECK_NOTHROW(make({{2, "Jo", "Anna"}, {3, "Joanne", "Anna"}}));
}
