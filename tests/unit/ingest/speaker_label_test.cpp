#include "themata/ingest/speaker_label.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace themata::ingest {
namespace {

using Reader = std::optional<LabelCandidate> (*)(std::string_view, text::TextRange);

/// "name|label" of the candidate in a line, "-" if there is none.
std::string found(Reader reader, std::string_view line) {
  const auto candidate = reader(line, text::byte_range(0, line.size()));
  if (!candidate) return "-";
  return std::string{text::slice(line, candidate->name)} + "|" +
         std::string{text::slice(line, candidate->label)};
}

struct Example {
  std::string line;
  std::string expected;
};

}  // namespace

TEST_CASE("a colon label is one to four words before a colon and white space") {
  const auto example = GENERATE(values<Example>({
      {"Ben: text", "Ben|Ben:"},
      {"Ben:", "Ben|Ben:"},
      {"Ben:\ttext", "Ben|Ben:"},
      {"Ben:\u00A0text", "Ben|Ben:"},
      {"Ben : text", "Ben|Ben :"},
      {"Ben\u00A0: texte", "Ben|Ben\u00A0:"},
      {"Ben\uFF1Atext", "Ben|Ben\uFF1A"},
      {"  Ben: text", "Ben|Ben:"},
      {"P3: text", "P3|P3:"},
      {"3P: text", "3P|3P:"},
      {"One Two Three Four: text", "One Two Three Four|One Two Three Four:"},
      {"One Two Three Four Five: text", "-"},
      {"Mireille B. Reece, Psy.D: So", "Mireille B. Reece, Psy.D|Mireille B. Reece, Psy.D:"},
      {"Jean-Luc O\u2019Brien: oui", "Jean-Luc O\u2019Brien|Jean-Luc O\u2019Brien:"},
      {"\u00C9lodie: oui", "\u00C9lodie|\u00C9lodie:"},
      {"\u5F20\u4E09\uFF1A\u4F60\u597D", "\u5F20\u4E09|\u5F20\u4E09\uFF1A"},
      {"P1 & P2: yes", "P1 & P2|P1 & P2:"},
      {"anyway: we did", "anyway|anyway:"},
      {"12: text", "-"},
      {"3.5: text", "-"},
      {"10:30 we met", "-"},
      {"10:30: text", "-"},
      {"http://example.org/ is it", "-"},
      {"see http://example.org: it", "-"},
      {"Ben:text", "-"},
      {"- Ben: text", "-"},
      {"* Ben: text", "-"},
      {"> Ben: text", "-"},
      {"# Ben: text", "-"},
      {"\u201CSo: text", "-"},
      {"(laughs): text", "-"},
      {": text", "-"},
      {"", "-"},
      {"   ", "-"},
      {"Ben", "-"},
      {"Ben said: and then: no", "Ben said|Ben said:"},
  }));
  CHECK(found(colon_label, example.line) == example.expected);
}

TEST_CASE("times and parentheses belong to the label but not to the name") {
  const auto example = GENERATE(values<Example>({
      {"Ben [00:12:31]: text", "Ben|Ben [00:12:31]:"},
      {"Ben (00:12): text", "Ben|Ben (00:12):"},
      {"Ben 00:12:31: text", "Ben|Ben 00:12:31:"},
      {"Ben, 0:22: text", "Ben|Ben, 0:22:"},
      {"Ben #00:12:31-5#: text", "Ben|Ben #00:12:31-5#:"},
      {"P3 (female, 45): text", "P3|P3 (female, 45):"},
      {"P3 (female (cis), aka: Jo) [0:22]: text", "P3|P3 (female (cis), aka: Jo) [0:22]:"},
      {"Ben(laughs): text", "Ben|Ben(laughs):"},
      {"Ben Harris 10:30 AM: text", "Ben Harris|Ben Harris 10:30 AM:"},
      {"[00:12] Ben: text", "Ben|[00:12] Ben:"},
      {"00:12:31 Ben: text", "Ben|00:12:31 Ben:"},
      {"[00:43.810 --> 00:47.850]  Ben: hi", "Ben|[00:43.810 --> 00:47.850]  Ben:"},
      {"00:12 - Ben: text", "Ben|00:12 - Ben:"},
      {"#00:12:31-5# Ben: text", "Ben|#00:12:31-5# Ben:"},
      {"I said (quietly) to him: go", "-"},
      {"Ben (unclosed: text", "-"},
      {"Ben (unclosed\ttext: x", "-"},
      {"[Int: mm]", "-"},
  }));
  CHECK(found(colon_label, example.line) == example.expected);
}

