#include "themata/text/name_key.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace themata::text;

TEST_CASE("Names that people take for one have one key") {
  CHECK(name_key("Ben\u2019s  GROUP") == name_key("ben's group"));
  CHECK(name_key("  \u201CSafe\u201D\u00A0space\n") == name_key("\"safe\" space"));
  CHECK(name_key("A \u201Csafe\u201D space") == name_key("a 'safe' space"));
  CHECK(name_key("\u00ABSafe\u00BB") == name_key("\u2039safe\u203A"));
  CHECK(name_key("Caf\u00E9") == name_key("CAFE\u0301"));
  CHECK(name_key("Stra\u00DFe") == "strasse");
  CHECK(name_key("") == "");
  CHECK(name_key(" \t") == "");
}

TEST_CASE("Names that people tell apart have keys of their own") {
  CHECK(name_key("Cafe") != name_key("Caf\u00E9"));
  CHECK(name_key("P1") != name_key("P 1"));
  CHECK(name_key("a-b") != name_key("a b"));
}

TEST_CASE("Edits are counted in code points, a swap of neighbours as one") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("Mary", "Mray") == 1);
  CHECK(edit_distance("ca", "abc") == 3);  // a swapped pair is not edited again
  CHECK(edit_distance("\u00E9\u00E8", "\u00E9e") == 1);
  CHECK(edit_distance("abcd", "badc") == 2);
}

TEST_CASE("The names nearest to a mistyped one are offered, best first") {
  const std::vector<std::string> names = {"Breathing", "Breathing exercises", "Sleep", "Breath",
                                          "Deep breathing"};
  CHECK(nearest_names("breathing", names) ==
        std::vector<std::string>{"Breathing", "Breathing exercises", "Deep breathing"});
  CHECK(nearest_names("Braeth", names) == std::vector<std::string>{"Breath"});
  CHECK(nearest_names("Sleeep", names) == std::vector<std::string>{"Sleep"});
  CHECK(nearest_names("breath", names, 2) ==
        std::vector<std::string>{"Breathing", "Breathing exercises"});
  CHECK(nearest_names("Quarrel", names).empty());
  CHECK(nearest_names("", names).empty());
  CHECK(nearest_names("x", {}).empty());
}
