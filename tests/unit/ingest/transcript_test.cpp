#include "themata/ingest/transcript.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "unit/ingest/reading.hpp"

namespace themata::ingest::test {

using List = std::vector<std::string>;

TEST_CASE("colon labels divide a text into turns") {
  const Transcript read_text = read("I: How are you?\nP: Fine.\nAnd you?\n\nI: Good.\nP: Bye.\n");
  CHECK(read_text.convention == Convention::colon_labels);
  CHECK(turns_of(read_text) == List{"I|How are you?", "P|Fine.\nAnd you?", "I|Good.", "P|Bye."});
  CHECK(read_text.turns[0].number == 1);
  CHECK(read_text.turns[3].number == 4);
  REQUIRE(read_text.speakers.size() == 2);
  CHECK(read_text.speakers[0].role == model::SpeakerRole::researcher);
  CHECK_FALSE(read_text.speakers[0].generic);
  CHECK(read_text.speakers[1].role == model::SpeakerRole::participant);
  CHECK(read_text.speakers[1].generic);
  CHECK(text::slice(read_text.text, read_text.turns[1].label) == "P:");
  CHECK(read_text.diagnostics.empty());
}

TEST_CASE("where no label recurs every capitalised one is a label") {
  CHECK(turns_of("I: How are you?\nP: Fine.") == List{"I|How are you?", "P|Fine."});
  CHECK(turns_of("Ben: Hello.\nAnna: Hello, Ben.") == List{"Ben|Hello.", "Anna|Hello, Ben."});
  CHECK(turns_of("Ben: Hello.") == List{"Ben|Hello."});
  CHECK(turns_of("Ben: Hello.\nand then: no") == List{"Ben|Hello.\nand then: no"});
}

TEST_CASE("where a label recurs, what looks like one but does not recur is speech") {
  const Transcript read_text =
      read("Ben: So I\nAnna: Yes\nAnyway: we did the breathe\nBen: ok\nAnna: bye");
  CHECK(turns_of(read_text) ==
        List{"Ben|So I", "Anna|Yes\nAnyway: we did the breathe", "Ben|ok", "Anna|bye"});
  CHECK(line_told(read_text, "\"Anyway:\" looks like a label") == 3);
  CHECK(line_told(read_text, "source turns") == 3);
  CHECK(read_text.look_alikes == List{"anyway"});
}

TEST_CASE("a look-alike is reported once, with its first line and its number of lines") {
  const Transcript read_text =
      read("Ben: a\nand then: b\nAnna: c\nand then: d\nBen: e\nAnd then: f\nAnna: g");
  CHECK(speakers_of(read_text) == List{"Ben", "Anna"});
  CHECK(line_told(read_text, "on 3 lines") == 2);
  CHECK(read_text.diagnostics.size() == 1);
}

TEST_CASE("labels with a small letter are accepted only if all small and alternating") {
  CHECK(speakers_of("ben: hi\nanna: hello\nben: x\nanna: y") == List{"ben", "anna"});
  CHECK(speakers_of("ben: a\nanna: b\ncarl: c\nben: d\nanna: e\ncarl: f") ==
        List{"ben", "anna", "carl"});
  CHECK(speakers_of("i: q\np: a\ni: q\np: a") == List{"i", "p"});
  CHECK(speakers_of("so: that\nso: this").empty());
  CHECK(speakers_of("so: a\nand: b\nand: c\nso: d").empty());
  CHECK(speakers_of("so: a\nso: b\nand: c\nand: d").empty());
  CHECK(speakers_of("Ben: a\nso: b\nAnna: c\nso: d\nBen: e\nAnna: f") == List{"Ben", "Anna"});
  CHECK(speakers_of("And then: a\nBut then: b\nAnd then: c\nBut then: d").empty());
}

TEST_CASE("a researcher's label is accepted though it stands once") {
  CHECK(turns_of("Ben: a\nAnna: b\nInterviewer: c\nBen: d\nAnna: e") ==
        List{"Ben|a", "Anna|b", "Interviewer|c", "Ben|d", "Anna|e"});
  CHECK(speakers_of("Ben: a\nAnna: b\nint: c\nBen: d\nAnna: e") == List{"Ben", "Anna", "int"});
}

TEST_CASE("nobody in particular is no participant, and that is told") {
  const Transcript group = read(
      "I: a\nP1: b\nEveryone: c\nUNKNOWN SPEAKER 2: d\nI: e\nP1: f\nEveryone: g\n"
      "Unknown speaker 2: h");
  REQUIRE(speakers_of(group) == List{"I", "P1", "Everyone", "UNKNOWN SPEAKER 2"});
  CHECK(group.speakers[1].role == model::SpeakerRole::participant);
  CHECK(group.speakers[2].role == model::SpeakerRole::other);
  CHECK(group.speakers[3].role == model::SpeakerRole::other);
  CHECK_FALSE(group.speakers[2].generic);
  CHECK(line_told(group,
                  "\"Everyone\" is taken for nobody in particular and counted as no "
                  "participant") == 3);
  CHECK(line_told(group, "\"UNKNOWN SPEAKER 2\" is taken for nobody") == 4);
  CHECK(group.diagnostics.size() == 3);
  const Transcript alone = read("I: a\nInterpreter: b\nI: c\nInterpreter: d");
  CHECK(line_told(alone, "no participant speaks in this file") == 1);
}

TEST_CASE("where no participant would speak, a capitalised label that stands once is accepted") {
  CHECK(turns_of("Interviewer: tell me\nJoanne: a long answer\nInterviewer: thanks") ==
        List{"Interviewer|tell me", "Joanne|a long answer", "Interviewer|thanks"});
  CHECK(turns_of("Interviewer: tell me\n\nmore\n\nmore\n\nJoanne: a\n\nBen: b\n\n"
                 "Interviewer: thanks") ==
        List{"Interviewer|tell me\n\nmore\n\nmore", "Joanne|a", "Ben|b", "Interviewer|thanks"});
  CHECK(speakers_of("Interviewer: a\nInterpreter: b\nJoanne: c\nInterpreter: d\nInterviewer: e") ==
        List{"Interviewer", "Interpreter", "Joanne"});
  CHECK(speakers_of("Interviewer\ta\nJoanne\tb\nInterviewer\tc") == List{"Interviewer", "Joanne"});
  // a participant there is, or the words are speech
  CHECK(speakers_of("I: a\nP: b\nJoanne: c\nI: d\nP: e") == List{"I", "P"});
  CHECK(speakers_of("I: a\nand then: b\nI: c") == List{"I"});
  CHECK(speakers_of("I: a\nThank You: b\nConclusion: c\nDate: d\nMonday: e\nI: f") == List{"I"});
}

TEST_CASE("a time between a tab label and its text belongs to the label") {
  const Transcript read_text =
      read("Ben\t00:01\thello\nAnna\t00:05\thi there\nBen\t00:09\tbye\nAnna\t00:12\tok");
  CHECK(turns_of(read_text) == List{"Ben|hello", "Anna|hi there", "Ben|bye", "Anna|ok"});
  CHECK(read_text.asides.empty());
}

TEST_CASE("where only researchers would speak, a generic label that stands once is accepted") {
  CHECK(turns_of("I: a\nP: b\nI: c") == List{"I|a", "P|b", "I|c"});
  CHECK(speakers_of("I: a\nBen: x\nS: b\nI: c\nBen: d") == List{"I", "Ben"});
  CHECK(turns_of("I: a\n\nJoanne: b\n\nAnd: c\n\nI: d") ==
        List{"I|a", "Joanne|b\n\nAnd: c", "I|d"});
  CHECK(speakers_of("I: a\n\nI went.\n\nAnyway: b\n\nI: c") == List{"I"});
}

TEST_CASE("a numbered generic label is accepted beside its like though it stands once") {
  CHECK(speakers_of("I: a\nP1: b\nI: c\nP1: d\nP2: e\nI: f") == List{"I", "P1", "P2"});
  CHECK(speakers_of("I: a\nP1: b\nI: c\nP1: d\nS: e\nP: f\nI: g") == List{"I", "P1"});
  CHECK(speakers_of("SPEAKER_00: a\nSPEAKER_01: b\nSPEAKER_00: c") ==
        List{"SPEAKER_00", "SPEAKER_01"});
}

TEST_CASE("where labels have times, one with a time is accepted though it stands once") {
  CHECK(speakers_of("Ben  0:22\na\n\nAnna  0:30\nb\n\nBen  0:40\nc\n\nCarl  0:50\nd\n\n"
                    "Over There\ne") == List{"Ben", "Anna", "Carl"});
  CHECK(speakers_of("Ben [0:22]: a\nAnna [0:30]: b\nBen [0:40]: c\nAnyway: d") ==
        List{"Ben", "Anna"});
  CHECK(speakers_of("[0:22] Ben: a\n[0:30] Anyway: b\n[0:40] Ben: c") == List{"Ben"});
}

TEST_CASE("a line of answering does not become a label by recurring") {
  CHECK(speakers_of("How was it\n\nYeah\nI went there\n\nAnd then\n\nYeah\nI came back").empty());
}

TEST_CASE("a speaker whom the study knows is accepted though the label stands once") {
  const std::string text = "Ben: a\nAnna: b\nCarl: c\nBen: d\nAnna: e";
  CHECK(speakers_of(text) == List{"Ben", "Anna"});
  CHECK(speakers_of(read(text, false, {"carl", "x"})) == List{"Ben", "Anna", "Carl"});
  CHECK(speakers_of(read("ben: x\nso I went", false, {"ben"})) == List{"ben"});
  CHECK(read(text).look_alikes == List{"carl"});
}

TEST_CASE("a generic label is not known from other files") {
  CHECK(speakers_of(read("Participant: Joanne\n\nI: a\nP: b\nI: c\nP: d", false,
                         {"participant", "p", "i"})) == List{"I", "P"});
}

TEST_CASE("one label in different letters is one speaker, as first written") {
  const Transcript read_text = read("BEN: a\nAnna: b\nBen: c\nAnna: d\nben: e");
  CHECK(speakers_of(read_text) == List{"BEN", "Anna"});
  CHECK(read_text.turns.size() == 5);
  CHECK(line_told(read_text, "\"Ben\" is read as the speaker \"BEN\"") == 3);
  CHECK(line_told(read_text, "\"ben\" is read as the speaker \"BEN\"") == 5);
}

TEST_CASE("labels that differ in spaces and signs alone are two speakers, and that is told") {
  const Transcript read_text = read("P1: a\nI: b\nP1: c\nI: d\nP 1: e\nI: f\nP 1: g");
  CHECK(speakers_of(read_text) == List{"P1", "I", "P 1"});
  CHECK(line_told(read_text, "are read as two speakers") == 5);
}

TEST_CASE("times and parentheses in a label are no part of the speaker's name") {
  const Transcript read_text =
      read("Ben [00:00:01]: a\nP3 (female, 45): b\nBen [00:00:09]: c\nP3: d");
  CHECK(speakers_of(read_text) == List{"Ben", "P3"});
  CHECK(text::slice(read_text.text, read_text.turns[0].label) == "Ben [00:00:01]:");
  CHECK(read_text.asides.empty());
}

TEST_CASE("a time before the label is part of it") {
  CHECK(turns_of("[00:00:01] Ben: hi\n[00:00:05] Anna: hello") == List{"Ben|hi", "Anna|hello"});
  CHECK(turns_of("00:01 Ben: hi\n00:05 Anna: hello\n00:09 Ben: ok") ==
        List{"Ben|hi\n00:05 Anna: hello", "Ben|ok"});
}

TEST_CASE("nobody is called Date or Duration, wherever it stands and however often") {
  CHECK(turns_of("Date: 3 May\nI woke up.\n\nDate: 4 May\nI slept.") ==
        List{"|Date: 3 May\nI woke up.\n\nDate: 4 May\nI slept."});
  CHECK(speakers_of("I: a\nP: b\nI: c\nP: d\nDuration: 57 mins") == List{"I", "P"});
  CHECK(speakers_of("3 May: I woke.\n4 May: I slept.\nMonday: a\nMonday: b").empty());
  CHECK(speakers_of("June: hello\nApril: hi\nJune: ok\nApril: bye") == List{"June", "April"});
}

TEST_CASE("tab labels are taken where no colon label is accepted") {
  const Transcript read_text = read("Ben\tHi there\nAnna\tHello\nmore\nBen\tok\nAnna\tbye");
  CHECK(read_text.convention == Convention::tab_labels);
  CHECK(turns_of(read_text) == List{"Ben|Hi there", "Anna|Hello\nmore", "Ben|ok", "Anna|bye"});
  CHECK(turns_of("Ben\tHi\nAnna\tHello") == List{"Ben|Hi", "Anna|Hello"});
  CHECK(read("Ben: Hi\nAnna\tHello\nBen: x\nAnna\ty").convention == Convention::colon_labels);
}

TEST_CASE("line labels are taken where no other label is accepted") {
  const Transcript read_text = read(
      "# Title\n\nBen Harris  0:22  \nHello there.\n\nAnna  0:46\nHi.\nAnyway: no\n\nYes.\n\n"
      "Ben Harris  1:08\nOk\n\nAnna  1:20\nBye");
  CHECK(read_text.convention == Convention::line_labels);
  CHECK(turns_of(read_text) == List{"Ben Harris|Hello there.", "Anna|Hi.\nAnyway: no\n\nYes.",
                                    "Ben Harris|Ok", "Anna|Bye"});
  CHECK(text::slice(read_text.text, read_text.turns[0].label) == "Ben Harris  0:22");
  CHECK(line_told(read_text, "\"Anyway:\"") == 8);
  CHECK(read_text.asides.empty());
}

TEST_CASE("a line label follows a blank line and has text below") {
  CHECK(turns_of("Ben\nHello there\n\nAnna\nHi") == List{"Ben|Hello there", "Anna|Hi"});
  CHECK(turns_of("Ben\nHello\nAnna\nmore\n\nAnna\nHi\n\nBen\nok\n\nAnna") ==
        List{"Ben|Hello\nAnna\nmore\n\nAnna\nHi", "Ben|ok\n\nAnna"});
  CHECK(turns_of("Ben\n\nHello.\n\nAnna\n\nHi.\n\nBen\n\nOk.\n\nAnna\n\nBye.") ==
        List{"Ben|Hello.", "Anna|Hi.", "Ben|Ok.", "Anna|Bye."});
}

TEST_CASE("titles and answers are no line labels") {
  for (const auto* text : {"My Diary\nToday I slept.", "Monday\nI slept.\n\nTuesday\nI did not.",
                           "3 May 2021\nI slept.\n\n4 May 2021\nI did not.", "Week 2\nI slept.",
                           "A Title\n\nSome prose.",
                           "How was it\n\nGood\n\nAnd then\n\nGood\n\nReally\n\nReally\n\nx"}) {
    CAPTURE(text);
    CHECK(read(text).convention == Convention::none);
  }
}

TEST_CASE("a lone look-alike does not decide for another convention") {
  const std::string lines = "Ben\na\n\nAnna\nb\n\nBen\nc\n\nAnna\nd\n";
  CHECK(read(lines + "Anyway: e").convention == Convention::line_labels);
  CHECK(read(lines + "Q: e").convention == Convention::line_labels);
  CHECK(read(lines + "I: e\nP: f\nI: g\nP: h").convention == Convention::colon_labels);
}

TEST_CASE("a text without labels is one turn of nobody named") {
  const Transcript read_text =
      read("\n  I slept well. [laughs]\n\nhttp://example.org\n10:30 up\n\n");
  CHECK(read_text.convention == Convention::none);
  CHECK(turns_of(read_text) == List{"|I slept well. [laughs]\n\nhttp://example.org\n10:30 up"});
  CHECK(read_text.speakers.empty());
  CHECK(read_text.turns[0].label.empty());
  CHECK(asides_of(read_text) == List{"insertion [laughs]", "timestamp 10:30"});
}

TEST_CASE("prose with one labelled paragraph is no transcript") {
  const Transcript read_text = read("I went out. It rained.\n\nConclusion: I liked it.");
  CHECK(read_text.convention == Convention::none);
  CHECK(line_told(read_text, "\"Conclusion:\"") == 3);
}

TEST_CASE("text above the first turn is in no turn") {
  const Transcript titled = read("A study of breathing\n\nBen: a\nAnna: b");
  CHECK(turns_of(titled) == List{"Ben|a", "Anna|b"});
  CHECK(titled.diagnostics.empty());
  const Transcript told = read("We met at home.\n\nBen: a\nAnna: b");
  CHECK(turns_of(told) == List{"Ben|a", "Anna|b"});
  CHECK(line_told(told, "above the first turn") == 1);
}

TEST_CASE("a label without text is an empty turn, and who says nothing is told") {
  const Transcript read_text = read("Ben:\nAnna: b\nBen: (laughs)\nAnna: d\nBen:");
  CHECK(turns_of(read_text) == List{"Ben|", "Anna|b", "Ben|(laughs)", "Anna|d", "Ben|"});
  CHECK(read_text.turns[0].range.empty());
  CHECK(read_text.turns[0].range.begin == read_text.turns[0].label.end);
  CHECK(line_told(read_text, "\"Ben\" never says a word") == 1);
  CHECK(line_told(read_text, "\"Anna\" never") == -1);
}

TEST_CASE("consecutive turns of one speaker stay apart") {
  CHECK(turns_of("Ben: a\nBen: b\n\nBen: c") == List{"Ben|a", "Ben|b", "Ben|c"});
}

TEST_CASE("a colon without a space is a label's end in Markdown's emphasis, else it is told") {
  CHECK(turns_of("**Ben:** a\n\n**Anna:**\"Oh\"\n\n**Ben:**b\n\n**Anna: **c", true) ==
        List{"Ben|a", "Anna|\"Oh\"", "Ben|b", "Anna|c"});
  const Transcript read_text = read("Ben: a\nAnna: b\nBen:c\nAnna: d\nBen: e");
  CHECK(turns_of(read_text)[1] == "Anna|b\nBen:c");
  CHECK(line_told(read_text, "\"Ben\" stands before a colon without a space") == 3);
}

TEST_CASE("in Markdown mark-up is undone before the text is stored, in plain text never") {
  const Transcript markdown = read("**Ben:** \\[01:39\\] I&#39;m *so*\n\n**Anna:** no\n", true);
  CHECK(markdown.text == "Ben: [01:39] I'm so\n\nAnna: no\n");
  CHECK(turns_of(markdown) == List{"Ben|[01:39] I'm so", "Anna|no"});
  CHECK(asides_of(markdown) == List{"timestamp [01:39]"});
  const std::string plain = "Ben: \\[01:39\\] I&#39;m *so*\nAnna: no";
  CHECK(read(plain).text == plain);
}

TEST_CASE("in Markdown the mark of a list before a label belongs to the label") {
  const List turns = {"Ben|a", "Anna|b", "Ben|c", "Anna|d"};
  CHECK(turns_of("- Ben: a\n- Anna: b\n- Ben: c\n- Anna: d\n", true) == turns);
  CHECK(turns_of("* **Ben:** a\n* **Anna:** b\n* **Ben:** c\n* **Anna:** d\n", true) == turns);
  CHECK(turns_of("+ Ben: a\n\n+ Anna: b\n\n+ Ben: c\n\n+ Anna: d\n", true) == turns);
  CHECK(turns_of("1. **Ben:** a\n2. **Anna:** b\n3. **Ben:** c\n4. **Anna:** d\n", true) == turns);
  CHECK(turns_of("1) Ben: a\n2) Anna: b\n3) Ben: c\n10) Anna: d\n", true) == turns);
  CHECK(turns_of("- **Ben:**a\n- **Anna: **b\n- **Ben:**c\n- **Anna:** d\n", true) == turns);
  CHECK(turns_of("  - I: a\n  - Anna: b", true) == List{"I|a", "Anna|b"});
  const Transcript listed = read("- I [0:22]: a\n- P: b", true);
  CHECK(text::slice(listed.text, listed.turns[0].label) == "- I [0:22]:");
  CHECK(text::slice(listed.text, listed.turns[1].label) == "- P:");
  CHECK(details_of(read("- Participant: Joanne\n- Date: 3 May\n\n- I: a\n- P: b\n- I: c", true)) ==
        List{"Participant=Joanne", "Date=3 May"});
}

TEST_CASE("a list within a turn is no dialogue, and in plain text there are no lists") {
  CHECK(
      turns_of("Ben: a\n\n- Pros: b\n- Cons: c\n- Pros: d\n\nAnna: e\n\nBen: f\n\nAnna: g", true) ==
      List{"Ben|a\n\n- Pros: b\n- Cons: c\n- Pros: d", "Anna|e", "Ben|f", "Anna|g"});
  CHECK(speakers_of("- Food: good\n- Sleep: bad\n", true).empty());
  CHECK(speakers_of("- Ben: a\n- Anna: b\n- Ben: c\n- Anna: d\n").empty());
}

TEST_CASE("a Markdown heading is no label") {
  CHECK(speakers_of("# Ben\nHello\n\n## Transcript\n\nAnna\nHi\n\nBen\nok", true) ==
        List{"Anna", "Ben"});
}

TEST_CASE("line ends and encodings are settled before labels are looked for") {
  CHECK(turns_of("\xEF\xBB\xBFI: a\r\nP: b\rI: c\r\nP: d") == List{"I|a", "P|b", "I|c", "P|d"});
  const Transcript guessed = read("Andr\xE9: caf\xE9 cr\xE8me \x93oui\x94\nAnna: d\xE9j\xE0 vu\n");
  CHECK(speakers_of(guessed) == List{"Andr\u00E9", "Anna"});
  CHECK(line_told(guessed, "guessed") == 0);
}

TEST_CASE("a file without a letter or number is refused") {
  CHECK_THROWS_AS(read(""), InputError);
  CHECK_THROWS_AS(read(" \n\t\n"), InputError);
  CHECK_THROWS_AS(read("... \u2014 !?"), InputError);
  CHECK_THROWS_AS(read(std::string_view{"a\0b", 3}), InputError);
  CHECK(turns_of("x") == List{"|x"});
}

TEST_CASE("asides stand in turns alone") {
  const Transcript read_text =
      read("[00:01] Title (laughs)\n\nBen (f) [0:22]: a [x]\nAnna: (sighs)");
  CHECK(asides_of(read_text) == List{"insertion [x]", "note (sighs)"});
}

TEST_CASE("labels of other scripts are labels") {
  CHECK(speakers_of("\u5F20\u4E09\uFF1A\u4F60\u597D\n\u674E\u56DB\uFF1A\u597D\n\u5F20\u4E09\uFF1A"
                    "\u55EF\n\u674E\u56DB\uFF1A\u55EF") == List{"\u5F20\u4E09", "\u674E\u56DB"});
  CHECK(
      speakers_of("\u0410\u043D\u043D\u0430: \u0434\u0430\n\u0411\u0435\u043D: \u043D\u0435\u0442")
          .size() == 2);
  CHECK(turns_of("\u00C9lodie : oui\nBen : non") == List{"\u00C9lodie|oui", "Ben|non"});
}

TEST_CASE("the labels of recognisers are generic") {
  const Transcript read_text =
      read("SPEAKER_00: hi\nSPEAKER_01: hello\nSPEAKER_00: ok\nSPEAKER_01: x");
  REQUIRE(read_text.speakers.size() == 2);
  CHECK(read_text.speakers[0].generic);
  CHECK(read_text.speakers[1].generic);
}

TEST_CASE("a time in a label is when the turn began") {
  const Transcript transcript =
      read("Ben [00:12:31]: Yes.\nAnn (1:02): No.\nBen [00:12:40.5 - 00:13:00]: Yes.\nAnn: No.\n");
  REQUIRE(transcript.turns.size() == 4);
  using std::chrono::milliseconds;
  CHECK(transcript.turns[0].started == milliseconds{751000});
  CHECK_FALSE(transcript.turns[0].ended.has_value());
  CHECK(transcript.turns[1].started == milliseconds{62000});
  CHECK(transcript.turns[2].started == milliseconds{760500});
  CHECK(transcript.turns[2].ended == milliseconds{780000});
  CHECK_FALSE(transcript.turns[3].started.has_value());
}

TEST_CASE("where all labels are in bold, one in bold is accepted though it stands once") {
  const std::string text =
      "**I:** How?\n\n**Ruth:** Well.\n\n**Dave:** Tea?\n\n**Ruth:** Yes.\n\n**I:** And?\n\n"
      "**Ruth:** Anyway: no.\n";
  CHECK(turns_of(text, true) == List{"I|How?", "Ruth|Well.", "Dave|Tea?", "Ruth|Yes.", "I|And?",
                                     "Ruth|Anyway: no."});
  // among labels that are not, it may be emphasis
  CHECK(turns_of("I: How?\nRuth: Well.\n**Dave:** Tea?\nI: And?\nRuth: Yes.\n", true) ==
        List{"I|How?", "Ruth|Well.\nDave: Tea?", "I|And?", "Ruth|Yes."});
}

TEST_CASE("a note is nobody's, however often it stands there") {
  const Transcript transcript =
      read("I: How?\nRuth: Well.\nNote: she cries\nI: And?\nRuth: Yes.\nNote: again\n");
  CHECK(speakers_of(transcript) == List{"I", "Ruth"});
  CHECK(transcript.diagnostics.size() == 1);  // that it looks like a label
}

}  // namespace themata::ingest::test
