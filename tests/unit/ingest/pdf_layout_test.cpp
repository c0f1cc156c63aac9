#include "themata/ingest/detail/pdf_layout.hpp"

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/text/utf8.hpp"

namespace themata::ingest::test {
namespace {

using Strings = std::vector<std::string>;

/// Pages of a typewriter: every character is 6 points wide, every line 10 high.
class Pages {
 public:
  Pages& page() {
    if (has_page_) xhtml_ += "</line></block></flow></page>\n";
    xhtml_ += "<page width=\"600\" height=\"800\"><flow><block><line>\n";
    has_page_ = true;
    return *this;
  }

  /// A line whose words begin at `x`, with its top at `y`.
  Pages& line(double y, std::string_view words, double x = 60, double height = 10) {
    while (!words.empty()) {
      const std::size_t size = std::min(words.find(' '), words.size());
      std::size_t letters = 0;
      for (const char c : words.substr(0, size)) letters += text::is_continuation(c) ? 0 : 1;
      const double width = 0.6 * height * static_cast<double>(letters);
      if (size > 0) word(x, y, x + width, y + height, words.substr(0, size));
      x += width + 0.6 * height;
      words.remove_prefix(std::min(size + 1, words.size()));
    }
    return *this;
  }

  Pages& lines(double y, const Strings& texts, double step = 12, double x = 60) {
    for (const std::string& text : texts) {
      line(y, text, x);
      y += step;
    }
    return *this;
  }

  Pages& word(double left, double top, double right, double bottom, std::string_view text) {
    char place[160];
    std::snprintf(place, sizeof place, "<word xMin=\"%g\" yMin=\"%g\" xMax=\"%g\" yMax=\"%g\">",
                  left, top, right, bottom);
    xhtml_ += place + std::string{text} + "</word>\n";
    return *this;
  }

  [[nodiscard]] Document read() const {
    return detail::document_of_pdf_layout(xhtml_ + "</line></block></flow></page></doc></body>");
  }

  [[nodiscard]] std::string text() const { return read().text; }

