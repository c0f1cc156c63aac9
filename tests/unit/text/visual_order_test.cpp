#include "themata/text/visual_order.hpp"

#include <catch2/catch.hpp>

namespace themata::text {

TEST_CASE("a line as it stands on paper is put in the order in which it is read") {
  CHECK(logical_order("?םויה םכמולש המ ,םולש :ןד", true) == "דן: שלום, מה שלומכם היום?");
  CHECK(logical_order(".םיה לע )2024( רוביד Windows 10 ינא", true) ==
        "אני Windows 10 דיבור (2024) על הים.");
  CHECK(logical_order(".ליחתה (2024) רבדה", true) == "הדבר (2024) התחיל.");
  CHECK(logical_order("He said םולש ול and left (twice).", false) ==
        "He said לו שלום and left (twice).");
  CHECK(logical_order("12 ,3.5 ריחמ", true) == "מחיר 3.5, 12");
  CHECK(logical_order("Nothing (to) do", false) == "Nothing (to) do");
  CHECK(logical_order("Nothing (to) do", true) == "Nothing (to) do");
  CHECK(logical_order("", true).empty());
}

TEST_CASE("letters keep the marks upon them") {
  CHECK(logical_order("\u05DD\u05D5\u05B9\u05DC\u05E9\u05C1\u05B8", true) ==
        "\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD");
}

TEST_CASE("scripts that are written from right to left are told") {
  CHECK(has_right_to_left("Ben: שלום"));
  CHECK(has_right_to_left("مرحبا"));
  CHECK_FALSE(has_right_to_left("Ben: été 12, 日本"));
  CHECK_FALSE(has_right_to_left(""));
}

TEST_CASE("forms of letters are undone, and nothing else") {
  CHECK(without_presentation_forms("\uFB01rst o\uFB03ce") == "first office");
  CHECK(without_presentation_forms("\uFEB3\uFEFC\uFEE1") == "\u0633\u0644\u0627\u0645");
  CHECK(without_presentation_forms("½ ² … \u00A0é") == "½ ² … \u00A0é");
  CHECK(without_presentation_forms("").empty());
}

}  // namespace themata::text
