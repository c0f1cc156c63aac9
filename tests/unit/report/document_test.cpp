#include "themata/report/document.hpp"

#include <sstream>

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "themata/container/zip_archive.hpp"

using namespace themata::report;
using themata::container::ZipArchive;
using Kind = Paragraph::Kind;

namespace {

std::string written(const Document& document, DocumentFormat format, std::size_t width = 0) {
  std::ostringstream out;
  write_document(document, format, out, width);
  return out.str();
}

/// What a hostile person might say.
const std::string hostile =
    "<script>alert(1)</script> ]]> \\input{/etc/passwd} %$#&_{}~^ =cmd() "
    "\"'` \x01 -- ''";

Document sample() {
  Document document;
  document.add(Kind::title, "Safeness");
  document.add(Kind::body, "What it is.");
  document.add(Kind::block_quotation, "I felt safe\nthere.");
  document.add(Kind::small, "Maureen, 12 months");
  document.blocks.emplace_back(Table{"Counts",
                                     {{"term"}, {"n", Column::Kind::number}},
                                     {{std::string("safe"), std::int64_t{3}}},
                                     {"Of all."}});
  return document;
}

std::string part(const std::string& bytes, const char* name) {
  return ZipArchive(bytes).read(name);
}

/// All text of an XML part's elements of a name.
std::string texts_of(const std::string& xml, const char* name) {
  pugi::xml_document document;
  REQUIRE(document.load_string(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
  std::string all;
  for (const auto& found : document.select_nodes((std::string("//") + name).c_str())) {
    all += found.node().text().get();
  }
  return all;
}

}  // namespace

TEST_CASE("formats of documents are those of tables that hold text") {
  CHECK(parse_document_format("docx") == DocumentFormat::docx);
  CHECK_FALSE(parse_document_format("csv"));
  CHECK(document_format_of("a/b.TEX") == DocumentFormat::latex);
  CHECK_FALSE(document_format_of("b.xlsx"));
}

TEST_CASE("a document as text and as Markdown") {
  CHECK(written(sample(), DocumentFormat::text) ==
        "Safeness\n════════\n\nWhat it is.\n\n    I felt safe\n    there.\n\nMaureen, 12 "
        "months\n\nCounts\n\nterm  n\n────  ─\nsafe  3\n\nNote. Of all.\n");
  CHECK(written(sample(), DocumentFormat::md) ==
        "# Safeness\n\nWhat it is.\n\n> I felt safe\\\n> there.\n\nMaureen, 12 "
        "months\n\n**Counts**\n\n| term | n |\n| --- | ---: |\n| safe | 3 |\n\n*Note.* Of all.\n");
}

TEST_CASE("a document as HTML is a page of its own") {
  const std::string page = written(sample(), DocumentFormat::html);
  CHECK(page.starts_with("<!DOCTYPE html>\n"));
  CHECK(page.find("<title>Safeness</title>") != std::string::npos);
  CHECK(page.find("<blockquote dir=\"auto\">I felt safe\nthere.</blockquote>") !=
        std::string::npos);
  CHECK(page.find("<caption>Counts</caption>") != std::string::npos);
  CHECK(page.find("<td class=\"n\">3</td>") != std::string::npos);
  CHECK(page.find("http") == std::string::npos);
}

TEST_CASE("a document as LaTeX sets its quotations in") {
  const std::string tex = written(sample(), DocumentFormat::latex);
  CHECK(tex.find("\\section*{Safeness}") != std::string::npos);
  CHECK(tex.find("\\begin{quote}\nI felt safe\\newline{}there.\n\\end{quote}") !=
        std::string::npos);
  CHECK(tex.find("\\toprule\nterm & n \\\\\n\\midrule\nsafe & 3 \\\\\n\\bottomrule") !=
        std::string::npos);
  CHECK(tex.ends_with("\\themataend\n"));
}

TEST_CASE("a Word file has its parts, its styles and a table without vertical rules") {
  const std::string bytes = written(sample(), DocumentFormat::docx);
  const std::string main = part(bytes, "word/document.xml");
  CHECK(texts_of(main, "w:t") ==
        "SafenessWhat it is.I felt safethere.Maureen, 12 monthsTable 1"
        "Countstermnsafe3Note. Of all.");
  pugi::xml_document document;
  REQUIRE(document.load_string(main.c_str()));
  const auto borders = document.select_node("//w:tblBorders").node();
  CHECK(borders.child("w:top"));
  CHECK(borders.child("w:bottom"));
  CHECK_FALSE(borders.child("w:left"));
  CHECK_FALSE(borders.child("w:insideV"));
  CHECK(document.select_nodes("//w:tblHeader").size() == 1);
  CHECK(written(sample(), DocumentFormat::docx) == bytes);
  for (const char* name : {"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels",
                           "word/styles.xml", "word/settings.xml", "word/comments.xml"}) {
    pugi::xml_document xml;
    CHECK(xml.load_string(part(bytes, name).c_str()));
  }
}

TEST_CASE("every style that a Word file uses is defined") {
  const std::string bytes = written(sample(), DocumentFormat::docx);
  pugi::xml_document main;
  pugi::xml_document styles;
  REQUIRE(main.load_string(part(bytes, "word/document.xml").c_str()));
  REQUIRE(styles.load_string(part(bytes, "word/styles.xml").c_str()));
  for (const auto& used : main.select_nodes("//w:pStyle")) {
    const std::string id = used.node().attribute("w:val").value();
    INFO(id);
    CHECK(styles.select_node(("//w:style[@w:styleId='" + id + "']").c_str()));
  }
}

TEST_CASE("comments begin and end in a Word file where they are put") {
  Document document;
  Paragraph paragraph;
  paragraph.runs = {{"I "},
                    {"felt ", TextRun::Style::plain, {0}, {}},
                    {"safe", TextRun::Style::plain, {1}, {1, 0}},
                    {"."}};
  document.blocks.emplace_back(paragraph);
  document.comments = {{"Ana", "2026-01-02T03:04:05Z", "Safe"}, {"Ruth", "", "Trust"}};
  const std::string bytes = written(document, DocumentFormat::docx);
  pugi::xml_document main;
  REQUIRE(main.load_string(part(bytes, "word/document.xml").c_str()));
  CHECK(main.select_nodes("//w:commentRangeStart").size() == 2);
  CHECK(main.select_nodes("//w:commentRangeEnd").size() == 2);
  CHECK(main.select_nodes("//w:commentReference").size() == 2);
  pugi::xml_document comments;
  REQUIRE(comments.load_string(part(bytes, "word/comments.xml").c_str()));
  const auto first = comments.document_element().child("w:comment");
  CHECK(std::string(first.attribute("w:author").value()) == "Ana");
  CHECK(std::string(first.attribute("w:date").value()) == "2026-01-02T03:04:05Z");
  CHECK_FALSE(first.next_sibling().attribute("w:date"));
}

TEST_CASE("a hostile text is harmless and whole in every format") {
  Document document;
  document.add(Kind::title, hostile);
  document.add(Kind::body, hostile);
  document.add(Kind::block_quotation, hostile);
  document.blocks.emplace_back(Table{hostile, {{hostile}, {"n"}}, {{hostile, hostile}}, {hostile}});
  const std::string html = written(document, DocumentFormat::html);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("&lt;script&gt;") != std::string::npos);
  const std::string tex = written(document, DocumentFormat::latex);
  CHECK(tex.find("\\input{") == std::string::npos);
  CHECK(tex.find("\\textbackslash{}input\\{/etc/passwd\\}") != std::string::npos);
  CHECK(tex.find("\\%\\$\\#\\&\\_\\{\\}\\textasciitilde{}\\textasciicircum{}") !=
        std::string::npos);
  CHECK(tex.find("-{}-") != std::string::npos);
  const std::string bytes = written(document, DocumentFormat::docx);
  std::string kept = hostile;
  kept.replace(kept.find('\x01'), 1, "\uFFFD");
  CHECK(texts_of(part(bytes, "word/document.xml"), "w:t").find(kept) != std::string::npos);
}

TEST_CASE("a paragraph that begins in a right-to-left script begins at the right in Word") {
  Document document;
  document.add(Kind::body, "אני מרגישה בטוחה.");
  document.add(Kind::body, "I said שלום.");
  pugi::xml_document main;
  REQUIRE(
      main.load_string(part(written(document, DocumentFormat::docx), "word/document.xml").c_str()));
  CHECK(main.select_nodes("//w:bidi").size() == 1);
  CHECK(main.select_nodes("//w:rtl").size() == 1);
  CHECK(main.select_node("//w:bidi").node().previous_sibling("w:pStyle"));
}

TEST_CASE("in LaTeX, words from right to left are set so, and others among them are not") {
  Document document;
  document.add(Kind::body, "I said שלום לך to 2 of them.");
  document.add(Kind::body, "אמרתי hello there, כן.");
  const std::string tex = written(document, DocumentFormat::latex);
  CHECK(tex.find("I said \\themataR{שלום לך} to 2 of them.") != std::string::npos);
  CHECK(tex.find("\\themataR{אמרתי \\themataL{hello there,} כן.}") != std::string::npos);
}
