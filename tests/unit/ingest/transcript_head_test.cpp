/// What stands above the first turn and is no turn, see `detail::find_head`.
#include <string>

#include <catch2/catch.hpp>

#include "themata/ingest/transcript.hpp"
#include "unit/ingest/reading.hpp"

namespace themata::ingest::test {

using List = std::vector<std::string>;

TEST_CASE("the head of a transcript is nobody's speech, and its lines become details") {
  const Transcript read_text = read(
      "Interview 3\n\nParticipant: Joanne\nDuration: 57 mins\nDate: 3 May\n\n"
      "Interviewer: How are you?\nJoanne: Fine.\nInterviewer: Good.\nJoanne: Bye.");
  CHECK(turns_of(read_text) ==
        List{"Interviewer|How are you?", "Joanne|Fine.", "Interviewer|Good.", "Joanne|Bye."});
  CHECK(details_of(read_text) == List{"Participant=Joanne", "Duration=57 mins", "Date=3 May"});
  CHECK(read_text.diagnostics.empty());
}

TEST_CASE("a head is told from turns in many shapes") {
  struct Example {
    std::string text;
    List turns;
    List details;
  };
  const auto example = GENERATE(values<Example>({
      // no label recurs
      {"Participant: Joanne\nDate: 3 May\n\nI: Hi\nP: Fine",
       {"I|Hi", "P|Fine"},
       {"Participant=Joanne", "Date=3 May"}},
      {"Participant: Joanne\n\nInterviewer: How are you?\nJoanne: Fine.",
       {"Interviewer|How are you?", "Joanne|Fine."},
       {"Participant=Joanne"}},
      {"Interviewer: Sarah Smith\nParticipant: P3\n\nI: How?\nP: Fine.",
       {"I|How?", "P|Fine."},
       {"Interviewer=Sarah Smith", "Participant=P3"}},
      // the same words head and label
      {"Date: 3 May\nInterviewer: Sarah Smith\nParticipant: Joanne\n\n"
       "Interviewer: How are you?\nParticipant: Fine.",
       {"Interviewer|How are you?", "Participant|Fine."},
       {"Date=3 May", "Interviewer=Sarah Smith", "Participant=Joanne"}},
      {"Interviewer: Sarah Smith\nParticipant: Joanne\nDuration: 57 mins\n"
       "Interviewer: How are you?\nParticipant: Fine.",
       {"Interviewer|How are you?", "Participant|Fine."},
       {"Interviewer=Sarah Smith", "Participant=Joanne", "Duration=57 mins"}},
      // turns right below a detail
      {"Date: 3 May\nInterviewer: Hello\nParticipant: Hi\nInterviewer: How are you?",
       {"Interviewer|Hello", "Participant|Hi", "Interviewer|How are you?"},
       {"Date=3 May"}},
      {"Date: 3 May\nI: Sarah\nP: Joanne", {"I|Sarah", "P|Joanne"}, {"Date=3 May"}},
      // short turns are no head
      {"Interviewer: Welcome\n\nBen: Thanks", {"Interviewer|Welcome", "Ben|Thanks"}, {}},
      {"Interviewer: Hello\nParticipant: Hi\n\nInterviewer: So?",
       {"Interviewer|Hello", "Participant|Hi", "Interviewer|So?"},
       {}},
      // a single researcher's line above I: and P:
      {"Interviewer: Sarah Smith\n\nI: a\nP: b\nI: c\nP: d",
       {"I|a", "P|b", "I|c", "P|d"},
       {"Interviewer=Sarah Smith"}},
      // front matter
      {"---\ntitle: Interview 1\ndate: 3 May\ninterviewer: Sarah\nparticipant: P3\n---\n\n"
       "Interviewer: Hi.\nP3: Good.\nInterviewer: Ok.\nP3: Bye.",
       {"Interviewer|Hi.", "P3|Good.", "Interviewer|Ok.", "P3|Bye."},
       {"title=Interview 1", "date=3 May", "interviewer=Sarah", "participant=P3"}},
      // list marks
      {"Study notes\n- Date: 3 May\n- Location: Leeds\n\nI: a\nP: b\nI: c\nP: d",
       {"I|a", "P|b", "I|c", "P|d"},
       {"Date=3 May", "Location=Leeds"}},
  }));
  const Transcript read_text = read(example.text);
  CAPTURE(example.text);
  CHECK(turns_of(read_text) == example.turns);
  CHECK(details_of(read_text) == example.details);
}

TEST_CASE("a head may have the keys that are labels below") {
  struct Example {
    std::string text;
    List details;
    List speakers;
    std::size_t turns;
  };
  const auto example = GENERATE(values<Example>({
      {"Participant: Joanne\n\nInterviewer: hi\nParticipant: hello\nInterviewer: ok\n"
       "Participant: fine\n",
       {"Participant=Joanne"},
       {"Interviewer", "Participant"},
       4},
      {"Interview 7\n\nParticipant: Joanne\n\nInterviewer: hi\nParticipant: hello\n"
       "Interviewer: ok\nParticipant: fine\n",
       {"Participant=Joanne"},
       {"Interviewer", "Participant"},
       4},
      {"Interview 7\nInterviewer: Sarah\nParticipant: Joanne\n\nInterviewer: hi\n"
       "Participant: hello\nInterviewer: ok\nParticipant: fine\n",
       {"Interviewer=Sarah", "Participant=Joanne"},
       {"Interviewer", "Participant"},
       4},
      {"Interviewer: Sarah\n\nInterviewer: hi\nJo: hello\nInterviewer: ok\nJo: fine\n",
       {"Interviewer=Sarah"},
       {"Interviewer", "Jo"},
       4},
      {"Participant: Joanne\n\nBen: hi\nSue: hello\n", {"Participant=Joanne"}, {"Ben", "Sue"}, 2},
      {"Speaker 1: Ben\nSpeaker 2: Sue\n\nSpeaker 1: hi\nSpeaker 2: hello\nSpeaker 1: ok\n",
       {"Speaker 1=Ben", "Speaker 2=Sue"},
       {"Speaker 1", "Speaker 2"},
       3},
      {"P1: Ben\nP2: Sue\nI: Sarah Smith\n\nI: so\nP1: hello\nP2: it was\nI: ok\n",
       {"P1=Ben", "P2=Sue", "I=Sarah Smith"},
       {"I", "P1", "P2"},
       4},
      {"Interviewer: Sarah\n\nParticipant: Joanne\n\nInterviewer: hi\n\nParticipant: hello\n\n"
       "Interviewer: ok\n",
       {"Interviewer=Sarah", "Participant=Joanne"},
       {"Interviewer", "Participant"},
       3},
      {"Moderator: Dr. Sarah Smith, University of Leeds\nRespondent: R7\n\nModerator: so\n"
       "Respondent: it is\nModerator: and\nRespondent: it was\n",
       {"Moderator=Dr. Sarah Smith, University of Leeds", "Respondent=R7"},
       {"Moderator", "Respondent"},
       4},
      {"Doctor: Smith\nPatient: Jones\n\nDoctor: so\nPatient: it is\nDoctor: ok\nPatient: it was\n",
       {"Doctor=Smith", "Patient=Jones"},
       {"Doctor", "Patient"},
       4},
      {"Interviewer: Sarah\nJoanne: Participant\n\nInterviewer: so\nJoanne: it is\nInterviewer: "
       "ok\n"
       "Joanne: it was\n",
       {"Interviewer=Sarah", "Joanne=Participant"},
       {"Interviewer", "Joanne"},
       4},
      {"Participant: joanne\n\ninterviewer: so\njoanne: it is\ninterviewer: ok\njoanne: it was\n",
       {"Participant=joanne"},
       {"interviewer", "joanne"},
       4},
      {"Interpreter: Maria Lopez\nParticipant: Jo\n\nI: so\nInterpreter: it is\nParticipant: si\n"
       "I: ok\nInterpreter: it was\nParticipant: no se\n",
       {"Interpreter=Maria Lopez", "Participant=Jo"},
       {"I", "Interpreter", "Participant"},
       6},
      {"Participant: female, 45\nDate: 3 May\n\nInterviewer: so\nParticipant: it is\n"
       "Interviewer: ok\nParticipant: it was\n",
       {"Participant=female, 45", "Date=3 May"},
       {"Interviewer", "Participant"},
       4},
      // names of other shapes
      {"Interviewer: Sarah B.\nParticipant: Joanne S.\n\nSarah: so\nJoanne: it is\nSarah: ok\n"
       "Joanne: it was\n",
       {"Interviewer=Sarah B.", "Participant=Joanne S."},
       {"Sarah", "Joanne"},
       4},
      {"Participant: Joanne Smith, 45, lives alone, referred by her GP in 2021\n"
       "Interviewer: Sarah Smith\n\nInterviewer: so\nJoanne: it is\nInterviewer: ok\n"
       "Joanne: it was\n",
       {"Participant=Joanne Smith, 45, lives alone, referred by her GP in 2021",
        "Interviewer=Sarah Smith"},
       {"Interviewer", "Joanne"},
       4},
      // keys that nobody foresaw
      {"Cohort: Spring\nDate: 3 May\n\nI: so\nP: it is\n",
       {"Cohort=Spring", "Date=3 May"},
       {"I", "P"},
       2},
      {"Cohort: Spring\nWard: 7b\n\nI: so\nP: it is\n",
       {"Cohort=Spring", "Ward=7b"},
       {"I", "P"},
       2},
      {"Date: 3 May\nWard: 7b\nParticipant: Jo\n\nInterviewer: so\nParticipant: it is\n",
       {"Date=3 May", "Ward=7b", "Participant=Jo"},
       {"Interviewer", "Participant"},
       2},
  }));
  const Transcript read_text = read(example.text);
  CAPTURE(example.text);
  CHECK(details_of(read_text) == example.details);
  CHECK(speakers_of(read_text) == example.speakers);
  CHECK(read_text.turns.size() == example.turns);
}

TEST_CASE("a first turn is no head") {
  const auto text = GENERATE(
      as<std::string>{},
      // its words are an utterance
      "I: How are you?\n\nP: Fine.\n\nI: And now?\n\nP: Good",
      "I: Hello\n\nP: Hi\n\nI: So\n\nP: Well",
      "Interviewer: Hello\n\nParticipant: Hi\n\nInterviewer: So",
      "Interviewer: Welcome everybody\n\nParticipant: Thanks\n\nInterviewer: So",
      "Interviewer: tell me\n\nParticipant: what\n\nInterviewer: all of it",
      "Participant: it was late\n\nInterviewer: tell me\n\nParticipant: so I went",
      "Interviewer: Tell me about the house in which you grew up\n\nJo: x\n\nInterviewer: y",
      // it speaks to somebody who speaks below
      "Interviewer: Joanne, thank you for coming in.\n\nJoanne: Hi\n\nInterviewer: So\n\nJoanne: x",
      "Interviewer: Joanne, you know why we are here and what it is for\n\nJoanne: Hi\n\n"
      "Interviewer: So\n\nJoanne: x",
      "Moderator: Ben, shall we…\n\nBen: Yes\n\nModerator: So\n\nBen: x",
      "Interviewer: Joanne, thanks for coming. (laughs)\n\nJoanne: Hi\n\nInterviewer: "
      "So\n\nJoanne: x",
      "Interviewer: Joanne, shall we --\n\nJoanne: Hi\n\nInterviewer: So\n\nJoanne: x",
      "Interviewer: Joanne, shall we start\n\nJoanne: Hi\n\nInterviewer: So\n\nJoanne: x",
      "Interviewer: Sarah.\n\nJo: x\n\nInterviewer: y\n\nJo: z",
      // its label is a person's
      "Ben: Hello\n\nAnna: Hi\n\nBen: How are you\n\nAnna: fine",
      "Ben: Anna\n\nAnna: what is it\n\nBen: Come\n\nAnna: no",
      "Ben: Anna\nAnna: Ben\n\nBen: Come\nAnna: no",
      "Ben: Going well\n\nAnna: Same here\n\nBen: ok\n\nAnna: ok",
      "Ben: Morning\nAnna: Morning\n\nCarl: So\nDora: Well",
      "Ben: Morning\n\nI: it is late\nP: so it is",
      // it is not closed by a blank line, or nothing is below
      "Interviewer: Sarah\nInterviewer: hi\nJo: hello\nInterviewer: ok",
      "Interviewer: Sarah\nParticipant: Joanne", "Interviewer: Sarah\nParticipant: Joanne\n\n",
      "Participant: Joanne\nwas late\n\nInterviewer: hi\nParticipant: hello",
      // it has a time
      "Interviewer [00:01]: Sarah\n\nJo [00:03]: it is me\n\nInterviewer [00:05]: so",
      "[00:01] Interviewer: Sarah\n\n[00:03] Jo: it is me\n\n[00:05] Interviewer: so",
      // all say no more
      "Interviewer: Breakfast\n\nParticipant: Bread\n\nInterviewer: Lunch\n\nParticipant: Rice",
      "Moderator: Ben\n\nBen: Leeds\n\nModerator: Sue\n\nSue: York\n\nBen: ok\n\nSue: ok",
      // a single letter
      "I: Joanne\n\nP: it is me\n\nI: so\n\nP: so");
  const Transcript read_text = read(text);
  CAPTURE(text);
  CHECK(read_text.details.empty());
  CHECK(read_text.turns.front().label.begin.value == 0);
  CHECK_FALSE(read_text.turns.front().label.empty());
}

TEST_CASE("a first turn below a head is no more of it") {
  const Transcript read_text = read(
      "Interview 3\n\nDate: 3 May\nPlace: a room at the library\n\n"
      "Interviewer: Joanne, you’ve read the sheet and signed it. If you’re ready?\n\n"
      "Joanne: I am.\n\nInterviewer: So?\n\nJoanne: Well.");
  CHECK(turns_of(read_text).front() ==
        "Interviewer|Joanne, you’ve read the sheet and signed it. If you’re ready?");
  CHECK(details_of(read_text) == List{"Date=3 May", "Place=a room at the library"});
}

TEST_CASE("a head in a file without labels is details and nobody's speech") {
  struct Example {
    std::string text;
    List turns;
    List details;
  };
  const auto example = GENERATE(values<Example>({
      {"Participant: Joanne\nDate: 3 May\nDuration: 57 mins\n\nI went home and slept.",
       {"|I went home and slept."},
       {"Participant=Joanne", "Date=3 May", "Duration=57 mins"}},
      {"Date: 3 May\n\nI went home.\n\nI slept.", {"|I went home.\n\nI slept."}, {"Date=3 May"}},
      {"Diary\n\nParticipant: Joanne\nDate: 3 May\n\nI went home.",
       {"|I went home."},
       {"Participant=Joanne", "Date=3 May"}},
      {"Participant: Joanne\n\nI went home and slept.\nIt was good.\n",
       {"|I went home and slept.\nIt was good."},
       {"Participant=Joanne"}},
      {"Participant: Joanne\n\nDate: 3 May\n\n----\n\nI went home.",
       {"|I went home."},
       {"Participant=Joanne", "Date=3 May"}},
      {"---\ntitle: Diary\ndate: 3 May\n---\nI went home.",
       {"|I went home."},
       {"title=Diary", "date=3 May"}},
      {"Cohort: Spring\nDate: 3 May\n\nI went: home.",
       {"|I went: home."},
       {"Cohort=Spring", "Date=3 May"}},
      // only the first details are the head
      {"Date: 3 May\n\nI slept.\n\nDate: 4 May\n\nI woke.",
       {"|I slept.\n\nDate: 4 May\n\nI woke."},
       {"Date=3 May"}},
      // what is written goes on in the next line, or is all there is, or stands above
      {"Date: 3 May\nI woke up.", {"|Date: 3 May\nI woke up."}, {}},
      {"Date: 3 May\n", {"|Date: 3 May"}, {}},
      {"I went home.\n\nDate: 3 May\n\nI slept.", {"|I went home.\n\nDate: 3 May\n\nI slept."}, {}},
      {"Time: it is what I never had when the children were small and I worked\n\nThen it came.",
       {"|Time: it is what I never had when the children were small and I worked\n\nThen it came."},
       {}},
  }));
  const Transcript read_text = read(example.text);
  CAPTURE(example.text);
  CHECK(read_text.convention == Convention::none);
  CHECK(turns_of(read_text) == example.turns);
  CHECK(details_of(read_text) == example.details);
  CHECK((line_told(read_text, "nobody's speech") == 1) == !example.details.empty());
}

TEST_CASE("it is told where the text below a head begins") {
  CHECK(line_told(read("Diary\n\nDate: 3 May\n\nI slept."),
                  "the head above line 5, where the text begins, is nobody's speech") == 1);
}

TEST_CASE("a head of Markdown is a head") {
  const Transcript read_text = read(
      "# Interview 7\n\n**Interviewer:** Sarah\n**Participant:** Joanne\n\n"
      "**Interviewer:** How are you?\n\n**Participant:** Fine.\n\n**Interviewer:** So?\n",
      true);
  CHECK(details_of(read_text) == List{"Interviewer=Sarah", "Participant=Joanne"});
  CHECK(turns_of(read_text) ==
        List{"Interviewer|How are you?", "Participant|Fine.", "Interviewer|So?"});
}

TEST_CASE("a head stands above labels of any convention") {
  CHECK(turns_of("Participant: Joanne\n\nInterviewer\thi\nParticipant\thello\nInterviewer\tok") ==
        List{"Interviewer|hi", "Participant|hello", "Interviewer|ok"});
  CHECK(turns_of("Interviewer: Sarah\n\nBen Harris  0:22\nHello.\n\nAnna  0:46\nHi.\n\n"
                 "Ben Harris  0:50\nOk.") ==
        List{"Ben Harris|Hello.", "Anna|Hi.", "Ben Harris|Ok."});
}

}  // namespace themata::ingest::test
