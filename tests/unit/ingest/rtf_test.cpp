#include "themata/ingest/formats/rtf.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/text/decode.hpp"
#include "unit/ingest/format_reading.hpp"
#include "unit/ingest/growth.hpp"

namespace themata::ingest::test {
namespace {

using Strings = std::vector<std::string>;

Document document(const std::string& content) { return read_rtf("{\\rtf1\\ansi " + content + "}"); }
std::string text_of(const std::string& content) { return document(content).text; }
Strings notices_of(const Document& document) {
  Strings notices;
  for (const Diagnostic& notice : document.notices) notices.push_back(notice.message);
  return notices;
}

}  // namespace

TEST_CASE("RTF: paragraphs, lines, and characters by name") {
  CHECK(text_of("I: One\\par\r\nP: two\\line three\\tab four\\par\\par \\ldblquote five\\rdblquote"
                "\\emdash\\lquote x\\rquote\\endash\\bullet a\\~b\\_c\\-d \\{e\\} \\\\f\\par") ==
        "I: One\n\nP: two\nthree\tfour\n\n\u201Cfive\u201D\u2014\u2018x\u2019\u2013\u2022a\u00A0b"
        "\u2011cd {e} \\f\n");
  CHECK(text_of("on\r\ne\\\ntwo") == "one\n\ntwo\n");
}

TEST_CASE("RTF: turns by labels and by bold names") {
  const Strings turns{"Ann|Yes?", "Ben|No.", "Ann|Oh.", "Ben|So."};
  CHECK(turns_of(read_as(FileFormat::rtf,
                         "{\\rtf1 Ann: Yes?\\par Ben: No.\\par Ann: Oh.\\par Ben: So.}")) == turns);
  CHECK(
      turns_of(read_as(FileFormat::rtf,
                       "{\\rtf1{\\b Ann} Yes?\\par\\b Ben\\b0  No.\\par{\\b Ann} Oh.\\par\\pard\\b "
                       "Ben\\plain  So.}")) == turns);
}

TEST_CASE("RTF: code pages of the document and of fonts") {
  CHECK(text_of("caf\\'e9 \\'93q\\'94") == "caf\u00E9 \u201Cq\u201D\n");
  CHECK(read_rtf("{\\rtf1\\ansi\\ansicpg1250 \\'8a}").text == "\u0160\n");
  CHECK(read_rtf("{\\rtf1\\mac \\'8e}").text == "\u00E9\n");
  CHECK(read_rtf("{\\rtf1\\pc \\'82}").text == "\u00E9\n");
  CHECK(text_of("\\deff0{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}"
                "\\f1\\'ff{\\f2\\'82\\'a0\\'83A} \\'ff\\plain\\'ff") ==
        "\u044F\u3042\u30A2 \u044F\u00FF\n");
  CHECK(read_rtf("{\\rtf1\\ansi\\ansicpg1250 a}").encoding == "windows-1250");
}

TEST_CASE("RTF: a file has one code page, and one that is not known is windows-1252") {
  CHECK(read_rtf("{\\rtf1\\ansi\\ansicpg1250 \\'8a\\ansicpg1251\\'8a}").text == "\u0160\u0160\n");
  CHECK(read_rtf("{\\rtf1\\ansi\\ansicpg2000 \\'93}").text == "\u201C\n");
  CHECK(read_rtf("{\\rtf1\\ansi\\ansicpg2000 a}").encoding == "windows-1252");
  CHECK(text_of("{\\fonttbl{\\f1\\cpg2001 B;}{\\f2\\cpg1251 C;}}\\f1\\'93\\f2\\'ff") ==
        "\u201C\u044F\n");
}

TEST_CASE("RTF: bytes that are no UTF-8 where they should be are U+FFFD, in comments too") {
  CHECK(read_rtf("{\\rtf1\\ansi\\ansicpg65001 caf\\'c3\\'a9\\'c3 \\'e2\\'82\\'ac}").text ==
        "caf\u00E9\uFFFD \u20AC\n");
  std::string bytes;
  for (int i = 0; i < 300; ++i) bytes += "\\'80";
  const Document commented = read_rtf(
      "{\\rtf1\\ansi\\ansicpg65001{\\info{\\title \\'ff}} It was {\\*\\atrfstart "
      "0}cold{\\*\\atrfend 0}.{\\*\\atnauthor \\'c3}{\\*"
      "\\annotation{\\*\\atnref 0}" +
      bytes + "}}");
  REQUIRE(commented.comments.size() == 1);
  CHECK(commented.comments[0].author == "\uFFFD");
  CHECK(commented.comments[0].text.size() == 3 * 300);
  CHECK(text::is_valid_utf8(commented.comments[0].text));
  REQUIRE(commented.details.size() == 1);
  CHECK(commented.details[0].value == "\uFFFD");
}

TEST_CASE("RTF: Unicode characters and what stands for them") {
  CHECK(text_of("\\u8230? \\uc0\\u8364 x\\uc2\\u8364\\'80\\'80y {\\uc0\\u-10179\\u-8704} z") ==
        "\u2026 \u20ACx\u20ACy \U0001F600 z\n");
  CHECK(text_of("a\\u55357?\\u56832?b\\u56832?c") == "a\U0001F600b\uFFFDc\n");
}

TEST_CASE("RTF: what is no text of the document") {
  CHECK(
      text_of("{\\fonttbl{\\f0 Times;}}{\\colortbl;\\red0;}{\\stylesheet{\\s1 Normal;}}{\\*\\new{"
              "x} y}{\\pict\\bin5 {}{}}z}{\\header top}{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt "
              "link}} end") == "link end\n");
  const Document info = document("{\\info{\\title My talk}{\\author A}}words");
  CHECK(info.text == "words\n");
  REQUIRE(info.details.size() == 1);
  CHECK(info.details[0] == model::SourceDetail{"Title", "My talk"});
}

TEST_CASE("RTF: tracked changes, hidden text and footnotes are told") {
  const Document changed = document(
      "kept {\\revised new }{\\deleted old }{\\v secret }\\b0 word{\\footnote{\\super 1} note}.");
  CHECK(changed.text == "kept new word.\n");
  CHECK(notices_of(changed) ==
        Strings{"1 deletion that was tracked and not accepted yet: the text was left out",
                "1 insertion that was tracked and not accepted yet: the text was taken in",
                "1 stretch of hidden text was left out", "1 footnote was left out"});
}

TEST_CASE("RTF: a table whose rows say who speaks") {
  const std::string row = "\\trowd\\cellx100\\cellx200\\pard\\intbl ";
  const Document table = document("\\pard Title\\par" + row + "Ann\\cell How?\\cell\\row" + row +
                                  "Ben\\cell Cold.\\par Very.\\cell\\row" + row +
                                  "\\cell Oh.\\cell\\row\\pard After\\par");
  CHECK(table.text == "Title\n\nAnn\tHow?\n\nBen\tCold.\nVery.\n\nOh.\n\nAfter\n");
}

TEST_CASE("RTF: comments are on what they are on") {
  const Document commented = document(
      "It was {\\*\\atrfstart 0}cold{\\*\\atrfend 0}{\\*\\atnid AL}{\\*\\atnauthor Ann Lee}\\chatn{"
      "\\*\\annotation{\\*\\atnref 0}{\\*\\atndate 1}\\pard Code this.} there.");
  CHECK(commented.text == "It was cold there.\n");
  REQUIRE(commented.comments.size() == 1);
  CHECK(text::slice(commented.text, commented.comments[0].range) == "cold");
  CHECK(commented.comments[0].author == "Ann Lee");
  CHECK(commented.comments[0].text == "Code this.");
}

TEST_CASE("RTF: damaged files are read as far as they go") {
  CHECK(notices_of(read_rtf("{\\rtf1 {a")) ==
        Strings{"the groups of the file (its braces) do not match; it may be cut off"});
  CHECK(read_rtf("{\\rtf1 a}}}b").text == "ab\n");
  CHECK(text_of("a\\'") == "a\n");
  CHECK(text_of("a\\'g1b\\u").starts_with("ag1b"));
  CHECK(text_of("a{\\pict\\bin99999999999 x") == "a\n");
  CHECK(text_of("a\\bin-5 b") == "ab\n");
  const std::string whole =
      "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset128 A;}}\\f0 a\\'82\\'a0{\\*\\atrfstart 1}b\\u8230?"
      "{\\*\\atrfend 1}{\\*\\annotation c}\\trowd\\intbl x\\cell\\row\\bin3 abc}";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CHECK_NOTHROW(read_rtf(whole.substr(0, size)));
  }
}

TEST_CASE("RTF: depth and numbers cost no more than their bytes") {
  const auto unit = GENERATE(as<std::string>{}, "{", "}", "{\\b ", "\\'e9a", "\\u8230?", "\\cell ",
                             "\\intbl\\cell\\row ", "\\'", "\\", "{\\*\\atrfstart 1}",
                             "{\\f1\\fcharset128 x}", "\\bin2 x", "\\par ", "{\\fonttbl");
  CAPTURE(unit);
  const auto read_or_refuse = [](const std::string& bytes) {
    try {
      read_rtf(bytes);
    } catch (const InputError&) {  // too many cells in a row
    }
  };
  CHECK(
      grows_linearly([&](std::size_t size) { return "{\\rtf1 " + repeated(unit, size) + " words"; },
                     read_or_refuse, 200000));
}

}  // namespace themata::ingest::test
