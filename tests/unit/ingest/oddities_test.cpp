#include <string>

#include <catch2/catch.hpp>

#include "unit/ingest/format_reading.hpp"
#include "unit/ingest/office_files.hpp"

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

/// A table of those rows of two cells, in a Word document.
std::string word_table(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::string table;
  for (const auto& [first, second] : rows) {
    table += "<w:tr><w:tc>" + paragraph(run(first)) + "</w:tc><w:tc>" + paragraph(run(second)) +
             "</w:tc></w:tr>";
  }
  return "<w:tbl>" + table + "</w:tbl>";
}

TEST_CASE("paragraphs outside of the rows that are turns are told") {
  const std::string rows = word_table({{"Speaker", "Text"},
                                       {"Part one", ""},
                                       {"I", "How was it at the beginning, on the first day?"},
                                       {"P", "Cold and wet, and we were tired all day long."},
                                       {"I", "And what came after that?"},
                                       {"P", "It was warm."}});
  const auto read_body = [](const std::string& body) {
    return read_as(FileFormat::docx, docx_bytes(body));
  };
  CHECK(told_by(read_body(paragraph(run("Interview 4")) + rows)).empty());
  const Transcript behind = read_body(rows + paragraph(run("She said more.")) +
                                      paragraph(run("***")) + paragraph(run("And more.")));
  REQUIRE(behind.turns.size() == 4);
  CHECK(line_told(behind,
                  "2 paragraphs outside of the turns are nobody's speech; the first: "
                  "\"She said more.\"") == 13);
  const Transcript above =
      read_body(paragraph(run("She came " + std::string(90, 'x') + ".")) + rows);
  CHECK(line_told(above, "1 paragraph outside of the turns is nobody's speech: \"She came xx") ==
        1);
}

TEST_CASE("what stands beside what is said in a table is told") {
  const std::string rows = word_table({{"I: How was it at the beginning?", "opening"},
                                       {"Kay: Safe, mostly, I would say.", "safety"},
                                       {"I: And what came after that?", ""},
                                       {"Kay: It was warm.", "body"}});
  const Transcript transcript = read_as(FileFormat::docx, docx_bytes(rows));
  REQUIRE(transcript.turns.size() == 4);
  CHECK(
      line_told(transcript,
                "3 rows of the table have something beside what is said (codes or notes, perhaps), "
                "which is nobody's speech: \"opening\"") == 1);
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
