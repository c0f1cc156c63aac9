#include "themata/ingest/formats/captions.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "unit/ingest/format_reading.hpp"

namespace themata::ingest::test {
namespace {

using Strings = std::vector<std::string>;

Transcript srt(std::string_view text) { return read_as(FileFormat::srt, text); }
Transcript vtt(std::string_view text) { return read_as(FileFormat::vtt, text); }

}  // namespace

TEST_CASE("WebVTT: voices are speakers, and captions of one are one turn") {
  const Transcript transcript = vtt(
      "WEBVTT\n\nNOTE\nmade by hand\n\nSTYLE\n::cue { color: red }\n\nintro\n"
      "00:01.000 --> 00:02.500 align:start position:0%\n<v Ann Lee>How was <i>it</i>,\nthen?\n\n"
      "00:02.500 --> 00:04.000\n<v.loud Ben>Cold &amp; <c.blue>wet</c>.\n\n"
      "00:05.000 --> 01:00:06.000\n<v Ben>Very <00:00:05.500>cold.\n");
  CHECK(transcript.convention == Convention::captions);
  CHECK(transcript.text == "Ann Lee: How was it, then?\n\nBen: Cold & wet. Very cold.\n");
  CHECK(turns_of(transcript) == Strings{"Ann Lee|How was it, then?", "Ben|Cold & wet. Very cold."});
  CHECK(times_of(transcript) == Strings{"1000-2500", "2500-3606000"});
  CHECK(transcript.diagnostics.empty());
}

TEST_CASE("WebVTT: several voices in one caption") {
  CHECK(turns_of(vtt("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes?</v> <v Ben>No.</v>\n")) ==
        Strings{"Ann|Yes?", "Ben|No."});
}

TEST_CASE("WebVTT: Teams names its captions by GUIDs") {
  const Transcript transcript =
      vtt("WEBVTT\n\n6b2d6a5e-6f0d-4a9e-9c8d-1b2c3d4e5f60/12-0\n00:00:03.120 --> 00:00:05.000\n"
          "<v Ann Lee>Let us begin.</v>\n\n6b2d6a5e-6f0d-4a9e-9c8d-1b2c3d4e5f60/12-1\n"
          "00:00:05.000 --> 00:00:07.250\n<v Ann Lee>If you like.</v>\n");
  CHECK(turns_of(transcript) == Strings{"Ann Lee|Let us begin. If you like."});
}

TEST_CASE("WebVTT: Zoom has names before colons and numbers as identifiers") {
  const Transcript transcript =
      vtt("WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAnn Lee: How are you?\n\n2\n"
          "00:00:02.000 --> 00:00:03.000\nBen: Fine.\n\n3\n00:00:03.000 --> 00:00:04.000\n"
          "Ben: One thing: the cold.\n\n4\n00:00:05.000 --> 00:00:06.000\nand the wet\n");
  CHECK(turns_of(transcript) ==
        Strings{"Ann Lee|How are you?", "Ben|Fine. One thing: the cold. and the wet"});
  CHECK(text::slice(transcript.text, transcript.turns[1].label) == "Ben:");
}

TEST_CASE("WebVTT: Webex names the speaker beside the number") {
  CHECK(turns_of(vtt("WEBVTT\n\n1 \"Ann Lee\" (123)\n00:01.000 --> 00:02.000\nHello.\n\n"
                     "2 \"Ben\" (124)\n00:02.000 --> 00:03.000\nHi.\n")) ==
        Strings{"Ann Lee|Hello.", "Ben|Hi."});
}

TEST_CASE("WebVTT: captions that roll come once, words that are repeated as often as said") {
  const Transcript rolling =
      vtt("WEBVTT\nKind: captions\nLanguage: en\n\n00:00.000 --> 00:02.389 align:start\n \n"
          "hello<00:00:00.320><c> and</c><00:00:00.640><c> welcome</c>\n\n00:02.389 --> 00:02.399\n"
          "hello and welcome\n \n\n00:02.399 --> 00:04.309\nhello and welcome\n"
          "to<00:00:02.639><c> the</c><00:00:02.800><c> show</c>\n\n00:04.309 --> 00:04.319\n"
          "to the show\n \n");
  CHECK(rolling.text == "hello and welcome to the show\n");
  CHECK(details_of(rolling) == Strings{"Language=en"});
  CHECK(told_by(rolling) ==
        Strings{"the captions roll up: 3 lines that repeated the caption above came once"});
  const Transcript stuck =
      srt("1\n00:00:01,000 --> 00:00:02,000\nYes.\n\n2\n00:00:02,000 --> 00:00:03,000\nYes.\n\n3\n"
          "00:00:03,000 --> 00:00:04,000\nYes.\n");
  CHECK(stuck.text == "Yes. Yes. Yes.\n");
}

TEST_CASE("WebVTT: readings, references and what is no tag") {
  CHECK(vtt("WEBVTT\n\n00:01.000 --> 00:02.000\n<ruby>\u6F22<rt>kan</rt></ruby> a<3 &lt;b&gt; "
            "<lang fr>oui</lang> <laughs>\n")
            .text == "\u6F22(kan) a<3 <b> oui <laughs>\n");
}

TEST_CASE("SubRip as it is met: missing numbers and blank lines, positions, styles") {
  const Transcript transcript = srt(
      "\xEF\xBB\xBF"
      "1\r\n00:00:01,000 --> 00:00:02,000 X1:201 X2:516 Y1:397 Y2:423\r\n{\\an8}<i>I: One</i>\r\n"
      "2\r\n00:00:02.000 --> 00:00:03.000\r\nP: Two\r\n42\r\n\r\n00:00:03,000 --> 00:00:04,000\r\n"
      "three\r\n\r\nfour\r\n\r\n7\r\n00:00:05,000 --> 00:00:06,000\r\n<font color=\"#fff\">I: "
      "Five</font>\r\n");
  CHECK(turns_of(transcript) == Strings{"I|One", "P|Two 42 three four", "I|Five"});
  CHECK(times_of(transcript) == Strings{"1000-2000", "2000-4000", "5000-6000"});
  CHECK(transcript.diagnostics.empty());
}

TEST_CASE("each of the two formats is read by what it is, not by its name") {
  CHECK(turns_of(srt("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes.\n")) == Strings{"Ann|Yes."});
  CHECK(srt("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes.\n").text ==
        vtt("1\n00:00:01,000 --> 00:00:02,000\n<v Ann>Yes.\n").text);
}

TEST_CASE("Whisper: nobody is named, silences and minutes part the turns") {
  CHECK(srt("1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:03,999 --> 00:00:05,000\nTwo.\n\n3"
            "\n00:00:07,000 --> 00:00:08,000\nThree.\n")
            .text == "One. Two.\n\nThree.\n");
  const Transcript transcript =
      srt("00:00:00,000 --> 00:00:30,000\nOne.\n\n00:00:30,000 --> 00:01:01,000\ntwo\n\n"
          "00:01:01,000 --> 00:01:10,000\nthree.\n\n00:01:10,000 --> 00:01:12,000\nFour.\n");
  CHECK(turns_of(transcript) == Strings{"|One. two three.", "|Four."});
  CHECK(times_of(transcript) == Strings{"0-70000", "70000-72000"});
  CHECK(transcript.speakers.empty());
}

TEST_CASE("whisperx and dashes") {
  CHECK(turns_of(srt("1\n00:00:01,000 --> 00:00:02,000\n[SPEAKER_00]: Yes?\n\n2\n00:00:02,000 --> "
                     "00:00:03,000\n[SPEAKER_01]: No.\n")) ==
        Strings{"SPEAKER_00|Yes?", "SPEAKER_01|No."});
  CHECK(turns_of(srt("1\n00:00:01,000 --> 00:00:02,000\n- Yes?\n- No.\n")) ==
        Strings{"|- Yes?", "|- No."});
  CHECK(turns_of(srt("1\n00:00:01,000 --> 00:00:02,000\n- Ann: Yes?\n- Ben: No.\n\n2\n00:00:02,000 "
                     "--> 00:00:03,000\n- Ann: Oh.\n")) ==
        Strings{"Ann|Yes?", "Ben|No.", "Ann|Oh."});
}

TEST_CASE("a long silence begins a new turn of the same speaker") {
  CHECK(turns_of(srt("1\n00:00:01,000 --> 00:00:02,000\nI: Yes?\n\n2\n00:00:33,000 --> 00:00:34,000"
                     "\nGo on.\n")) == Strings{"I|Yes?", "I|Go on."});
}

TEST_CASE("a colon in speech names nobody") {
  const Transcript transcript = srt(
      "1\n00:00:01,000 --> 00:00:02,000\nThe Question: why?\n\n2\n00:00:02,000 --> 00:00:03,000\n"
      "I do not know.\n\n3\n00:00:03,000 --> 00:00:04,000\nReally not.\n\n4\n00:00:04,000 --> "
      "00:00:05,000\nNot at all.\n\n5\n00:00:05,000 --> 00:00:06,000\nThe Question: when?\n");
  CHECK(transcript.speakers.empty());
}

TEST_CASE("captions before the first name are nobody's, and that is told") {
  const Transcript transcript =
      srt("1\n00:00:01,000 --> 00:00:02,000\nRecording.\n\n2\n00:00:02,000 --> 00:00:03,000\nI: "
          "Yes?\n");
  CHECK(turns_of(transcript) == Strings{"|Recording.", "I|Yes?"});
  CHECK(line_told(transcript, "nobody is named") == 0);
}

TEST_CASE("a new speaker who is not named is nobody, and that is told") {
  const Transcript transcript =
      vtt("WEBVTT\n\n00:01.000 --> 00:04.000\n>> INTERVIEWER: How was the night?\n\n"
          "00:05.000 --> 00:08.000\n>> I could not breathe\nat all.\n\n00:08.000 --> 00:09.000\n"
          "Not once.\n\n00:09.000 --> 00:12.000\n>> INTERVIEWER: And then?\nAnd where?\n\n"
          "00:13.000 --> 00:16.000\n- I called.\n>>> ANA: She came.\n\n00:17.000 --> 00:18.000\n>> "
          "ANA: Yes.\n");
  CHECK(turns_of(transcript) ==
        Strings{"INTERVIEWER|How was the night?", "|I could not breathe at all. Not once.",
                "INTERVIEWER|And then? And where?", "|I called.", "ANA|She came. Yes."});
  CHECK(told_by(transcript) ==
        Strings{"2 lines (the first in the caption in line 6 of the file): a dash or >> says that "
                "another person speaks, but not who; the words are nobody's, and in no count"});
}

TEST_CASE("a caption without a voice among voices is nobody's, and that is told") {
  const Transcript transcript =
      vtt("WEBVTT\n\n00:01.000 --> 00:04.000\n<v Interviewer>How was the night?</v>\n\n"
          "00:05.000 --> 00:08.000\nI could not breathe\nat all.\n\n00:09.000 --> 00:12.000\n"
          "<v Ana>It was hard.</v> (laughs)\n");
  CHECK(turns_of(transcript) == Strings{"Interviewer|How was the night?",
                                        "|I could not breathe at all.",
                                        "Ana|It was hard. (laughs)"});
  CHECK(told_by(transcript) ==
        Strings{"1 caption (in line 6 of the file): no voice is told, though others "
                "have one; the words are nobody's, and in no count"});
}

TEST_CASE(">> is a mark and no text, also where nobody is named") {
  CHECK(turns_of(srt("1\n00:00:01,000 --> 00:00:02,000\n>> Yes?\n>> No.\n")) ==
        Strings{"|Yes?", "|No."});
}

TEST_CASE("times that cannot be are left out, the text is kept, and each kind told once") {
  const Transcript transcript = srt(
      "1\n00:00:09,000 --> 00:00:02,000\nI: One\n\n2\n00:00:05,000 --> 00:00:06,000\nP: Two\n\n3\n"
      "00:00:99,000 --> 00:00:07,000\nI: Three\n\n4\n00:00:07,000 00:00:08,000\nP: Four\n\n5\n"
      "100:00:07,000 --> 100:00:08,000\nI: Five\n");
  CHECK(turns_of(transcript) == Strings{"I|One", "P|Two", "I|Three", "P|Four", "I|Five"});
  CHECK(times_of(transcript) == Strings{"9000-", "-", "-7000", "7000-8000", "360007000-360008000"});
  CHECK(told_by(transcript) ==
        Strings{"1 caption (in line 10 of the file): a time could not be read, the text was kept",
                "1 caption (in line 14 of the file): the times were read though the arrow (-->) is "
                "missing",
                "1 caption (in line 2 of the file): the end is before the beginning, and was left "
                "out",
                "1 caption (in line 6 of the file): it begins before the one above it; its times "
                "were left out"});
}

TEST_CASE("a file without captions is refused") {
  CHECK_THROWS_AS(srt("Just a text."), InputError);
  CHECK_THROWS_AS(vtt("WEBVTT\n"), InputError);
  CHECK_THROWS_AS(srt(""), InputError);
  CHECK_THROWS_AS(srt("1\n00:00:01,000 --> 00:00:02,000\n\n"), InputError);
}

TEST_CASE("captions in other encodings") {
  const Transcript transcript =
      srt("1\n00:00:01,000 --> 00:00:02,000\nI: Caf\xE9 d\xE9j\xE0 vu, tr\xE8s bien\n");
  CHECK(transcript.encoding == "windows-1252");
  CHECK(transcript.text == "I: Caf\u00E9 d\u00E9j\u00E0 vu, tr\u00E8s bien\n");
}

TEST_CASE("a truncated file of captions is read as far as it goes, at any byte") {
  const std::string whole =
      "WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Ann>How &amp; <i>why</i>?\n\n2\n"
      "00:02.000 --> 00:03.000\nBen: {\\an8}No\n";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    try {
      vtt(whole.substr(0, size));
    } catch (const InputError&) {
      SUCCEED("refused");
    }
  }
}

}  // namespace themata::ingest::test
