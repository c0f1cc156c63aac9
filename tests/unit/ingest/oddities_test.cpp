#include <string>

#include <catch2/catch.hpp>

#include "unit/ingest/reading.hpp"

namespace themata::ingest::test {

TEST_CASE("a plain dialogue has nothing odd") {
  CHECK(read("Ben: a\nAnna: b\nBen: c\nAnna: d").diagnostics.empty());
}

TEST_CASE("an unclosed bracket is told with its line in the stored text") {
  const Transcript read_text = read("Ben: a\nAnna: b\n\nBen: c [laughs\nAnna: d] (x");
  CHECK(line_told(read_text, "\"[\" is not closed") == 4);
  CHECK(line_told(read_text, "\"(\" is not closed") == 5);
  CHECK(read_text.asides.empty());
}

TEST_CASE("a file with a single speaker is told, and one where only researchers speak") {
  CHECK(line_told(read("\nBen: a\nBen: b"), "\"Ben\" is the only speaker") == 2);
  CHECK(line_told(read("I: a\nI: b"), "only researchers speak") == 1);
  CHECK(line_told(read("I: a\nP: b"), "only") == -1);
}

TEST_CASE("diagnostics stand in the order of their lines") {
  const Transcript read_text =
      read("We met at home.\n\nBen: a [x\nso then: b\nAnna: c\nBen: d (y\nand so: e\nAnna: f");
  REQUIRE(read_text.diagnostics.size() == 5);
  for (std::size_t i = 1; i < read_text.diagnostics.size(); ++i) {
    CHECK(read_text.diagnostics[i - 1].line <= read_text.diagnostics[i].line);
  }
}

TEST_CASE("oddities of one kind do not flood") {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    const std::string number = std::to_string(i);
    text += "Ben: a [b\nand so" + number + ": c\nAnna: (d\n";
  }
  const Transcript read_text = read(text);
  CHECK(read_text.diagnostics.size() < 250);
  CHECK(line_told(read_text, "900 more look like labels") == 0);
  CHECK(line_told(read_text, "1900 more brackets") == 0);
  CHECK(read_text.look_alikes.size() == 1000);
}

TEST_CASE("in a file of line labels only what a person would take for one is told") {
  const Transcript read_text = read(
      "Ben Smith\na b\n\nAnna\nb\n\nBen Smith\nc\n\nAnna\nd\n\nBen M Smith\ne\n\nshort line\nf\n");
  CHECK(line_told(read_text, "\"Ben M Smith:\" looks like") == -1);
  CHECK(line_told(read_text, "\"Ben M Smith\" looks like") == 13);
  CHECK(line_told(read_text, "short line") == -1);
}

}  // namespace themata::ingest::test
