#include "themata/ingest/formats/html.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "unit/ingest/format_reading.hpp"
#include "unit/ingest/growth.hpp"

namespace themata::ingest::test {
namespace {

using Strings = std::vector<std::string>;

Transcript html(std::string_view page) { return read_as(FileFormat::html, page); }
std::string text_of(std::string_view page) { return read_html(page).text; }

Strings strong_in(std::string_view page) {
  const Document document = read_html(page);
  Strings strong;
  for (const text::TextRange& range : document.strong) {
    strong.emplace_back(text::slice(document.text, range));
  }
  return strong;
}

}  // namespace

TEST_CASE("HTML: blocks are paragraphs, white space is one space") {
  CHECK(text_of("<!DOCTYPE html><html><head><title>My talk</title><style>p{}</style></head><body>\n"
                "<h1>A  title</h1>\n<p>I: One\n  <i>two</i>&nbsp;three</p><p>P: Four<br>five\n"
                "<div>Six</div>seven<!-- no -->!</body></html>") ==
        "A title\n\nI: One two three\n\nP: Four\nfive\n\nSix\n\nseven!\n");
  CHECK(details_of(html("<title>My talk</title>words")) == Strings{"Title=My talk"});
}

TEST_CASE("HTML: labels are found as in plain text, also between two line breaks") {
  CHECK(turns_of(html("<p>I: Yes?</p><p>P: No.</p><p>I: Oh.</p>")) ==
        Strings{"I|Yes?", "P|No.", "I|Oh."});
  CHECK(text_of("I: Yes?<br><br>\nP: No.<br>\n<br/>I: Oh.") == "I: Yes?\n\nP: No.\n\nI: Oh.\n");
}

TEST_CASE("HTML: bold, by elements, styles, sheets and names of classes") {
  CHECK(strong_in("<p><b>Ben</b> one <strong>two</strong> <span style='font-weight: 700'>three"
                  "</span> <b style=\"font-weight:normal\">four</b>") ==
        Strings{"Ben", "two three"});
  CHECK(
      strong_in("<style>.c1, p .c2{color:red;font-weight:700}.c3{font-weight:400}</style><p>"
                "<span class='x c1'>Ben</span> <span class=c2>a</span> <span class=c3>b</span>") ==
      Strings{"Ben"});
  CHECK(strong_in("<p><span class=speaker>Ben</span> said</p><p class=speaker>no</p>") ==
        Strings{"Ben"});
  CHECK(turns_of(html("<p><b>Ann Lee</b> How?</p><p><b>Ben</b> So.</p><p><b>Ann Lee</b> Oh.</p>"
                      "<p><b>Ben</b> Yes.</p>")) ==
        Strings{"Ann Lee|How?", "Ben|So.", "Ann Lee|Oh.", "Ben|Yes."});
}

TEST_CASE("HTML: tables and definition lists whose rows say who speaks") {
  const Strings turns{"Ann|How was it?", "Ben|Cold.\nVery.", "Ann|Oh."};
  CHECK(turns_of(html("<table><tr><td>Ann<td>How was it?<tr><td>Ben<td><p>Cold.</p><p>Very.</p>"
                      "<tr><td>Ann<td>Oh.</table>")) == turns);
  CHECK(turns_of(html("<dl><dt>Ann</dt><dd>How was it?</dd><dt>Ben<dd><p>Cold.<p>Very."
                      "<dt>Ann<dd>Oh.</dl>")) == turns);
}

TEST_CASE("HTML: a row that has no cell for what is said is no turn") {
  const Transcript transcript =
      html("<table><tr><td>Ann<td>How?<tr><td>Ben<tr><td>Ann<td>Oh, well.</table>");
  CHECK(turns_of(transcript) == Strings{"Ann|How?", "Ann|Oh, well."});
}

TEST_CASE("HTML: what the page does not show is left out, and told") {
  const Transcript transcript = html(
      "<nav>menu</nav><script>if (a < b) { '<p>no</p>' }</script><p>shown</p><p hidden>gone<p>here"
      "<div style='display: none'>gone <div>gone</div> gone</div><del>gone</del> end"
      "<template><p>gone</p></template><noscript>gone</noscript>");
  CHECK(transcript.text == "shown\n\nhere end\n");
  CHECK(told_by(transcript).size() == 2);
}

TEST_CASE("HTML: what is left out ends where a browser has it end, without an end tag too") {
  CHECK(text_of("<ul><li hidden>note<li>I: How?<li>P: Hard.</ul><p>I: And?") ==
        "I: How?\n\nP: Hard.\n\nI: And?\n");
  CHECK(text_of("<ul><li hidden>note<ul><li>more<li>more</ul><li>I: How?<li hidden>x</ul>end") ==
        "I: How?\n\nend\n");
  CHECK(text_of("<p>I: How?</p><p>P: It <del>wa</p><p>P: I went.</p>") ==
        "I: How?\n\nP: It\n\nP: I went.\n");
  CHECK(text_of("<p>I: How?<p>P: It <del>wa<p>P: I <span hidden>x<div>went.</div>") ==
        "I: How?\n\nP: It\n\nP: I\n\nwent.\n");
  CHECK(text_of("<div>P: It <del>wa<b>s</b></div><div>P: I went.</div>") ==
        "P: It\n\nP: I went.\n");
  CHECK(text_of("<del><p>a</p><p>b</p></del><p>c</p><div hidden><p>d<p>e</div>f") == "c\n\nf\n");
  CHECK(text_of("<table><tr><td hidden>1<td>I<td>Yes?<tr hidden><td>2<td>x<tr><td>P<td>No.</table>"
                "end") == text_of("<table><tr><td>I<td>Yes?<tr><td>P<td>No.</table>end"));
  CHECK(text_of("<table><tr><td>I<td><del>Yes<td>more<tr><td>P<td>No.</table>") ==
        text_of("<table><tr><td>I<td><td>more<tr><td>P<td>No.</table>"));
  CHECK(text_of("<dl><dt>I<dd hidden>gone<dt>P<dd>No.</dl>") ==
        text_of("<dl><dt>I<dt>P<dd>No.</dl>"));
  CHECK(text_of("a<ruby>b<rp>(<rt>c<rp>)</ruby>d") == "ab(cd\n");
  CHECK(text_of("<p>a<svg><foreignObject><div>b</div></foreignObject></svg>c") == "ac\n");
}

TEST_CASE("HTML: what is left out to the end of the file is told") {
  const Transcript page = html("<p>I: Yes?</p><div hidden><p>P: No.</p></body>");
  CHECK(page.text == "I: Yes?\n");
  CHECK(told_by(page).at(1) ==
        "an element that was left out (<div>) does not end: everything from it to the end of the "
        "file was left out; add its end tag (</div>) if that is too much");
}

TEST_CASE("HTML: preformatted text keeps its lines and spaces") {
  CHECK(text_of("<pre>\nI: a  b\n   c\n\nP: d</pre><p>x") == "I: a  b\nc\n\nP: d\n\nx\n");
}

TEST_CASE("HTML: character references, also old and wrong ones") {
  CHECK(text_of("&lt;b&gt; caf&eacute; &#8217; &#x2019; &#146; &amp &nbsp;x &unknown; &copy;<rt>y"
                "</rt>") == "<b> caf\u00E9 \u2019 \u2019 \u2019 & x &unknown; \u00A9(y)\n");
}

TEST_CASE("HTML: encodings") {
  const Document declared = read_html("<meta charset=\"windows-1250\"><p>Dzi\xEAkuj\xEA");
  CHECK(declared.text == "Dzi\u0119kuj\u0119\n");
  CHECK(declared.encoding == "windows-1250");
  CHECK_FALSE(declared.encoding_was_guessed);
  CHECK(text_of(
            "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>\x93q\x94") ==
        "\u201Cq\u201D\n");
  CHECK(text_of("<meta charset=windows-1252><p>\u00E9") == "\u00E9\n");
  CHECK(text_of(std::string_view{"\xFF\xFE<\0p\0>\0a\0", 10}) == "a\n");
}

TEST_CASE("HTML: what Word writes") {
  CHECK(
      text_of("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><!--[if gte mso 9]>"
              "<xml><o:p>no</o:p></xml><![endif]--><style><!-- p.MsoNormal {margin:0} --></style>"
              "</head><body><p class=MsoNormal><b>I:</b> One<o:p></o:p></p><p class=MsoNormal>"
              "<o:p>&nbsp;</o:p></p><p class=MsoListParagraph><![if !supportLists]>1. <![endif]>"
              "Two</p><span style='mso-hide:all'>x</span></body></html>") == "I: One\n\n1. Two\n");
}

TEST_CASE("HTML: text that is no mark-up stays") {
  CHECK(text_of("a < b and <3 but 1 <2 & <") == "a < b and <3 but 1 <2 & <\n");
  CHECK(text_of("all <b of it") == "all <b of it\n");
  CHECK(text_of("<p>one</x></p></div></b>two") == "one\n\ntwo\n");
}

TEST_CASE("HTML: XHTML closes elements at once") {
  CHECK(strong_in("<?xml version=\"1.0\"?><html><script src=\"x\"/><p><b/>a <b>c</b></p></html>") ==
        Strings{"c"});
}

TEST_CASE("HTML that is cut off anywhere is read or refused") {
  const std::string whole =
      "<!DOCTYPE html><style>.a{font-weight:700}</style><table><tr><td class='a'>Ben &amp;<td>x"
      "</table><!-- c --><p hidden>h</p><dl><dt>a<dd>b</dl><pre>x\n</pre>";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CHECK_NOTHROW(read_html(whole.substr(0, size)));
  }
}

TEST_CASE("HTML: depth and numbers cost no more than their bytes") {
  const auto unit = GENERATE(as<std::string>{}, "<div>", "<b>", "</b>", "<p><b>", "<table><tr><td>",
                             "<td>", "<li><ul>", "<a =\"", "<", "<!", "</", "&", "<script>",
                             "<dl><dt>x", "<br>", "<p hidden>", "<a b ", "<x-y>z", "<pre>\n");
  CAPTURE(unit);
  CHECK(grows_linearly([&](std::size_t size) { return repeated(unit, size) + "words"; },
                       [](const std::string& page) { read_html(page); }, 200000));
}

}  // namespace themata::ingest::test
