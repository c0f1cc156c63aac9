#include "themata/exchange/annotation.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/offset_index.hpp"
#include "themata/text/utf8.hpp"

using namespace themata;
using namespace themata::exchange;

namespace {

using Placed = std::tuple<std::size_t, std::size_t, std::string>;

std::multiset<Placed> placed(const std::vector<AnnotatedCoding>& codings) {
  std::multiset<Placed> all;
  for (const auto& [code, range, begin_line, end_line] : codings) {
    all.emplace(range.begin.value, range.end.value, code);
  }
  return all;
}

Annotation annotation(std::string text, std::vector<AnnotatedCoding> codings = {}) {
  return {{"study-guid", "source-guid", "joanne", "Ana", "ab12"},
          {"Trust", "Calm"},
          std::move(text),
          std::move(codings)};
}

AnnotatedCoding coding(std::string code, std::size_t begin, std::size_t end) {
  return {std::move(code), text::byte_range(begin, end)};
}

constexpr std::string_view text_begins = "the text begins below this line ----\n";
constexpr std::string_view text_ends = "\n# ---- the text ends above this line";

/// The text with its marks, as it stands in the file.
std::string marked(const Annotation& annotation) {
  const std::string file = write_annotation(annotation);
  const std::size_t begin = file.find(text_begins) + text_begins.size();
  return file.substr(begin, file.rfind(text_ends) - begin);
}

/// The file of `stored` with other marks in it.
std::string file_with(const std::string& stored, const std::string& marked_text) {
  std::string file = write_annotation(annotation(stored));
  const std::size_t begin = file.find(text_begins) + text_begins.size();
  return file.replace(begin, file.rfind(text_ends) - begin, marked_text);
}

std::vector<AnnotatedCoding> codings_in(const std::string& stored, const std::string& marked_text) {
  return codings_on(read_annotation("a.txt", file_with(stored, marked_text)), stored);
}

/// What is said of the marks of a one-line text; "LINE" is where the text begins.
std::string fault(const std::string& stored, const std::string& marked_text) {
  const std::string file = file_with(stored, marked_text);
  const auto line = 1 + std::count(file.begin(),
                                   file.begin() + static_cast<std::ptrdiff_t>(
                                                      file.find(text_begins) + text_begins.size()),
                                   '\n');
  try {
    codings_on(read_annotation("a.txt", file), stored);
  } catch (const InputError& error) {
    REQUIRE(error.line());
    const std::string where = "a.txt:" + std::to_string(*error.line()) + ": ";
    const std::string message = error.what();
    REQUIRE(message.substr(0, where.size()) == where);
    return "LINE" +
           (*error.line() == static_cast<std::size_t>(line)
                ? std::string{}
                : "+" + std::to_string(*error.line() - static_cast<std::size_t>(line))) +
           ": " + message.substr(where.size());
  }
  return "no fault";
}

}  // namespace

TEST_CASE("Codings stand around their words, in marks with the code's name") {
  CHECK(marked(annotation("I felt safe.", {coding("Trust", 2, 11)})) ==
        "I {{Trust}}felt safe{{/Trust}}.");
  CHECK(marked(annotation("abcdef", {coding("Calm", 2, 6), coding("Trust", 0, 4)})) ==
        "{{Trust}}ab{{Calm}}cd{{/Trust}}ef{{/Calm}}");
  CHECK(marked(annotation("abcdef", {coding("Calm", 2, 4), coding("Trust", 0, 4)})) ==
        "{{Trust}}ab{{Calm}}cd{{/Calm}}{{/Trust}}ef");
}

