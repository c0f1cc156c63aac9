#include "themata/ingest/formats/odt.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "unit/ingest/office_files.hpp"

namespace themata::ingest::test {

using Catch::Matchers::Contains;
using List = std::vector<std::string>;

std::string p(const std::string& content, const std::string& style = {}) {
  return "<text:p text:style-name='" + style + "'>" + content + "</text:p>";
}

std::string span(const std::string& style, const std::string& content) {
  return "<text:span text:style-name='" + style + "'>" + content + "</text:span>";
}

std::string style(const std::string& name, const std::string& family, const std::string& properties,
                  const std::string& parent = {}) {
  return "<style:style style:name='" + name + "' style:family='" + family +
         "' style:parent-style-name='" + parent + "'><style:text-properties " + properties +
         "/></style:style>";
}

TEST_CASE("paragraphs of an OpenDocument text become text") {
  CHECK(odt("<text:h text:outline-level='1'><text:number>1.</text:number>Title</text:h>" +
            p("One  \n <text:span> two</text:span>") + p("") + p(" three "))
            .text == "Title\n\nOne two\n\nthree\n");
  CHECK(odt(p("a<text:s/>b<text:s text:c='3'/>c<text:tab/>d<text:line-break/> e")).text ==
        "a b   c\td\ne\n");
  CHECK(odt(p("a<text:s text:c='4000000000'/>b")).text.size() < 2000);
  CHECK(odt("<text:list><text:list-item>" + p("one") + "</text:list-item><text:list-item>" +
            p("two") + "</text:list-item></text:list>")
            .text == "one\n\ntwo\n");
  CHECK(odt(p("see <text:a>the page</text:a> <text:page-number>3</text:page-number>on "
              "<text:date>1 May</text:date>"))
            .text == "see the page on 1 May\n");
  CHECK(odt(p("<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text>"
              "</text:ruby>"))
            .text == "a\n");
}

TEST_CASE("bold in an OpenDocument text is told by styles and their parents") {
  const std::string styles =
      style("T1", "text", "fo:font-weight='bold'") +
      style("T2", "text", "fo:font-weight='normal'") + style("T3", "text", "", "T1") +
      style("T4", "text", "fo:font-weight='700'") + style("C1", "text", "", "C2") +
      style("C2", "text", "", "C1") + style("P1", "paragraph", "fo:font-weight='bold'") +
      style("P2", "paragraph", "", "P1") + style("Heading_20_1", "paragraph", "", "P1") +
      style("Interviewer", "paragraph", "") + style("Speaker", "text", "");
  const auto strong = [&](const std::string& text) { return strong_of(odt(text, styles)); };
  CHECK(strong(p(span("T1", "Ben") + " words")) == List{"Ben"});
  CHECK(strong(p(span("T3", "Ben"))) == List{"Ben"});
  CHECK(strong(p(span("T4", "Ben"))) == List{"Ben"});
  CHECK(strong(p(span("C1", "Ben"))).empty());
  CHECK(strong(p(span("T1", "a " + span("T2", "b")))) == List{"a"});
  CHECK(strong(p("all", "P1")) == List{"all"});
  CHECK(strong(p("all", "P2")) == List{"all"});
  CHECK(strong(p("all " + span("T2", "but this"), "P2")) == List{"all"});
  CHECK(strong(p("title", "Heading_20_1")).empty());
  CHECK(strong("<text:h>" + span("T1", "title") + "</text:h>").empty());
  CHECK(strong(p("question", "Interviewer")) == List{"question"});
  CHECK(strong(p(span("Speaker", "Ben") + " words")) == List{"Ben"});
}

TEST_CASE("of tracked changes in an OpenDocument text the result is text") {
  const auto region = [](const std::string& kind, const std::string& content) {
    return "<text:changed-region><text:" + kind + ">" + content + "</text:" + kind +
           "></text:changed-region>";
  };
  const Document document =
      odt("<text:tracked-changes>" + region("insertion", "") + region("deletion", p("gone")) +
          region("deletion", p("too")) + region("format-change", "") + "</text:tracked-changes>" +
          p("I was <text:change-start/>very <text:change-end/>cold<text:change/>"));
  CHECK(document.text == "I was very cold\n");
  CHECK(notices_of(document) ==
        List{"tracked changes: 1 insertion was taken, 2 deletions were left out"});
}

TEST_CASE("notes, text boxes and hidden text of an OpenDocument text are left out") {
  const Document document =
      odt(p("said<text:note><text:note-citation>1</text:note-citation><text:note-body>" +
            p("note") + "</text:note-body></text:note><draw:frame><draw:text-box>" + p("box") +
            "</draw:text-box></draw:frame>" + span("T1", "secret")) +
              "<text:section text:display='none'>" + p("hidden") + "</text:section>",
          style("T1", "text", "text:display='none'"));
  CHECK(document.text == "said\n");
  const List notices = notices_of(document);
  REQUIRE(notices.size() == 3);
  CHECK_THAT(notices[0], Contains("1 footnote or endnote"));
  CHECK_THAT(notices[1], Contains("1 text box"));
  CHECK_THAT(notices[2], Contains("2 stretches of hidden text"));
}

TEST_CASE("tables of an OpenDocument text are rows of cells") {
  const auto cell = [](const std::string& text) {
    return "<table:table-cell>" + p(text) + "</table:table-cell>";
  };
  const Document document =
      odt("<table:table><table:table-column/><table:table-header-rows><table:table-row>" +
          cell("Speaker") + cell("Text") + "</table:table-row></table:table-header-rows>" +
          "<table:table-row>" + cell("I") + cell("How?") + "</table:table-row><table:table-row>" +
          "<table:covered-table-cell/>" + cell("And?") + "</table:table-row><table:table-row>" +
          cell("P") + "<table:table-cell table:number-columns-repeated='4000000000'/>" +
          "</table:table-row></table:table>");
  CHECK(document.text == "Speaker\tText\n\nI\tHow?\n\nAnd?\n\nP\n");
}

TEST_CASE("annotations of an OpenDocument text are comments") {
  const auto note = [](const std::string& name, const std::string& author,
                       const std::string& text) {
    return "<office:annotation" + (name.empty() ? "" : " office:name='" + name + "'") +
           "><dc:creator>" + author + "</dc:creator><dc:date>2025-05-03</dc:date>" + text +
           "</office:annotation>";
  };
  const Document document =
      odt(p("I was " + note("a", "Ann", p("one") + p("two")) + "very cold" +
            "<office:annotation-end office:name='a'/> and wet" + note("", "", p("there")) + "."));
  CHECK(document.text == "I was very cold and wet.\n");
  CHECK(comments_of(document) == List{"very cold|Ann|one\ntwo", "wet||there"});
}

TEST_CASE("a file that is no OpenDocument text says what it is") {
  const std::string text_type = "application/vnd.oasis.opendocument.text";
  CHECK_THROWS_WITH(
      read_odt(zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})),
      Contains(
          "is no OpenDocument text but of the type application/vnd.oasis.opendocument.spread"));
  CHECK_THROWS_WITH(read_odt(docx_bytes("")), Contains("is a file of Microsoft Office"));
  CHECK_THROWS_WITH(read_odt(zipped({{"mimetype", text_type}})),
                    Contains("its part content.xml is missing"));
  CHECK_THROWS_WITH(read_odt(zipped({{"mimetype", text_type}, {"content.xml", "<a/>"}})),
                    Contains("holds no text document"));
  CHECK_THROWS_WITH(
      read_odt(zipped({{"mimetype", text_type},
                       {"META-INF/manifest.xml",
                        "<manifest:manifest "
                        "xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
                        "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
                        "</manifest:manifest>"},
                       {"content.xml", "\x01\x02"}})),
      Contains("is protected by a password"));
}

}  // namespace themata::ingest::test
