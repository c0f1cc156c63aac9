#include "themata/ingest/formats/docx.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "unit/ingest/office_files.hpp"

namespace themata::ingest::test {

using Catch::Matchers::Contains;
using List = std::vector<std::string>;

std::string p(const std::string& text) { return paragraph(run(text)); }

TEST_CASE("paragraphs and runs of a Word document become text") {
  CHECK(docx(p("One") + p("") + p("Two")).text == "One\n\nTwo\n");
  CHECK(docx(p("a &lt; b &amp; c") + p("\u00E9\u2019")).text == "a < b & c\n\n\u00E9\u2019\n");
  CHECK(docx("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>"
             "<w:br w:type='page'/><w:t>e</w:t><w:noBreakHyphen/><w:t>f</w:t><w:softHyphen/>"
             "<w:t>g</w:t></w:r></w:p>")
            .text == "a\tb\nc\nd\n\ne\u2011fg\n");
  CHECK(docx(paragraph(run("in ") + "<w:hyperlink>" + run("link ") + "</w:hyperlink><w:smartTag>" +
                       run("tag ") + "</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>" +
                       run("control ") +
                       "</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/>"
                       "</w:sdtPr><w:sdtContent>" +
                       run("Click here") + "</w:sdtContent></w:sdt>" + run("end")))
            .text == "in link tag control end\n");
  CHECK(docx("<w:p><w:r><w:sym w:font='Wingdings' w:char='F04A'/><w:sym w:font='Symbol' "
             "w:char='F0AE'/><w:sym w:font='Arial' w:char='00E9'/></w:r></w:p>")
            .text == "\u263A\u2192\u00E9\n");
  const Document unknown = docx("<w:p><w:r><w:sym w:font='Webdings' w:char='F021'/></w:r></w:p>");
  CHECK(unknown.text == "\uFFFD\n");
  CHECK_THAT(notices_of(unknown).at(0), Contains("1 symbol was not known"));
}

TEST_CASE("of fields the results are text, without page numbers") {
  const auto field = [](const std::string& instruction, const std::string& result) {
    return "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> " + instruction +
           " </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run(result) +
           "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
  };
  CHECK(docx(paragraph(run("see ") + field("HYPERLINK \"x\"", "the page") + run(".") +
                       field("PAGE", "17")))
            .text == "see the page.\n");
  CHECK(docx(paragraph(field("IF " + field("A", "b"), "c"))).text == "c\n");
  CHECK(docx(paragraph("<w:fldSimple w:instr=' DATE '>" + run("1 May") + "</w:fldSimple>" +
                       "<w:fldSimple w:instr='NUMPAGES'>" + run("3") + "</w:fldSimple>"))
            .text == "1 May\n");
}

TEST_CASE("a field that is never closed takes no text with it") {
  const std::string begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>";
  const std::string page = begin + "<w:r><w:instrText> PAGE </w:instrText></w:r>";
  CHECK(docx(p("I: one") + paragraph(begin + run("P: two")) + p("I: three")).text ==
        "I: one\n\nP: two\n\nI: three\n");
  CHECK(docx(paragraph(run("P: two ") + page + run("17")) + p("I: three")).text ==
        "P: two\n\nI: three\n");
}

TEST_CASE("of tracked changes the result is text, with one notice") {
  const Document document = docx(paragraph(run("I was ") + "<w:ins w:id='1'>" + run("very ") +
                                           "</w:ins><w:del w:id='2'>"
                                           "<w:r><w:delText>not </w:delText></w:r></w:del>" +
                                           run("cold")) +
                                 paragraph("<w:moveTo>" + run("Moved here.") + "</w:moveTo>") +
                                 paragraph("<w:moveFrom>" + run("Moved here.") + "</w:moveFrom>") +
                                 paragraph(run("joined "), "<w:rPr><w:del/></w:rPr>") + p("up"));
  CHECK(document.text == "I was very cold\n\nMoved here.\n\njoined up\n");
  CHECK(notices_of(document) ==
        List{"tracked changes: 2 insertions were taken, 3 deletions were left out"});
  CHECK(docx("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("gone") + "</w:tc></w:tr></w:tbl>" +
             p("here"))
            .text == "here\n");
}

TEST_CASE("footnotes, text boxes and hidden text are left out, and said so") {
  const std::string box = "<w:txbxContent>" + p("boxed") + "</w:txbxContent>";
  const Document document = docx(paragraph(
      run("said") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run("secret", "<w:vanish/>") +
      "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>" + box +
      "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
      "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"));
  CHECK(document.text == "said\n");
  const List notices = notices_of(document);
  REQUIRE(notices.size() == 3);
  CHECK_THAT(notices[0], Contains("1 footnote or endnote was left out"));
  CHECK_THAT(notices[1], Contains("1 text box was left out"));
  CHECK_THAT(notices[2], Contains("1 stretch of hidden text was left out"));
  CHECK(docx(paragraph("<w:r><mc:AlternateContent><mc:Choice Requires='w16se'/><mc:Fallback>"
                       "<w:t>\U0001F60A</w:t></mc:Fallback></mc:AlternateContent></w:r>"))
            .text == "\U0001F60A\n");
}

TEST_CASE("bold is told by the run and by the styles that it inherits") {
  const std::string styles =
      "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='Q'><w:name w:val='Q'/><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='Q2'><w:name w:val='Q2'/><w:basedOn "
      "w:val='Q'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='Q3'><w:name w:val='Q3'/><w:basedOn w:val='Q2'/>"
      "<w:rPr><w:b w:val='0'/></w:rPr></w:style>"
      "<w:style w:type='character' w:styleId='S'><w:name "
      "w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading "
      "1'/><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='I'><w:name w:val='Interviewer'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='A'><w:name w:val='Interviewer text'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='C1'><w:name w:val='C1'/><w:basedOn "
      "w:val='C2'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='C2'><w:name w:val='C2'/><w:basedOn "
      "w:val='C1'/></w:style>";
  const auto styled = [](const std::string& id) { return "<w:pStyle w:val='" + id + "'/>"; };
  const auto strong = [&](const std::string& body) { return strong_of(docx(body, styles)); };
  CHECK(strong(paragraph(run("Ben", "<w:b/>") + run(" words"))) == List{"Ben"});
  CHECK(strong(paragraph(run("a ", "<w:b/>") + run("b", "<w:b w:val='true'/>"))) == List{"a b"});
  for (const std::string off : {"0", "false", "off"}) {
    CHECK(strong(paragraph(run("Ben", "<w:b w:val='" + off + "'/>"))).empty());
  }
  CHECK(strong(paragraph(run("q"), styled("Q"))) == List{"q"});
  CHECK(strong(paragraph(run("q"), styled("Q2"))) == List{"q"});
  CHECK(strong(paragraph(run("q"), styled("Q3"))).empty());
  CHECK(strong(paragraph(run("q", "<w:b w:val='0'/>"), styled("Q"))).empty());
  CHECK(strong(paragraph(run("q", "<w:rStyle w:val='S'/>"))) == List{"q"});
  CHECK(strong(paragraph(run("q", "<w:rStyle w:val='S'/>"), styled("Q"))).empty());  // they toggle
  CHECK(strong(paragraph(run("q", "<w:b/>"), styled("H"))).empty());
  CHECK(strong(paragraph(run("q"), styled("I"))) == List{"q"});
  CHECK(strong(paragraph(run("q"), styled("A"))).empty());
  CHECK(strong(paragraph(run("q"), styled("C1"))).empty());
  CHECK(strong(paragraph(run("q", "<w:b/><w:rtl/>"))).empty());
  CHECK(strong(paragraph(run("q", "<w:bCs/><w:rtl/>"))) == List{"q"});
}

TEST_CASE("tables of a Word document are rows of cells") {
  const auto cell = [](const std::string& text, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
  };
  const auto row = [](const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; };
  const Document document =
      docx("<w:tbl>" + row(cell("I") + cell("How was it?")) + row(cell("P1") + cell("Cold.")) +
           row(cell("I") + cell("And then?")) + row(cell("P1", "<w:vMerge/>") + cell("Warm.")) +
           "</w:tbl>");
  CHECK(document.text == "I\tHow was it?\n\nP1\tCold.\n\nI\tAnd then?\n\nWarm.\n");
  CHECK(document.convention == Convention::table_rows);
  REQUIRE(document.turns.size() == 4);
  CHECK(document.turns[1].speaker == "P1");
  CHECK(text::slice(document.text, document.turns[1].range) == "Cold.");
  CHECK(docx("<w:tbl>" + row(cell("a", "<w:gridSpan w:val='99999999'/>") + cell("b")) + "</w:tbl>")
            .text == "a\tb\n");
  CHECK(docx("<w:tbl>" +
             row("<w:tc>" + p("a") + "<w:tbl>" + row(cell("b") + cell("c")) + "</w:tbl>" + p("d") +
                 "</w:tc>" + cell("e")) +
             "</w:tbl>" + p("f"))
            .text == "a\nb\nc\nd\te\n\nf\n");
}

TEST_CASE("comments have their words, author and text") {
  const std::string comments = "<w:comment w:id='1' w:author='Ann'>" + p("first") + p("second") +
                               "</w:comment>"
                               "<w:comment w:id='2' w:author='Ben'>" +
                               p("reply") +
                               "</w:comment>"
                               "<w:comment w:id='3' w:author=''>" +
                               p("no range") +
                               "</w:comment>"
                               "<w:comment w:id='4' w:author='Eve'>" +
                               p("nowhere") + "</w:comment>";
  const Document document = docx(
      paragraph(run("I was ") + "<w:commentRangeStart w:id='1'/><w:commentRangeStart w:id='2'/>" +
                run("cold, ")) +
          paragraph(
              run("very cold") +
              "<w:commentRangeEnd w:id='1'/><w:commentRangeEnd w:id='2'/>"
              "<w:r><w:commentReference w:id='1'/></w:r><w:r><w:commentReference w:id='2'/></w:r>" +
              run(" and") + "<w:r><w:commentReference w:id='3'/></w:r>" + run(" wet.")),
      {}, comments);
  CHECK(document.text == "I was cold,\n\nvery cold and wet.\n");
  CHECK(comments_of(document) == List{"cold,\n\nvery cold|Ann|first\nsecond",
                                      "cold,\n\nvery cold|Ben|reply", "and||no range"});
  CHECK_THAT(notices_of(document).at(0), Contains("1 comment is on no words of the text"));
}

TEST_CASE("parts are found by what they are, in any namespace's prefix") {
  Members members = docx_members(p("here"));
  for (auto& [name, content] : members) {
    if (name == "word/document.xml") {
      name = "other/main.xml";
      content =
          "<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'><body><p><r><t>Strict"
          "</t></r></p></body></document>";
    }
    if (name == "_rels/.rels") {
      content =
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
          "<Relationship Id='a' Target='/other/./x/../main.xml' Type='http://purl.oclc.org/ooxml/"
          "officeDocument/relationships/officeDocument'/></Relationships>";
    }
    if (name == "[Content_Types].xml") {
      content.replace(content.find("/word/document.xml"), 18, "/other/main.xml");
    }
  }
  CHECK(read_docx(zipped(members)).text == "Strict\n");
}

TEST_CASE("a file that is no Word document says what it is") {
  Members members = docx_members(p("here"));
  members[0].second.replace(members[0].second.find("wordprocessingml"), 16, "spreadsheetml");
  CHECK_THROWS_WITH(read_docx(zipped(members)), Contains("is an Excel workbook"));
  CHECK_THROWS_WITH(read_docx(zipped({{"mimetype", "application/vnd.oasis.opendocument.text"}})),
                    Contains("is an OpenDocument text; rename it to .odt"));
  CHECK_THROWS_WITH(read_docx(zipped({{"a", "b"}})), Contains("not of the kind"));
  Members without = docx_members(p("here"));
  without.pop_back();
  CHECK_THROWS_AS(read_docx(zipped(without)), InputError);
}

}  // namespace themata::ingest::test