TEST_CASE(
    "Codings with one code are told apart by numbers where they overlap, not where they touch") {
  CHECK(marked(annotation("abcdef", {coding("Trust", 0, 3), coding("Trust", 3, 6)})) ==
        "{{Trust}}abc{{/Trust}}{{Trust}}def{{/Trust}}");
  CHECK(marked(annotation("abcdef", {coding("Trust", 0, 4), coding("Trust", 3, 6)})) ==
        "{{Trust}}abc{{Trust#2}}d{{/Trust}}ef{{/Trust#2}}");
  CHECK(marked(annotation("abc", {coding("Trust", 0, 3), coding("Trust", 0, 3)})) ==
        "{{Trust}}abc{{/Trust}}");
}

TEST_CASE("Braces of the text stay braces") {
  CHECK(marked(annotation("{one} {{two}} \\{three} \\n {{{")) ==
        "{one} \\{{two}} \\\\{three} \\n \\{\\{{");
  CHECK(marked(annotation("a{b\\", {coding("Trust", 2, 3), coding("Calm", 3, 4)})) ==
        "a\\{{{Trust}}b{{/Trust}}{{Calm}}\\\\{{/Calm}}");
  // A brace that was typed before a mark needs no backslash.
  const auto codings = codings_in("a{b", "a{{{Trust}}b{{/Trust}}");
  CHECK(placed(codings) == placed({coding("Trust", 2, 3)}));
}

TEST_CASE("Names that look like marks are written so that they do not") {
  CHECK(opening_mark("Trust") == "{{Trust}}");
  CHECK(opening_mark("Trust #2") == "{{Trust \\#2}}");
  CHECK(opening_mark("/ {a}: b\\") == "{{\\/ \\{a\\}: b\\\\}}");
  CHECK(opening_mark("no. # 2") == "{{no. # 2}}");
  CHECK_THROWS_WITH(opening_mark("a\nb"), Catch::Contains("line break"));
}

TEST_CASE("Marks are typed freely") {
  CHECK(placed(codings_in("abc def", "{{ Trust }}abc{{/}} {{Calm #2}}def{{ / calm#2 }}")) ==
        placed({coding("Trust", 0, 3), coding("Calm", 4, 7)}));
  CHECK(placed(codings_in("abc def", "{{Trust}}abc{{Calm}} def{{/t}}{{/}}")) ==
        placed({coding("Trust", 0, 7), coding("Calm", 3, 7)}));
  CHECK(placed(codings_in("abc", "{{Trust}}{{Calm}}abc{{/Trust}}{{/Calm}}")) ==
        placed({coding("Trust", 0, 3), coding("Calm", 0, 3)}));
}

TEST_CASE("What is wrong with a mark is said with its line") {
  CHECK(fault("abc\ndef", "abc\n{{Trust}}def") ==
        "LINE+1: {{Trust}} is never closed; put {{/Trust}} where the coding ends");
  CHECK(fault("abc", "abc{{/Trust}}") == "LINE: {{/Trust}} closes what is not open");
  CHECK(fault("abc", "{{Trust}}ab{{/Calm}}c{{/Trust}}") ==
        "LINE: {{/Calm}} closes what is not open; {{Trust}} was opened last");
  CHECK(
      fault("abc", "{{Trust}}a{{Trust}}b{{/Trust}}c") ==
      "LINE: {{Trust}} is open since line 14; close it with {{/Trust}}, or number a second coding "
      "that overlaps the first: {{Trust#2}}...{{/Trust#2}}");
  CHECK(fault("abc", "{{Trust}}{{/Trust}}abc") ==
        "LINE: there is no text between {{Trust}} and {{/Trust}}");
  CHECK(fault("abc", "{{Trust abc\n") ==
        "LINE: the mark {{Trust abc is not closed by }} on its line; where two braces are text, "
        "write \\{{");
  CHECK(fault("abc", "{{ }}abc") ==
        "LINE: the mark {{ }} names no code; where two braces are text, write \\{{");
  CHECK(
      fault("abc", "{{Trust}a{{/Trust}}bc") ==
      "LINE: the mark {{Trust}a is not closed by }} on its line; where two braces are text, write "
      "\\{{");
  CHECK(fault("e\u0301a", "e{{Trust}}\u0301a{{/Trust}}") ==
        "LINE: a mark of Trust stands inside of the character \"e\u0301\"; put it before or behind "
        "it");
}

