/// `apply_from`: codings from a file, all or none.
#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/memos.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;

namespace {

struct CodingFiles : test::TemporaryStudy {
  CodingFiles() {
    import("one.txt",
           "Ben: I hum, \"so\", and\nbreathe.\nAnn: Hm.\nBen: I hum.\nAnn: cafe\xCC\x81.\n");
    import("two.txt", "Cleo: Yes.\nAnn: No.\nCleo: Yes.\n");
    add_theme(project(), "Body", "", std::nullopt);
    add_code(project(), "humming", "", "Body");
    add_code(project(), "silence", "", std::nullopt);
  }

  CodingImport from(const std::string& csv, bool create = false) {
    return apply_from(project(), write("codings.csv", csv), create);
  }

  /// What a file that must be refused is told.
  template <class Failure = InputError>
  std::string told(const std::string& csv, bool create = false) {
    const std::string path = write("codings.csv", csv);
    std::string message =
        test::refused<Failure>(*this, [&] { apply_from(project(), path, create); });
    const std::size_t at = message.find("codings.csv");
    return at == std::string::npos ? message : message.substr(at);
  }

  /// Every coding as "source|begin:end|code|coder".
  Names codings() {
    Names lines;
    list_excerpts(project(), {}, [&](const analysis::Excerpt& excerpt) {
      lines.push_back(excerpt.source + "|" + std::to_string(excerpt.range.begin.value) + ":" +
                      std::to_string(excerpt.range.end.value) + "|" + excerpt.code + "|" +
                      excerpt.coder);
    });
    return lines;
  }
};

}  // namespace

TEST_CASE_METHOD(CodingFiles, "codings come by range or by quote", "[applying]") {
  const CodingImport outcome = from(
      "source,code,start,end,quote,nth\n"
      "one,humming,,,I hum,2\n"
      "TWO,Silence,6,10,,\n"
      "one,humming,5,10,,\n");
  CHECK(outcome.rows == 3);
  CHECK(outcome.added == 3);
  CHECK(outcome.snapped.empty());
  CHECK(codings() ==
        Names{"one|5:10|humming|Ada", "one|45:50|humming|Ada", "two|6:10|silence|Ada"});
  CHECK(log_entries(project()).back().command == "apply");
  CHECK(log_entries(project()).back().summary == "3 codings from a file of 3 rows");
}

TEST_CASE_METHOD(CodingFiles, "a quote may hold commas, quotes and line breaks", "[applying]") {
  CHECK(from("source,code,quote\r\none,humming,\"hum, \"\"so\"\", and\r\nbreathe\"\r\n").added ==
        1);
  CHECK(codings() == Names{"one|7:29|humming|Ada"});
}

TEST_CASE_METHOD(CodingFiles, "the same coding twice is stored once", "[applying]") {
  const std::string csv = "source,code,start,end\none,humming,5,10\none,HUMMING,5,10\n";
  CHECK(from(csv).added == 1);
  const auto again = test::unchanged(*this, [&] { return from(csv); });
  CHECK(again.rows == 2);
  CHECK(again.added == 0);
}

TEST_CASE_METHOD(CodingFiles, "an error in the middle leaves all rows out and names the row",
                 "[applying]") {
  const std::string begin = "source,code,start,end,quote\none,humming,5,10,\n";
  const std::string end = "two,silence,6,10,\n";
  CHECK_THAT(told(begin + "six,humming,5,10,\n" + end),
             Contains("codings.csv:3: row 2: no source is named \"six\""));
  CHECK_THAT(
      told(begin + "one,hummin,5,10,\n\none,hummign,5,10,\n" + end),
      Contains("codings.csv:5: row 3: no code is named \"hummign\"; did you mean \"humming\"?"));
  CHECK(
      told(begin + "one,humming,5,1000,\n" + end) ==
      "codings.csv:3: row 2: the range 5:1000 ends past the text of one, which has 64 characters");
  CHECK_THAT(told(begin + "one,humming,,,nowhere to be found\n" + end),
             Contains("codings.csv:3: row 2: the quote \"nowhere to be found\" is not in one"));
  CHECK_THAT(told(begin + "one,humming,,,I hum\n" + end),
             Contains("codings.csv:3: row 2: the quote \"I hum\" is in one 2 times"));
  CHECK_THAT(told(begin + "one,humming,9,5,\n" + end),
             Contains("codings.csv:3") && Contains("9:5"));
  CHECK_THAT(told(begin + "one,humming,x,5,\n" + end), Contains("codings.csv:3"));
  CHECK_THAT(told(begin + "one,,4,5,\n" + end), Contains("codings.csv:3"));
  CHECK_THAT(told(begin + "one,humming,4,5,I hum\n" + end), Contains("codings.csv:3"));
  CHECK(codings().empty());
  CHECK(codebook(project()).codes().size() == 2);
}