 private:
  std::string xhtml_ = "<html><body><doc>";
  bool has_page_ = false;
};

Strings messages_of(const Document& document) {
  Strings messages;
  for (const Diagnostic& notice : document.notices) messages.push_back(notice.message);
  return messages;
}

}  // namespace

// clang-format off
TEST_CASE("lines of a paragraph are joined, and one that ends on purpose ends it") {
  CHECK(Pages{}.page().lines(50, {"The first paragraph goes on here", "and ends here.",
                                  "Another begins and goes on to the", "end."}).text() ==
        "The first paragraph goes on here and ends here.\n\n"
        "Another begins and goes on to the end.\n");
}

TEST_CASE("with space between paragraphs a line that ends on purpose is a line") {
  CHECK(Pages{}.page().lines(50, {"A poem goes", "Like this one", "and on to the very end of it."})
            .lines(110, {"Another paragraph goes on to the", "end."})
            .lines(150, {"And one more."}).text() ==
        "A poem goes\nLike this one and on to the very end of it.\n\n"
        "Another paragraph goes on to the end.\n\nAnd one more.\n");
}

TEST_CASE("a label begins a paragraph, however full the line before it is") {
  CHECK(Pages{}.page().lines(50, {"Ben: what I said then was all of it,", "Interviewer: I see. And is it so now",
                                  "or was it?", "Ben: Yes, it was and it is, all of it"}).text() ==
        "Ben: what I said then was all of it,\n\nInterviewer: I see. And is it so now or was it?\n\n"
        "Ben: Yes, it was and it is, all of it\n");
}

TEST_CASE("a label that does not come again is part of its paragraph") {
  CHECK(Pages{}.page().lines(50, {"The ingredients were simple enough,", "Namely: rice and some water, and time",
                                  "to cook."}).text() ==
        "The ingredients were simple enough, Namely: rice and some water, and time to cook.\n");
}

TEST_CASE("names on lines of their own stay there") {
  CHECK(Pages{}.page().lines(50, {"Anna Smith", "What was it like in there, then, and", "who was there?",
                                  "Ben", "Cold.", "Anna Smith", "I see.", "Ben", "Quite."}).text() ==
        "Anna Smith\nWhat was it like in there, then, and who was there?\n\nBen\nCold.\n\n"
        "Anna Smith\nI see.\n\nBen\nQuite.\n");
}

TEST_CASE("indented lines begin paragraphs in a text that indents them") {
  Pages pages;
  pages.page().line(50, "The first one is of two lines and", 80).line(62, "ends.")
      .line(74, "The second is as long as that, and", 80).line(86, "its last line is full to the end here.")
      .line(98, "The third follows all the same, as", 80).line(110, "we see.")
      .line(122, "And there is a fourth.", 80);
  CHECK(pages.text() == "The first one is of two lines and ends.\n\n"
        "The second is as long as that, and its last line is full to the end here.\n\n"
        "The third follows all the same, as we see.\n\nAnd there is a fourth.\n");
}

TEST_CASE("a paragraph goes on over the end of a page") {
  CHECK(Pages{}.page().lines(50, {"The page ends in the middle of this", "sentence, which is on its way to the"})
            .page().lines(50, {"next page, where it ends.", "Then there is another one to read, and", "it ends."}).text() ==
        "The page ends in the middle of this sentence, which is on its way to the next page, where it "
        "ends.\n\nThen there is another one to read, and it ends.\n");
}

TEST_CASE("words that were divided at the end of a line are whole again") {
  CHECK(Pages{}.page().lines(50, {"They said that ther\u00AD\u2010", "apy was what it had ever been, and ther-",
                                  "apy is what it is. It is my well-", "being, or all that well-being stands",
                                  "for, and 1990-", "95, with some Anglo-", "Saxon words, extra-", "ordinary."}).text() ==
        "They said that therapy was what it had ever been, and therapy is what it is. It is my "
        "well-being, or all that well-being stands for, and 1990-95, with some Anglo-Saxon words, "
        "extraordinary.\n");
}

TEST_CASE("a word that breaks off at the end of a line is left as it is") {
  CHECK(Pages{}.page().lines(50, {"I was- I mean that I was- but that is", "what it was, and I was-",
                                  "but you knew that all the time, I was-", "So there."}).text() ==
        "I was- I mean that I was- but that is what it was, and I was- but you knew that all the time, "
        "I was- So there.\n");
}

TEST_CASE("headers and footers are the lines that come again at the same place") {
  Pages pages;
  for (int i = 1; i <= 5; ++i) {
    const std::string number = std::to_string(i);
    pages.page().line(20, "A study, part " + number).line(780, "- " + number + " -");
    pages.lines(100 + i * 20.0, {"The same text is on all of the pages", "here."});
  }
  const Document document = pages.read();
  CHECK(messages_of(document) ==
        Strings{"left out: 5 headers (\"A study, part 1\"), 5 page numbers"});
  CHECK(document.text.find("study") == std::string::npos);
  CHECK(document.text.find("- 1 -") == std::string::npos);
  CHECK(document.text.find("The same text") == 0);
}

TEST_CASE("labels at the same height on several pages are no headers or footers") {
  Pages pages;
  pages.page().line(50, "Ana:").lines(62, {"We went there for a day or two, then", "came home."})
      .line(96, "Interviewer:").line(108, "And then?");
  pages.page().line(50, "Ana:").lines(62, {"It was what it was, and it went on to", "the end."})
      .line(96, "Interviewer:").line(108, "Why?");
  const Document document = pages.read();
  CHECK(messages_of(document).empty());
  CHECK(document.text == "Ana:\n\nWe went there for a day or two, then came home.\n\nInterviewer:\n\nAnd then?\n\n"
        "Ana:\n\nIt was what it was, and it went on to the end.\n\nInterviewer:\n\nWhy?\n");
}

TEST_CASE("labels with times or numbers are no headers, however far they are from the text") {
  Pages pages;
  pages.page().line(50, "Speaker 1 00:12").line(90, "One.").line(140, "Ana 00:20").line(152, "Two.").line(200, "I").line(212, "Three?");
  pages.page().line(50, "Speaker 2 00:41").line(90, "Four.").line(140, "Ana 00:52").line(152, "Five.").line(200, "I").line(212, "Six?");
  pages.page().line(62, "Ana 01:12").line(74, "Seven.").lines(100, {"Ana 01:30", "Eight.", "I", "Nine?", "Speaker 1 02:00", "Ten."});
  CHECK(messages_of(pages.read()).empty());
}

TEST_CASE("what is as near to the text as lines are to each other is no header on two pages") {
  Pages pages;
  pages.page().lines(50, {"Yes.", "We went there for a day or two, then", "came home when it was time to go.", "Well."});
  pages.page().lines(50, {"Yes.", "It was what it was, and it went on to", "the end, where we left it to them.", "Well."});
  CHECK(messages_of(pages.read()).empty());
}

TEST_CASE("the same words behind a label at the top of every page are no header") {
  Pages pages;
  for (const std::string word : {"sun", "rain", "wind"}) {
    pages.page().lines(50, {"Speaker 1 00:12", "It was what it was.", "Then the " + word + " came for a day or two,", "and it went."});
  }
  CHECK(pages.text().rfind("It was what it was.") > pages.text().find("rain"));
}

TEST_CASE("headers close to the text are known on most of three pages or more") {
  Pages pages;
  for (const std::string word : {"sun", "rain", "wind"}) {
    pages.page().lines(50, {"Harbour Study", "The " + word + " was there for a day or two,", "and then the " + word + " was gone."});
  }
  CHECK(messages_of(pages.read()) == Strings{"left out: 3 headers (\"Harbour Study\")"});
}

TEST_CASE("Roman numbers that grow with the pages are their numbers, others are not") {
  Pages growing;
  for (const std::string number : {"iii", "iv", "v"}) {
    growing.page().line(50, "Some text that ends with " + number).line(780, number);
  }
  CHECK(messages_of(growing.read()) == Strings{"left out: 3 page numbers"});
  Pages own;
  own.page().line(50, "I").line(62, "What was it like there?");
  own.page().line(50, "I").line(62, "And was it so for long?");
  CHECK(messages_of(own.read()).empty());
}

TEST_CASE("the number of the only page is left out, and a number in the text is not") {
  CHECK(Pages{}.page().line(50, "One line of text.").line(780, "Page 1 of 1").text() ==
        "One line of text.\n");
  CHECK(Pages{}.page().line(50, "One line of text.").line(780, "12").text() ==
        "One line of text.\n\n12\n");
}

TEST_CASE("line numbers are left out, every one and every fifth") {
  Pages pages;
  pages.page();
  for (int i = 1; i <= 20; ++i) {
    const double y = 50 + 12.0 * i;
    pages.line(y, i % 5 == 0 ? "Ben: short." : "It goes on in lines as long as these");
    pages.line(y, std::to_string(i), i < 10 ? 36 : 30);
  }
  CHECK(messages_of(pages.read()) == Strings{"left out: 20 line numbers"});
  Pages fifths;
  fifths.page();
  for (int i = 1; i <= 25; ++i) {
    fifths.line(50 + 12.0 * i, "It goes on in lines as long as these");
    if (i % 5 == 0) fifths.line(50 + 12.0 * i, std::to_string(i), i < 10 ? 36 : 30);
  }
  CHECK(messages_of(fifths.read()) == Strings{"left out: 5 line numbers"});
}

TEST_CASE("numbers that do not grow as lines do are text") {
  const Document document = Pages{}.page()
      .lines(50, {"12", "7", "1998", "40"}, 12, 30).lines(50, {"weeks", "days", "was the year", "years"}).read();
  CHECK(messages_of(document).empty());
  CHECK(document.text.find("1998 was the year") != std::string::npos);
}

TEST_CASE("footnotes and their marks are left out, and said") {
  const Document document = Pages{}.page()
      .lines(50, {"The text has a footnote here, and it", "goes on to its end in full letters."})
      .word(275, 49, 278, 55, "1").line(700, "1 See the other one.", 60, 8).line(710, "It is longer.", 60, 8).read();
  CHECK(document.text == "The text has a footnote here, and it goes on to its end in full letters.\n");
  CHECK(messages_of(document) == Strings{"left out: 1 footnote (\"1 See the other one.\")"});
}

TEST_CASE("columns of text are read one after the other") {
  const Strings left{"The left column is read", "first, from its top to", "its end, down here, and", "that is after six lines", "or after seven of them,", "which are here. It is", "continued on the right"};
  const Strings right{"side, where the text of", "the paragraph goes on,", "again for some six", "lines, so that it can", "be told from others by", "the strip between them", "and by its length here."};
  const std::string whole = "The left column is read first, from its top to its end, down here, and that is after six "
        "lines or after seven of them, which are here. It is continued on the right side, where the text of the paragraph "
        "goes on, again for some six lines, so that it can be told from others by the strip between them and by its "
        "length here.\n";
  CHECK(Pages{}.page().lines(50, left).lines(50, right, 12, 260).text() == whole);
  CHECK(Pages{}.page().lines(50, left).lines(56, right, 12, 260).text() == whole);
}

TEST_CASE("a table of times, speakers and text is one") {
  const Document document = Pages{}.page()
      .line(50, "00:01", 30).line(50, "Anna", 90).lines(50, {"What was it like, when you", "came here?"}, 12, 160)
      .line(80, "00:09", 30).line(80, "Ben", 90).lines(80, {"Cold."}, 12, 160)
      .line(98, "00:12", 30).line(98, "Anna", 90).lines(98, {"And then?"}, 12, 160)
      .line(116, "00:15", 30).line(116, "Ben", 90).lines(116, {"Warm, after a while, when we", "had gone home."}, 12, 160)
      .page().lines(50, {"And then warmer."}, 12, 160)
      .line(68, "01:00", 30).line(68, "Anna", 90).lines(68, {"Thanks."}, 12, 160).read();
  CHECK(document.convention == Convention::table_rows);
  REQUIRE(document.turns.size() == 5);
  CHECK(document.turns[0].speaker == "Anna");
  CHECK(document.turns[1].started == std::chrono::seconds{9});
  CHECK(document.text == "00:01\tAnna\tWhat was it like, when you came here?\n\n00:09\tBen\tCold.\n\n00:12\tAnna\tAnd then?\n\n"
                         "00:15\tBen\tWarm, after a while, when we had gone home.\nAnd then warmer.\n\n01:00\tAnna\tThanks.\n");
}

TEST_CASE("a table with numbers of rows and a column behind the text is one, and keeps its titles once") {
  const auto titles = [](Pages& pages, double y) {
    pages.line(y, "No.", 30).line(y, "Speaker", 60).line(y, "Text", 130).line(y, "Codes", 400);
  };
  Pages pages;
  titles(pages.page(), 50);
  pages.line(64, "1", 30).line(64, "Anna", 60).line(64, "What was it like?", 130).line(64, "opening", 400);
  pages.line(78, "2", 30).line(78, "Ben", 60).lines(78, {"Cold, and then it was warmer than it", "had been."}, 12, 130);
  titles(pages.page(), 80);
  pages.line(94, "3", 30).line(94, "Anna", 60).line(94, "And now?", 130);
  pages.line(108, "4", 30).line(108, "Ben", 60).line(108, "The same.", 130).line(108, "closing", 400);
  const Document document = pages.read();
  CHECK(document.text == "No.\tSpeaker\tText\tCodes\n\n1\tAnna\tWhat was it like?\topening\n\n"
        "2\tBen\tCold, and then it was warmer than it had been.\n\n3\tAnna\tAnd now?\n\n4\tBen\tThe same.\tclosing\n");
  CHECK(messages_of(document) == Strings{"left out: the titles of a table's columns, 1 time again"});
  REQUIRE(document.turns.size() == 4);
  CHECK(document.turns[3].speaker == "Ben");
}

TEST_CASE("the items of a list are paragraphs, and their lines are theirs") {
  CHECK(Pages{}.page().line(50, "1. The first item has two lines of", 60).line(62, "text.", 78)
            .line(80, "2. The second has one.", 60).line(98, "3. The third too.", 60).text() ==
        "1. The first item has two lines of text.\n\n2. The second has one.\n\n3. The third too.\n");
}

TEST_CASE("names with a colon in a column of their own are labels") {
  CHECK(Pages{}.page().line(50, "Anna:", 60).lines(50, {"What was it like, when you", "came here?"}, 12, 130)
            .line(74, "Ben:", 60).lines(74, {"Cold."}, 12, 130).line(86, "Anna:", 60).lines(86, {"I see."}, 12, 130).text() ==
        "Anna: What was it like, when you came here?\n\nBen: Cold.\n\nAnna: I see.\n");
}
// clang-format on

TEST_CASE("words are parted by space on the page, not by how they are set") {
  CHECK(Pages{}
            .page()
            .word(10, 10, 28, 20, "Ben")
            .word(28, 10, 34, 20, ":")
            .word(40, 10, 70, 20, "Hello")
            .text() == "Ben: Hello\n");
}

TEST_CASE("words that are written upwards are left out, and said") {
  const Document document =
      Pages{}.page().line(50, "Some text.").word(10, 300, 25, 500, "CONFIDENTIAL").read();
  CHECK(document.text == "Some text.\n");
  CHECK(messages_of(document) == Strings{"left out: 1 word written upwards"});
}

TEST_CASE("pages without text and characters without a meaning are said") {
  const Document document =
      Pages{}.page().line(50, "Some \uE001\uFFFD text.").page().page().line(50, "More.").read();
  CHECK(messages_of(document) ==
        Strings{"1 page of 3 without text (2): if they are pictures of text, run text recognition "
                "(OCR) on the file first",
                "2 characters could not be told, because the file's fonts do not say what they "
                "are: compare the text with the pages"});
}

TEST_CASE("letters and entities are read as what they stand for") {
  CHECK(Pages{}.page().line(50, "A &lt;\uFB01ne&gt; &amp; \u00ADsoft\u00AD word").text() ==
        "A <fine> & soft word\n");
}

TEST_CASE("what pdftotext does not write is refused or empty, and nothing worse") {
  CHECK(detail::document_of_pdf_layout("").text.empty());
  CHECK(detail::document_of_pdf_layout("<html/>").text.empty());
  CHECK_THROWS_AS(detail::document_of_pdf_layout("<page width=\"1\">"), InputError);
  CHECK_THROWS_AS(detail::document_of_pdf_layout("<page <</page>"), InputError);
  CHECK(
      Pages{}.page().word(1e300, -1e300, 0, 5, "far").word(0, 0, 0, 0, "flat").read().text.size() >
      0);
}

TEST_CASE("the layout of many lines takes time that grows with them") {
  Pages pages;
  pages.page();
  for (int i = 0; i < 10'000; ++i) pages.line(i * 0.001, "w", i * 0.5);
  CHECK(pages.text().size() >= 10'000);
  Pages high;
  high.page();
  for (int i = 0; i < 10'000; ++i) high.line(i * 12.0, "word word", 60);
  CHECK(high.text().size() > 95'000);
}

}  // namespace themata::ingest::test