TEST_CASE("Words that were changed are shown as they are and as they were") {
  CHECK(
      fault("one\ntwo words\nthree", "one\ntwo {{Trust}}werds{{/Trust}}\nthree") ==
      "LINE+1: the words were changed, and only marks may be; in the study: \"two words\"; in the "
      "file: \"two werds\"");
  CHECK(fault("one", "one\ntwo") ==
        "LINE+1: the words were changed, and only marks may be; in the study: no such line; in the "
        "file: \"two\"");
  CHECK(
      fault("one\n\ntwo", "one\ntwo") ==
      "LINE+1: the words were changed, and only marks may be; in the study: an empty line; in the "
      "file: \"two\"");
  const std::string fill(60, 'x');
  CHECK_THAT(
      fault(fill + " word " + fill, fill + " ward " + fill),
      Catch::Contains("\"…" + std::string(22, 'x') + " word " + std::string(36, 'x') + "…\""));
}

TEST_CASE("White space at the ends of lines may come and go") {
  const std::string stored = "one  \ntwo \n\nthree";
  const std::string text = "one{{Trust}}\ntwo{{/Trust}}  \n \n{{Calm}}three \t{{/Calm}}";
  const auto codings = codings_in(stored, text);
  CHECK(placed(codings) == placed({coding("Trust", 3, 9), coding("Calm", 12, 17)}));
  CHECK(fault(stored, " one\ntwo\n\nthree").substr(0, 4) == "LINE");
  CHECK(fault("one", "one{{Trust}}  {{/Trust}}") ==
        "LINE: Trust is put around white space that the text does not have");
}

TEST_CASE("Line ends of Windows and a byte order mark are taken") {
  const std::string stored = "one\ntwo\n";
  std::string file = file_with(stored, "{{Trust}}one\ntwo{{/Trust}}\n");
  for (std::size_t at = 0; (at = file.find('\n', at)) != std::string::npos; at += 2) {
    file.insert(at, "\r");
  }
  const auto read = read_annotation("a.txt", "\xEF\xBB\xBF" + file);
  CHECK(read.origin.coder == "Ana");
  CHECK(placed(codings_on(read, stored)) == placed({coding("Trust", 0, 7)}));
}

TEST_CASE("What the file was made from comes back") {
  const auto read = read_annotation(
      "a.txt", write_annotation(annotation("\u00E9 abc", {coding("Trust #2", 3, 6)})));
  CHECK_FALSE(read.is_empty);
  CHECK(read.origin.study == "study-guid");
  CHECK(read.origin.source_id == "source-guid");
  CHECK(read.origin.source == "joanne");
  CHECK(read.origin.coder == "Ana");
  CHECK(read.origin.text_hash == "ab12");
  REQUIRE(read.exported.size() == 1);
  CHECK(read.exported[0].code == "Trust #2");
  CHECK(read.exported[0].range ==
        text::CodePointRange{text::CodePointOffset{2}, text::CodePointOffset{5}});
}

TEST_CASE("A file that was emptied is no error") {
  CHECK(read_annotation("a.txt", "").is_empty);
  CHECK(read_annotation("a.txt", " \n\r\n").is_empty);
}

TEST_CASE("A file whose frame is gone, or that is no UTF-8, is refused") {
  const std::string file = write_annotation(annotation("abc", {coding("Trust", 0, 3)}));
  const auto without = [&](const std::string& part) {
    std::string rest = file;
    return rest.erase(rest.find(part), part.size());
  };
  CHECK_THROWS_WITH(
      read_annotation("a.txt", "abc"),
      "a.txt: the line \"# ---- the text begins below this line ----\" is missing; put "
      "it back, or export the text anew");
  CHECK_THROWS_WITH(read_annotation("a.txt", without("# ---- the text ends")),
                    Catch::Contains("the text ends above this line"));
  CHECK_THROWS_WITH(read_annotation("a.txt", without("# coder: Ana\n")),
                    Catch::Contains("\"# coder: ...\" is missing"));
  CHECK_THROWS_WITH(read_annotation("a.txt", without("0:3 ")), Catch::Contains("not as it was"));
  CHECK_THROWS_WITH(read_annotation("a.txt", "one\ntw\xFFo\n"),
                    "a.txt:2: this is not UTF-8; have the editor save the file as UTF-8");
}

