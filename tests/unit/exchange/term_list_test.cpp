#include "themata/exchange/term_list.hpp"

#include <catch2/catch.hpp>

using themata::exchange::parse_term_pattern;
using themata::exchange::read_term_list;
using themata::exchange::written_family;
using themata::exchange::written_pattern;
using themata::model::TermFamily;
using themata::model::TermPattern;
using Kind = TermPattern::Kind;
using Words = std::vector<std::string>;

namespace {

std::vector<TermFamily> read(std::string_view bytes) { return read_term_list("t.terms", bytes); }

/// The words of each pattern of a list with one family.
std::vector<Words> words(const std::string& patterns) {
  const TermFamily family = read("L: " + patterns).at(0);
  std::vector<Words> result;
  for (const TermPattern& pattern : family.patterns) {
    result.push_back(pattern.words);
  }
  return result;
}

Words phrase(std::string_view pattern) { return parse_term_pattern(pattern).words; }

}  // namespace

TEST_CASE("A line is a label and its patterns") {
  const auto families = read("Calm: calm, relax*\nBreathe, Breather, Breath: breath*\n");
  REQUIRE(families.size() == 2);
  CHECK(families[0].label == "Calm");
  REQUIRE(families[0].patterns.size() == 2);
  CHECK(families[0].patterns[0].words == Words{"calm"});
  CHECK(families[0].patterns[0].kind == Kind::words);
  CHECK_FALSE(families[0].patterns[0].excluded);
  CHECK(families[1].label == "Breathe, Breather, Breath");
  CHECK(families[1].patterns.at(0).words == Words{"breath*"});
}

TEST_CASE("The label ends at the first colon before white space or the line's end") {
  CHECK(read("10:30 talk: talk\n").at(0).label == "10:30 talk");
  CHECK(read("a:b:c: x\n").at(0).label == "a:b:c");
  CHECK(read("Trust:\tcode:\"Trust\"\n").at(0).label == "Trust");
  CHECK(read("  Mother's \"place\" :  x  \n").at(0).label == "Mother's \"place\"");
  CHECK(read("One: \"two: three\"\n").at(0).label == "One");
}

TEST_CASE("Comments, blank lines, line ends and a byte order mark are no patterns") {
  const auto families = read(
      "\xEF\xBB\xBF# our terms\r\n\r\n  # indented: not a family\r\n"
      "Calm: calm # said often, mostly\r\nTags: \"a #b\", c#d\t# end");
  REQUIRE(families.size() == 2);
  CHECK(families[0].patterns.size() == 1);
  CHECK(families[1].patterns.at(0).words == Words{"a", "b"});
  CHECK(families[1].patterns.at(1).words == Words{"c", "d"});
  CHECK(read("").empty());
  CHECK(read("# nothing\n").empty());
}

TEST_CASE("Words are folded: case, composition and the kind of apostrophe do not matter") {
  CHECK(words("CAFÉ, cafe\u0301, STRASSE, Straße") ==
        std::vector<Words>{{"café"}, {"café"}, {"strasse"}, {"strasse"}});
  CHECK(words("can’t, Can't") == std::vector<Words>{{"can't"}, {"can't"}});
}

TEST_CASE("A word that is several words in a text becomes a phrase of them") {
  CHECK(words("self-criticism, can't, twenty-one-year-old, and/or") ==
        std::vector<Words>{
            {"self", "criticism"}, {"can't"}, {"twenty", "one", "year", "old"}, {"and", "or"}});
}

TEST_CASE("Stars belong to the word they touch") {
  CHECK(words("*connect*, breath*, *ing, can*t, *'s, a**b") ==
        std::vector<Words>{{"*connect*"}, {"breath*"}, {"*ing"}, {"can*t"}, {"*'s"}, {"a**b"}});
  CHECK(words("self-critic*, *-criticism, s*f-c*m") ==
        std::vector<Words>{{"self", "critic*"}, {"*", "criticism"}, {"s*f", "c*m"}});
  CHECK(words("COVID*, Ép*É") == std::vector<Words>{{"covid*"}, {"ép*é"}});
}