TEST_CASE("a tab label is what stands before the line's first tab") {
  const auto example = GENERATE(values<Example>({
      {"Ben\ttext", "Ben|Ben"},
      {"Ben\t", "Ben|Ben"},
      {"Ben \ttext\tmore", "Ben|Ben"},
      {"Ben (f, 45)\ttext", "Ben|Ben (f, 45)"},
      {"00:12\tBen\ttext", "Ben|00:12\tBen"},
      {"00:12\t00:15\tBen\ttext", "Ben|00:12\t00:15\tBen"},
      {"Ben\t00:01\thello", "Ben|Ben\t00:01"},
      {"Ben\t[00:01]\thello", "Ben|Ben\t[00:01]"},
      {"Ben\t00:01 \t 00:05\thello", "Ben|Ben\t00:01 \t 00:05"},
      {"Ben\t00:01", "Ben|Ben\t00:01"},
      {"Ben\t00:01 hello", "Ben|Ben"},
      {"Ben\t{00:01}\thello", "Ben|Ben"},
      {"Ben\thello\t00:01", "Ben|Ben"},
      {"\tBen\ttext", "-"},
      {"One Two Three Four Five\ttext", "-"},
      {"12\ttext", "-"},
      {"Ben text", "-"},
      {"I said:no\ttext", "-"},
      {"Ben (unclosed\ttext", "-"},
  }));
  CHECK(found(tab_label, example.line) == example.expected);
}

TEST_CASE("a line label fills its line and ends in no punctuation") {
  const auto example = GENERATE(values<Example>({
      {"Ben", "Ben|Ben"},
      {"Jonas Rosland  ", "Jonas Rosland|Jonas Rosland"},
      {"Ben  0:22", "Ben|Ben  0:22"},
      {"Ben  0:22  ", "Ben|Ben  0:22"},
      {"Speaker 1 (00:12)", "Speaker 1|Speaker 1 (00:12)"},
      {"00:00:03 Speaker 1", "Speaker 1|00:00:03 Speaker 1"},
      {"0:0:3.80 --> 0:0:5.57 Ben", "Ben|0:0:3.80 --> 0:0:5.57 Ben"},
      {"1:2 Ben", "-"},
      {"Ben Harris 10:30 AM", "Ben Harris|Ben Harris 10:30 AM"},
      {"Psy.D", "Psy.D|Psy.D"},
      {"Ben.", "-"},
      {"Ben?", "-"},
      {"Ben!", "-"},
      {"Ben,", "-"},
      {"Ben;", "-"},
      {"Ben:", "-"},
      {"# Ben", "-"},
      {"## Transcript", "-"},
      {"Yes I do think so", "-"},
      {"2021", "-"},
      {"0:22", "-"},
      {"", "-"},
  }));
  CHECK(found(line_label, example.line) == example.expected);
}

TEST_CASE("only the line that is given is looked at") {
  const std::string text = "Ben: a\nAnna said\nmore: b";
  CHECK_FALSE(colon_label(text, text::byte_range(7, 16)));
  const auto label = colon_label(text, text::byte_range(17, 24));
  REQUIRE(label);
  CHECK(text::slice(text, label->label) == "more:");
}

