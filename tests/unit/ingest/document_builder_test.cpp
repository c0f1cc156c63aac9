#include "themata/ingest/detail/document_builder.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "themata/text/decode.hpp"
#include "unit/ingest/office_files.hpp"

namespace themata::ingest::detail::test {

using ingest::test::comments_of;
using ingest::test::notices_of;
using ingest::test::strong_of;
using List = std::vector<std::string>;

void add_row(DocumentBuilder& builder, const List& cells) {
  builder.begin_row();
  for (const std::string& cell : cells) {
    builder.begin_cell();
    builder.add(cell);
  }
}

TEST_CASE("paragraphs are parted by a blank line, lines by a line end") {
  DocumentBuilder builder;
  CHECK(builder.empty());
  builder.end_paragraph();
  builder.add("  One ");
  CHECK_FALSE(builder.empty());
  builder.add(" two\t");
  builder.line_break();
  builder.add(" three\nfour");
  builder.end_paragraph();
  builder.end_paragraph();
  builder.add(" \u00A0\u2003 ");  // no text
  builder.end_paragraph();
  builder.line_break();
  builder.add("five");
  builder.tab();
  builder.add("six");
  builder.tab();
  const Document document = builder.finish("UTF-8");
  CHECK(document.text == "One  two\nthree four\n\nfive\tsix\n");
  CHECK(document.encoding == "UTF-8");
  CHECK(DocumentBuilder{}.finish("UTF-8").text.empty());
}

TEST_CASE("spaces of other kinds stay within a paragraph, and are none at its ends") {
  DocumentBuilder builder;
  builder.add("\u00A0a\u00A0b\u3000");
  CHECK(builder.finish({}).text == "a\u00A0b\n");
}

TEST_CASE("control characters are dropped, and what is no UTF-8 is replaced") {
  DocumentBuilder builder;
  builder.add(
      "a\x01\x1B\x7F\u0085"
      "b\xFF"
      "c\xE2\x82");
  CHECK(builder.finish({}).text ==
        "ab\uFFFD"
        "c\uFFFD\uFFFD\n");
}

TEST_CASE("what is in bold goes on over spaces and line ends, not over paragraphs") {
  DocumentBuilder builder;
  builder.add("a", true);
  builder.add(" ", false);
  builder.add("b", true);
  builder.line_break();
  builder.add("c", true);
  builder.add(" d ");
  builder.add("e", true);
  builder.end_paragraph();
  builder.add("f", true);
  CHECK(strong_of(builder.finish({})) == List{"a b\nc", "e", "f"});
}

TEST_CASE("rows of tables are paragraphs, their cells parted by tabs") {
  DocumentBuilder builder;
  builder.add("above");
  builder.begin_table();
  add_row(builder, {"a", "", "c"});
  builder.end_paragraph();
  builder.add("more of c");
  add_row(builder, {"", "", ""});
  add_row(builder, {"", "d"});
  builder.end_table();
  builder.add("below");
  CHECK(builder.finish({}).text == "above\n\na\tc\nmore of c\n\nd\n\nbelow\n");
}

TEST_CASE("a table within a cell is part of that cell") {
  DocumentBuilder builder;
  builder.begin_table();
  add_row(builder, {"a"});
  builder.begin_table();
  add_row(builder, {"b", "c"});
  add_row(builder, {"d"});
  builder.end_table();
  builder.begin_cell();
  builder.add("e");
  builder.end_table();
  builder.end_table();  // one too many is forgiven
  CHECK(builder.finish({}).text == "a\nb\nc\nd\te\n");
}

TEST_CASE("tables that say who speaks give turns, several with as many columns together") {
  DocumentBuilder builder;
  builder.add("Interview 4");
  for (const auto& [question, answer] : {std::pair{"How was it?", "Very cold at first."},
                                         std::pair{"And then?", "It was warm and easy."}}) {
    builder.begin_table();
    add_row(builder, {"Int", question});
    builder.end_table();
    builder.begin_table();
    add_row(builder, {"Joanne", answer});
    if (question[0] == 'H') builder.end_table();
  }
  const Document document = builder.finish({});  // which ends the last table
  CHECK(document.convention == Convention::table_rows);
  REQUIRE(document.turns.size() == 4);
  CHECK(document.turns[1].speaker == "Joanne");
  CHECK(text::slice(document.text, document.turns[1].range) == "Very cold at first.");
  CHECK(text::slice(document.text, document.turns[2].label) == "Int\t");
}

TEST_CASE("a table of turns in a longer text is part of that text") {
  DocumentBuilder builder;
  builder.add("Much more than the table holds is said in the paragraph above it, word by word.");
  builder.begin_table();
  add_row(builder, {"Int", "How was it?"});
  add_row(builder, {"P", "Cold."});
  builder.end_table();
  const Document document = builder.finish({});
  CHECK(document.turns.empty());
  CHECK(document.convention == Convention::none);
}

TEST_CASE("comments are on their words, or on the word before their place") {
  DocumentBuilder builder;
  builder.comment("4", "D", "before its place was met");
  builder.begin_comment("start");
  builder.add("I was ");
  builder.begin_comment("1");
  builder.begin_comment("2");
  builder.end_paragraph();
  builder.add("very cold");
  builder.end_comment("2");
  builder.begin_comment("3");
  builder.add(" and ");
  builder.end_comment("1");
  builder.end_comment("no such");
  builder.begin_comment("4");
  builder.add("wet");
  builder.end_paragraph();
  builder.begin_comment("end");
  builder.comment("1", "A", "one");
  builder.comment("2", "B", "two");
  builder.comment("3", "C", "three");
  builder.comment("start", "S", "");
  builder.comment("end", "E", "");
  builder.comment("nowhere", "N", "lost");
  const Document document = builder.finish({});
  CHECK(comments_of(document) == List{"I|S|", "very cold and|A|one", "very cold|B|two",
                                      "cold|C|three", "and|D|before its place was met", "wet|E|"});
  CHECK(notices_of(document) == List{"1 comment is on no words of the text (by N: \"lost\")"});
}

TEST_CASE("a comment in an empty document is told and not lost") {
  DocumentBuilder builder;
  builder.begin_comment("1");
  builder.end_comment("1");
  builder.comment("1", "A", "one");
  builder.comment("2", "", "two");
  const Document document = builder.finish({});
  CHECK(document.comments.empty());
  CHECK(notices_of(document) ==
        List{"2 comments are on no words of the text (by A: \"one\"; \"two\")"});
}

TEST_CASE("a comment in a very long word is on its end, whatever it is made of") {
  for (const std::string letter : {"a", "\u00E9", "\u6211", "\u2003"}) {
    DocumentBuilder builder;
    for (int i = 0; i < 1000; ++i) builder.add(letter);
    builder.add("x");
    builder.begin_comment("1");
    builder.comment("1", "A", "one");
    const Document document = builder.finish({});
    REQUIRE(document.comments.size() == 1);
    CHECK(document.comments[0].range.size() <= 200);
    CHECK(text::is_valid_utf8(text::slice(document.text, document.comments[0].range)));
  }
}

TEST_CASE("of many comments without a place the first are quoted") {
  DocumentBuilder builder;
  for (int i = 0; i < 1000; ++i) builder.comment("1", "", std::string(1000, 'x'));
  const Document document = builder.finish({});
  CHECK(notices_of(document).at(0).size() < 2000);
}

TEST_CASE("comments, authors and details that are no UTF-8 are made so") {
  DocumentBuilder builder;
  builder.add("words");
  builder.begin_comment("1");
  builder.comment("1", "A\xFF", "b\xC3");
  builder.comment("2", std::string(300, '\x80'), std::string(300, '\x80'));
  builder.detail("title", "\x80T");
  const Document document = builder.finish({});
  CHECK(comments_of(document) == List{"words|A\uFFFD|b\uFFFD"});
  CHECK(document.details.at(0).value == "\uFFFDT");
  const std::string notice = notices_of(document).at(0);
  CHECK(text::is_valid_utf8(notice));
  CHECK(notice.size() < 400);
}

TEST_CASE("white space between characters is kept up to a bound") {
  DocumentBuilder builder;
  builder.add("a");
  for (int i = 0; i < 1000; ++i) builder.add(std::string(1000, ' '));
  for (int i = 0; i < 1000; ++i) builder.tab();
  builder.add("b");
  CHECK(builder.finish({}).text == "a" + std::string(200, ' ') + "b\n");
}

TEST_CASE("tables that nobody wrote are refused") {
  DocumentBuilder wide;
  wide.begin_table();
  add_row(wide, List(4096, "x"));
  CHECK_THROWS_WITH(wide.begin_cell(), Catch::Contains("more than 4096 cells in a row"));
  DocumentBuilder large;
  large.begin_table();
  for (int i = 0; i < 500; ++i) add_row(large, List(4000, ""));
  large.begin_row();
  CHECK_THROWS_WITH(large.begin_cell(), Catch::Contains("more than 2 million cells"));
}

TEST_CASE("details and notices are handed on in order") {
  DocumentBuilder builder;
  builder.detail("title", "One");
  builder.notice("first");
  builder.notice("second");
  const Document document = builder.finish("windows-1252");
  REQUIRE(document.details.size() == 1);
  CHECK(document.details[0].value == "One");
  CHECK(notices_of(document) == List{"first", "second"});
  CHECK(document.notices[0].line == 0);
}

}  // namespace themata::ingest::detail::test