TEST_CASE("Stars belong to numbers and to words of scripts without spaces, too") {
  CHECK(words("3.*, *.5, 19*, *th, 1*4, B12*") ==
        std::vector<Words>{{"3.*"}, {"*.5"}, {"19*"}, {"*th"}, {"1*4"}, {"b12*"}});
  CHECK(words("食*, *食, 食*物") == std::vector<Words>{{"食*"}, {"*食"}, {"食*物"}});
  CHECK(words("ใจ*") == std::vector<Words>{{"ใจ*"}});
}

TEST_CASE("A phrase stands in quotes of any kind, and its words may have stars") {
  CHECK(words("\"safe place*\", “two words”, „zwei Wörter“, \"well, yes\", \"my * place\"") ==
        std::vector<Words>{{"safe", "place*"},
                           {"two", "words"},
                           {"zwei", "wörter"},
                           {"well", "yes"},
                           {"my", "*", "place"}});
  CHECK(words("\"one\"") == std::vector<Words>{{"one"}});
}

TEST_CASE("A stem is looked for with a tilde") {
  const TermPattern pattern = parse_term_pattern("~Settling");
  CHECK(pattern.kind == Kind::stem);
  CHECK(pattern.words == Words{"settling"});
  for (const char* wrong : {"~", "~two words", "~settl*", "~\"settle\"", "~self-criticism"}) {
    CHECK_THROWS_WITH(
        parse_term_pattern(wrong),
        "the pattern " + std::string(wrong) + " must be a ~ and one word, without stars or quotes");
  }
}

TEST_CASE("The excerpts of a code are named as the code is") {
  const auto patterns =
      read("T: code:\"Trust, in Others\", code:“Ben’s”, code:\"say \"\"hi\"\"\"").at(0).patterns;
  REQUIRE(patterns.size() == 3);
  CHECK(patterns[0].kind == Kind::code);
  CHECK(patterns[0].words == Words{"Trust, in Others"});
  CHECK(patterns[1].words == Words{"Ben’s"});
  CHECK(patterns[2].words == Words{"say \"hi\""});
  for (const char* wrong : {"code:Trust", "code:", "code:\"\"", "code:\" \""}) {
    CHECK_THROWS_WITH(parse_term_pattern(wrong),
                      "the pattern " + std::string(wrong) +
                          " must be code: and a name in quotes, as in code:\"Trust\"");
  }
}

TEST_CASE("A minus, also one that a word processor made a dash, takes out again") {
  const auto patterns =
      read("B: breath*, -breathtaking, –breathless, - ~breathe, -\"a b\", −code:\"X\"")
          .at(0)
          .patterns;
  REQUIRE(patterns.size() == 6);
  CHECK_FALSE(patterns[0].excluded);
  for (std::size_t i = 1; i < patterns.size(); ++i) CHECK(patterns[i].excluded);
  CHECK(patterns[1].words == Words{"breathtaking"});
  CHECK(patterns[2].words == Words{"breathless"});
  CHECK(patterns[3].kind == Kind::stem);
  CHECK(patterns[4].words == Words{"a", "b"});
  CHECK(patterns[5].kind == Kind::code);
}

TEST_CASE("A single pattern may be several words without quotes") {
  CHECK(phrase("safe place") == Words{"safe", "place"});
  CHECK(phrase("  breath* ") == Words{"breath*"});
  CHECK(phrase("1,000") == Words{"1,000"});
  CHECK_THROWS_WITH(phrase("calm, relax"),
                    "calm, relax are several patterns where one is wanted; a phrase with a comma "
                    "needs quotes");
}