TEST_CASE("a label is short, however long its line") {
  const std::string many(100'000, 'x');
  CHECK(found(colon_label, many + ": text") == "-");
  CHECK(found(line_label, many) == "-");
  CHECK(found(colon_label, std::string(5'000, '(') + ": text") == "-");
}

TEST_CASE("researchers' labels are known in any case, with or without a number") {
  for (const auto* name :
       {"Interviewer", "INT", "int", "i", "I", "Q", "q", "Researcher", "facilitator", "MODERATOR",
        "Interviewer 1", "I1", "I 2", "Q12", "Int.", "Int2", "Interviewer #2", "INTERVIEWER_1"}) {
    CAPTURE(name);
    CHECK(is_researcher_label(name));
    CHECK_FALSE(is_generic_label(name));
  }
  for (const auto* name : {"Ben", "Ian", "Quentin", "Intern", "Interviewee", "Interviewers", "I am",
                           "Q and A", "", "1", "In", "Mod"}) {
    CAPTURE(name);
    CHECK_FALSE(is_researcher_label(name));
  }
}

TEST_CASE("generic labels are known in any case, with or without a number") {
  for (const auto* name : {"P",
                           "p",
                           "R",
                           "S",
                           "A",
                           "P1",
                           "P 1",
                           "P-1",
                           "p03",
                           "Participant",
                           "PARTICIPANT 12",
                           "Respondent",
                           "Interviewee",
                           "Patient 3",
                           "Client",
                           "Speaker",
                           "speaker 2",
                           "SPEAKER_00",
                           "Speaker A",
                           "Participant #3",
                           "A1",
                           "P.",
                           "Participant\u00A03"}) {
    CAPTURE(name);
    CHECK(is_generic_label(name));
    CHECK_FALSE(is_researcher_label(name));
  }
  for (const auto* name : {"Pat", "Ben", "Participants", "P1a", "Speaker for Ben", "PB", "Speakers",
                           "Client Ben", "1", "", "P and R", "P A", "Joanne 2"}) {
    CAPTURE(name);
    CHECK_FALSE(is_generic_label(name));
  }
}

TEST_CASE("labels of nobody in particular are known in any case, with or without a number") {
  for (const auto* name : {"Interpreter",
                           "TRANSLATOR",
                           "everyone",
                           "Everybody",
                           "All",
                           "Group",
                           "Several",
                           "Multiple",
                           "Unknown",
                           "Unidentified",
                           "unclear",
                           "Unknown Speaker",
                           "UNIDENTIFIED SPEAKER 2",
                           "Unknown Voice",
                           "Multiple voices",
                           "Several Speakers",
                           "All participants",
                           "Unknown Person",
                           "Unknown 1",
                           "Unknown_2",
                           "Interpreter #1",
                           "Group 2",
                           "Unknown Speaker3",
                           "Unidentified Female",
                           "Unknown\u00A0Speaker"}) {
    CAPTURE(name);
    CHECK(is_other_label(name));
    CHECK_FALSE(is_researcher_label(name));
    CHECK_FALSE(is_generic_label(name));
  }
  for (const auto* name :
       {"Ben", "Speaker", "Speaker 1", "Participants", "Allan", "All Right", "Group Leader", "",
        "1", "Unknown Speaker Two", "Interpreter Maria", "Every One", "P1", "Unknown and Ben"}) {
    CAPTURE(name);
    CHECK_FALSE(is_other_label(name));
  }
}

TEST_CASE("capitalised is a label whose words all begin with a capital or a digit") {
  for (const auto* name :
       {"Ben", "BEN", "Ben Harris", "P3", "3P", "Speaker 1", "Mireille B. Reece, Psy.D",
        "\u00C9lodie", "E\u0301lodie", "\u00D8ystein", "\u0410\u043D\u043D\u0430", "\u5F20\u4E09",
        "Ben & Anna", "Maria de Silva", "Ludwig van Beethoven", "Ben \"Benny\" Smith"}) {
    CAPTURE(name);
    CHECK(is_capitalised(name));
  }
  for (const auto* name :
       {"ben", "Ben harris", "And then", "I said", "\u00E9lodie", "e\u0301lodie", "de Silva",
        "Ben and Anna", "\u0430\u043D\u043D\u0430", "\u00DFa", "Maria de"}) {
    CAPTURE(name);
    CHECK_FALSE(is_capitalised(name));
  }
}

TEST_CASE("lower case is a label without a capital") {
  for (const auto* name : {"ben", "p1", "anna b", "\u00E9lodie", "gro\u00DFmutter",
                           "\u03BD\u03AF\u03BA\u03BF\u03C2", "1st", "o'brien"}) {
    CAPTURE(name);
    CHECK(is_lower_case(name));
  }
  for (const auto* name : {"Ben", "bEn", "P1", "12", "\u00C9lodie", "\u5F20\u4E09", ""}) {
    CAPTURE(name);
    CHECK_FALSE(is_lower_case(name));
  }
}

TEST_CASE("the name in a label as it is typed") {
  for (const auto* typed :
       {"Ben:", "Ben", " Ben [00:12:31]: ", "Ben (laughs):", "00:01 Ben:", "[00:01] Ben",
        "[Ben]:", "Ben\t00:01", "1\tBen\t00:05", "00:01\t00:02\tBen\t", "Ben\uFF1A", "Ben 0:22"}) {
    CAPTURE(typed);
    CHECK(name_in_label(typed) == "Ben");
  }
  CHECK(name_in_label("<BEN>") == "<BEN>");
  CHECK(name_in_label(" 12 ") == "12");
  CHECK(name_in_label("[]:").empty());
  CHECK(name_in_label("").empty());
}

}  // namespace themata::ingest
