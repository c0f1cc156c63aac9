#include "themata/ingest/formats/plain_text.hpp"

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using namespace themata;
using namespace themata::ingest;

TEST_CASE("plain text is decoded and kept as it is", "[plain text]") {
  const Document document = read_plain_text("\xEF\xBB\xBFI: *a*\r\nP: b");
  CHECK(document.text == "I: *a*\nP: b");
  CHECK(document.encoding == "UTF-8");
  CHECK_FALSE(document.encoding_was_guessed);
  CHECK_FALSE(document.emphasised_colons.has_value());
}

TEST_CASE("an encoding that was guessed is told", "[plain text]") {
  const Document document = read_plain_text("caf\xE9 at ten, the caf\xE9 by the lake was nice");
  CHECK(document.encoding_was_guessed);
  CHECK(document.text == "café at ten, the café by the lake was nice");
}

TEST_CASE("Markdown's mark-up is undone", "[plain text]") {
  const Document document = read_markdown("**Ben:** *so* it \\[was\\]");
  CHECK(document.text == "Ben: so it [was]");
  CHECK(document.emphasised_colons == std::vector<std::size_t>{4});
}

TEST_CASE("what is no text is refused", "[plain text]") {
  using namespace std::string_literals;
  CHECK_THROWS_AS(read_plain_text("a\0b"s), InputError);
  CHECK_THROWS_AS(read_markdown("a\0b"s), InputError);
}