TEST_CASE("What is wrong with a term list is said with its line") {
  const auto line = [](const std::string& text) { return read("# c\nA: a\n" + text + "\n"); };
  const std::string no_label =
      "t.terms:3: there is no label; write a label, a colon, a space and the patterns, as in "
      "\"Calm: calm*\"";
  CHECK_THROWS_WITH(line("calm, relax"), no_label);
  CHECK_THROWS_WITH(line("Calm:calm"), no_label);
  CHECK_THROWS_WITH(line("code:\"Trust\""), no_label);
  CHECK_THROWS_WITH(line("Tag #1: x"), no_label);
  CHECK_THROWS_WITH(line(": calm"), "t.terms:3: the label before the colon is empty");
  CHECK_THROWS_WITH(line("Calm:"), "t.terms:3: the family \"Calm\" has no pattern to count");
  CHECK_THROWS_WITH(line("Calm: # none"), "t.terms:3: the family \"Calm\" has no pattern to count");
  CHECK_THROWS_WITH(line("Calm: -calm"), "t.terms:3: the family \"Calm\" has no pattern to count");
  CHECK_THROWS_WITH(line("a: x"), "t.terms:3: the label \"a\" is already on line 2");
  CHECK_THROWS_WITH(
      line("B: *"),
      "t.terms:3: the pattern * has nothing but stars, which would be every word; add "
      "a letter to it");
  CHECK_THROWS_WITH(line("B: \"* *\""), Catch::Contains("nothing but stars"));
  CHECK_THROWS_WITH(line("B: -**"), Catch::Contains("nothing but stars"));
  const std::string empty = "t.terms:3: a pattern is empty; remove one of the commas around it";
  CHECK_THROWS_WITH(line("B: x,, y"), empty);
  CHECK_THROWS_WITH(line("B: , y"), empty);
  CHECK_THROWS_WITH(line("B: x, "), empty);
  CHECK_THROWS_WITH(line("B: x, # y"), empty);
  CHECK_THROWS_WITH(line("B: x, -"),
                    "t.terms:3: a - stands alone; put the pattern to take out behind it");
  CHECK_THROWS_WITH(line("B: \"safe place"),
                    "t.terms:3: a quote is never closed; end it with a second \"");
  CHECK_THROWS_WITH(line("B: ♥"), "t.terms:3: the pattern ♥ has no letter or digit to look for");
  CHECK_THROWS_WITH(line("B: \"\""),
                    "t.terms:3: the pattern \"\" has no letter or digit to look for");
  CHECK_THROWS_WITH(line("B: safe place"),
                    "t.terms:3: put a comma between the words of safe place, or quotes around them "
                    "if they are a phrase");
  CHECK_THROWS_WITH(
      line("B: \"safe\" place"),
      "t.terms:3: there is text after the closing quote in \"safe\" place; put a comma "
      "between patterns");
  CHECK_THROWS_WITH(line("B: the \"safe place\""),
                    "t.terms:3: quotes must enclose the whole of the pattern the \"safe place\"");
}

TEST_CASE("A single pattern that is wrong says so without a place") {
  CHECK_THROWS_WITH(phrase(""), "a pattern is empty; remove one of the commas around it");
  CHECK_THROWS_WITH(phrase("\"open"), "the quote in \"open is never closed");
  CHECK_THROWS_WITH(phrase("***"), Catch::Contains("nothing but stars"));
}

TEST_CASE("A pattern is written as it is read") {
  for (const std::string pattern :
       {"breath*", "*connect*", "~settle", "\"safe place\"", "\"st*nd* next to\"", "code:\"Trust\"",
        "code:\"the \"\"in\"\" breath\"", "\"3,000\"", "\"צה\"\"ל\"", "3.5", "-safeguard*", "-\"settled in\"", "-code:\"x, y\""}) {
    const std::string written = written_pattern(parse_term_pattern(pattern));
    CHECK(written == pattern);
  }
  CHECK(written_pattern(parse_term_pattern("Self-Criticism")) == "\"self criticism\"");
}

TEST_CASE("A family is written as it is read") {
  for (const std::string line :
       {"Calm: calm, relax*, -calmly", "Breathe, Breath: breath*", "10:30 talk: talk",
        "Trust: code:\"Trust # 1\", \"in \"\"it\"\"\""}) {
    const TermFamily family = read(line).at(0);
    const TermFamily again = read(written_family(family)).at(0);
    CHECK(again.label == family.label);
    CHECK(written_family(again) == written_family(family));
  }
  CHECK_THROWS_WITH(written_family({"a: b", {parse_term_pattern("c")}}),
                    Catch::Contains("the label \"a: b\" cannot stand in a term list"));
  CHECK_THROWS_WITH(written_family({"# b", {parse_term_pattern("c")}}),
                    Catch::Contains("cannot stand in a term list"));
}
