#include <string>

#include <catch2/catch.hpp>

#include "themata/ingest/transcript.hpp"
#include "unit/ingest/office_files.hpp"
#include "unit/ingest/reading.hpp"

// How programs that transcribe lay out the Word files they make.

namespace themata::ingest::test {

using List = std::vector<std::string>;
using std::chrono::milliseconds;

Transcript read_docx_body(const std::string& body) {
  ReadOptions options;
  options.format = FileFormat::docx;
  return read_transcript(docx_bytes(body), options);
}

const std::string next_line = "<w:r><w:br/></w:r>";
const std::string picture = "<w:r><w:drawing><a:blip xmlns:a='urn:a'/></w:drawing></w:r>";

TEST_CASE("Word's Transcribe: a time and a speaker, then the words in a paragraph of their own") {
  const auto turn = [](const std::string& head, const std::string& said) {
    return paragraph(run(head)) + paragraph(run(said));
  };
  const Transcript transcript =
      read_docx_body(paragraph(run("Audio file")) +
                     paragraph("<w:hyperlink>" + run("one.mp3") + "</w:hyperlink>") +
                     paragraph(run("Transcript")) + turn("00:00:03 Speaker 1", "How was it?") +
                     turn("00:00:09 Speaker 2", "Cold.") + turn("00:00:12 Speaker 1", "And then?") +
                     turn("00:01:02 Speaker 2", "Warm."));
  CHECK(turns_of(transcript) ==
        List{"Speaker 1|How was it?", "Speaker 2|Cold.", "Speaker 1|And then?", "Speaker 2|Warm."});
  REQUIRE(transcript.turns.size() == 4);
  CHECK(transcript.turns[3].started == milliseconds{62'000});
}

TEST_CASE("Teams: a picture, a name in bold and a time, and the words behind a line end") {
  const auto turn = [](const std::string& name, const std::string& time, const std::string& said) {
    return paragraph(picture + next_line + run(name, "<w:b/>") + run("   " + time) + next_line +
                     run(said));
  };
  const Transcript transcript = read_docx_body(
      turn("Sam Field", "0:03", "How was it?") + turn("Joanne Reed", "0:09", "Cold.") +
      turn("Sam Field", "0:12", "And then?") + turn("Joanne Reed", "1:02", "Warm."));
  CHECK(turns_of(transcript) == List{"Sam Field|How was it?", "Joanne Reed|Cold.",
                                     "Sam Field|And then?", "Joanne Reed|Warm."});
  REQUIRE(transcript.turns.size() == 4);
  CHECK(transcript.turns[1].started == milliseconds{9'000});
}

TEST_CASE("Teams some years ago: times, a name and the words, a line each") {
  const auto turn = [](const std::string& times, const std::string& name, const std::string& said) {
    return paragraph(run(times) + next_line + run(name) + next_line + run(said));
  };
  const auto apart = [](const std::string& times, const std::string& name,
                        const std::string& said) {
    return paragraph(run(times)) + paragraph(run(name)) + paragraph(run(said));
  };
  const auto interview = [](const auto& part) {
    return part("0:0:3.80 --> 0:0:5.570", "Sam Field", "How was it?") +
           part("0:0:9.0 --> 0:0:10.250", "Joanne Reed", "Cold.") +
           part("0:0:12.10 --> 0:0:13.0", "Sam Field", "And then?") +
           part("0:1:2.0 --> 0:1:3.0", "Joanne Reed", "Warm.");
  };
  for (const std::string& body : {interview(turn), interview(apart)}) {
    const Transcript transcript = read_docx_body(body);
    CHECK(turns_of(transcript) == List{"Sam Field|How was it?", "Joanne Reed|Cold.",
                                       "Sam Field|And then?", "Joanne Reed|Warm."});
    REQUIRE(transcript.turns.size() == 4);
    CHECK(transcript.turns[3].started == milliseconds{62'000});
  }
}

TEST_CASE("Otter and its like: a name and a time, then the words in a paragraph of their own") {
  const auto turn = [](const std::string& name, const std::string& time, const std::string& said) {
    return paragraph(run(name, "<w:b/>") + run("  " + time)) + paragraph(run(said));
  };
  const Transcript transcript = read_docx_body(
      paragraph(run("Interview 4", "<w:b/>")) + turn("Sam Field", "0:03", "How was it?") +
      turn("Joanne Reed", "0:09", "Cold.") + turn("Sam Field", "0:12", "And then?") +
      turn("Joanne Reed", "1:02", "Warm.") + paragraph(run("Transcribed by otter")));
  CHECK(turns_of(transcript) == List{"Sam Field|How was it?", "Joanne Reed|Cold.",
                                     "Sam Field|And then?",
                                     "Joanne Reed|Warm.\n\nTranscribed by otter"});
}

TEST_CASE("names in bold in a paragraph of their own, then the words") {
  const auto turn = [](const std::string& name, const std::string& said) {
    return paragraph(run(name, "<w:b/>")) + paragraph(run(said));
  };
  const Transcript transcript =
      read_docx_body(turn("Sam Field", "How was it?") + turn("Joanne Reed", "Cold.") +
                     turn("Sam Field", "And then?") + turn("Joanne Reed", "Warm."));
  CHECK(turns_of(transcript) == List{"Sam Field|How was it?", "Joanne Reed|Cold.",
                                     "Sam Field|And then?", "Joanne Reed|Warm."});
}

}  // namespace themata::ingest::test