TEST_CASE_METHOD(CodingFiles, "codes and themes are made only on request", "[applying]") {
  const std::string csv =
      "source,code,start,end,theme\none,joy,5,10,Mind / Mood\none,joy,11,12,Body\n"
      "one,humming,5,10,Mind\none,Joy,13,14,\n";
  CHECK_THAT(told(csv), Contains("codings.csv:2: row 1: no code is named \"joy\"") &&
                            Contains("--create makes what is missing"));
  const CodingImport outcome = from(csv, true);
  CHECK(outcome.added == 4);
  CHECK(outcome.new_codes == Names{"joy"});
  CHECK(outcome.new_themes == Names{"Mind", "Mood"});
  const model::Codebook book = codebook(project());
  CHECK(book.theme_paths(find_code(book, "joy").id) == "Body; Mind / Mood");
  CHECK(book.theme_paths(find_code(book, "humming").id) == "Body; Mind");
}

TEST_CASE_METHOD(CodingFiles, "a theme that is missing is told, and nothing is made",
                 "[applying]") {
  CHECK_THAT(told("source,code,start,end,theme\none,humming,5,10,Mind\n"),
             Contains("codings.csv:2: row 1: no theme is named \"Mind\""));
  CHECK_THAT(told("source,code,start,end,theme\none,joy,5,10,Mind\nsix,joy,5,10,\n", true),
             Contains("codings.csv:3: row 2: no source is named \"six\""));
  CHECK(codebook(project()).themes().size() == 1);
}

TEST_CASE_METHOD(CodingFiles, "without a request to make codes a beginning will do", "[applying]") {
  from("source,code,start,end\none,hum,5,10\n");
  CHECK(codings() == Names{"one|5:10|humming|Ada"});
  from("source,code,start,end\none,hum,5,10\n", true);
  CHECK(codings() == Names{"one|5:10|humming|Ada", "one|5:10|hum|Ada"});
}

TEST_CASE_METHOD(CodingFiles, "a column names the coder, who is announced", "[applying]") {
  from(
      "source,code,start,end,coder\none,humming,5,10,Bea\none,humming,5,10,\n"
      "one,humming,5,10,Bea\n");
  CHECK(codings() == Names{"one|5:10|humming|Bea", "one|5:10|humming|Ada"});
  CHECK(notices() == Names{"\"Bea\" is a new coder in this study"});
  CHECK_THAT(told("source,code,start,end,coder\none,humming,5,10,Bea\none,humming,5,10,Beo\n"),
             Contains("codings.csv:3: row 2: the coder \"Beo\" is new here but nearly \"Bea\""));
}

TEST_CASE_METHOD(CodingFiles, "memos come with their codings", "[applying]") {
  from("source,code,start,end,memo\none,humming,5,10,\"why,\nso?\"\none,silence,5,10,\n");
  const auto memos = list_memos(project());
  REQUIRE(memos.size() == 1);
  CHECK(memos[0].text == "why,\nso?");
}

TEST_CASE_METHOD(CodingFiles, "a range through a character is snapped and listed", "[applying]") {
  const CodingImport outcome = from("source,code,start,end\none,humming,57,61\none,humming,5,10\n");
  REQUIRE(outcome.snapped.size() == 1);
  CHECK_THAT(outcome.snapped[0],
             Contains("codings.csv:2: row 1: 57:61 cuts a character and was taken as 57:62"));
  CHECK(codings() == Names{"one|5:10|humming|Ada", "one|57:62|humming|Ada"});
}

TEST_CASE_METHOD(CodingFiles, "a file that is not there, or holds no codings' columns, is refused",
                 "[applying]") {
  test::refused<InputError>(*this, [&] { apply_from(project(), "/no such folder/c.csv", false); });
  CHECK_THAT(told("source,quote\none,Hm.\n"), Contains("code"));
  CHECK_THAT(told(""), Contains("codings.csv"));
}
