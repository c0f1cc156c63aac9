#include "themata/drawing/detail/pango_text.hpp"

#include <catch2/catch.hpp>

using themata::drawing::detail::PangoText;
using themata::report::TextStyle;

TEST_CASE("Texts grow with their letters and their font's size") {
  const PangoText text;
  const auto one = text.size_of("safe", {.size = 8});
  CHECK(text.size_of("safe and sound", {.size = 8}).width > one.width);
  CHECK(text.size_of("safe", {.size = 16}).width == Approx(2 * one.width).epsilon(0.02));
  CHECK(text.size_of("", {.size = 8}).width == 0);
  CHECK(text.size_of("", {.size = 8}).height > 0);
}

TEST_CASE("A text that is too wide is broken, and its end cut after the most lines") {
  const PangoText text;
  const std::string label =
      "The feeling that somebody else has been through the very same thing and came out of it";
  const double line = text.size_of(label, {.size = 8}).height;
  const auto wrapped = text.size_of(label, {.size = 8, .wrap_width = 90, .most_lines = 3});
  CHECK(wrapped.width <= 90.1);
  CHECK(wrapped.height == Approx(3 * line).epsilon(0.05));
  const auto whole = text.size_of(label, {.size = 8, .wrap_width = 90, .most_lines = 0});
  CHECK(whole.height > 3.5 * line);
  CHECK(text.size_of("safe", {.size = 8, .wrap_width = 90, .most_lines = 3}).height ==
        Approx(line));
}

TEST_CASE("A word that is wider than its line is broken, too") {
  const PangoText text;
  const auto size =
      text.size_of(std::string(60, 'w'), {.size = 8, .wrap_width = 60, .most_lines = 0});
  CHECK(size.width <= 60.1);
}

TEST_CASE("A composed character is as wide as the same one decomposed") {
  const PangoText text;
  CHECK(text.size_of("caf\u00E9", {}).width == Approx(text.size_of("cafe\u0301", {}).width));
}

TEST_CASE("Arabic letters are joined: a word is narrower than its letters apart") {
  const PangoText text;
  CHECK(text.size_of("سلام", {}).width < text.size_of("س\u200Cل\u200Cا\u200Cم", {}).width);
}