namespace {

constexpr std::string_view pieces[] = {"a",
                                       "word ",
                                       " ",
                                       "\n",
                                       "{",
                                       "{{",
                                       "}",
                                       "}}",
                                       "\\",
                                       "\\{",
                                       "{{/",
                                       "/}",
                                       "{{Trust}}",
                                       "{{/Trust}}",
                                       "#2",
                                       "# ---",
                                       "\u05E9\u05DC",
                                       "\u0645",
                                       "\u202E",
                                       "e\u0301",
                                       "\U0001F469\u200D\U0001F52C",
                                       "\u6211",
                                       "\t",
                                       "# ---- the text ends above this line ----",
                                       "# ---- the text begins below this line ----\n",
                                       "# coder: Bo\n",
                                       "\u00A0"};

constexpr std::string_view names[] = {"Trust",
                                      "trust",
                                      "Trust#2",
                                      "Trust #2",
                                      "#2",
                                      "/Trust",
                                      "a}b",
                                      "{{a}}",
                                      "}}",
                                      "a: b",
                                      "\\",
                                      "\\}",
                                      "a\\#3",
                                      "{",
                                      "a {",
                                      "\u05D0\u05DE\u05D5\u05DF",
                                      "# coding",
                                      "a / b",
                                      "1:2",
                                      "Trust##2",
                                      "x#1234567",
                                      "a b  c",
                                      "\u00A0",
                                      "a very long name of a code that nobody should give but that "
                                      "somebody gives, one day or another"};

std::string random_text(std::mt19937& random) {
  std::string text;
  for (auto left = random() % 30; left > 0; --left) text += pieces[random() % std::size(pieces)];
  return text;
}

std::vector<AnnotatedCoding> random_codings(const std::string& text, std::mt19937& random) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (text::is_grapheme_boundary(text, text::ByteOffset{at})) places.push_back(at);
  }
  std::vector<AnnotatedCoding> codings;
  for (auto left = random() % 12; left > 0; --left) {
    const std::size_t a = places[random() % places.size()];
    const std::size_t b = places[random() % places.size()];
    const auto name = names[random() % (random() % 2 == 0 ? 2 : std::size(names))];
    if (a != b) codings.push_back(coding(std::string(name), std::min(a, b), std::max(a, b)));
  }
  return codings;
}

}  // namespace

TEST_CASE("Any text with any codings is read as it was written") {
  for (const unsigned seed : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U}) {
    std::mt19937 random(seed);
    for (int run = 0; run < 400; ++run) {
      const std::string text = random_text(random);
      const Annotation written = annotation(text, random_codings(text, random));
      const std::string file = write_annotation(written);
      CAPTURE(seed, run, file);
      const ReadAnnotation read = read_annotation("a.txt", file);
      REQUIRE(read.text == text);
      const auto all = placed(written.codings);
      const std::multiset<Placed> expected = [&] {
        const std::set<Placed> once(all.begin(), all.end());
        return std::multiset<Placed>(once.begin(), once.end());
      }();
      REQUIRE(placed(read.codings) == expected);
      REQUIRE(placed(codings_on(read, text)) == expected);
      const text::OffsetIndex offsets(text);
      std::multiset<Placed> exported;
      for (const auto& [code, range] : read.exported) {
        const text::TextRange bytes = offsets.bytes(range);
        exported.emplace(bytes.begin.value, bytes.end.value, code);
      }
      REQUIRE(exported == expected);
    }
  }
}
