#include "themata/ingest/formats/table_file.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/ingest/detail/sheet_turns.hpp"
#include "unit/ingest/reading.hpp"
#include "unit/ingest/workbooks.hpp"

using namespace themata::ingest;
using Catch::Contains;
using std::chrono::milliseconds;
using Turns = std::vector<std::string>;

namespace {

Transcript read(std::string_view bytes, FileFormat format = FileFormat::csv) {
  ReadOptions options;
  options.format = format;
  return read_transcript(bytes, options);
}

Turns turns_in(std::string_view bytes) { return test::turns_of(read(bytes)); }

}  // namespace

TEST_CASE("A table with columns of speakers and text is a transcript") {
  const Transcript transcript = read(
      "speaker,text,notes\nInterviewer,\"How was it?\",\nBen,\"Cold, and\nwet. "
      "(laughs)\",x\n,Very.,\n");
  CHECK(transcript.convention == Convention::table_rows);
  CHECK(test::turns_of(transcript) ==
        Turns{"Interviewer|How was it?", "Ben|Cold, and\nwet. (laughs)", "Ben|Very."});
  CHECK(test::asides_of(transcript) == Turns{"note (laughs)"});
  CHECK(transcript.text ==
        "speaker\ttext\tnotes\n\nInterviewer\tHow was it?\n\nBen\tCold, and\nwet. "
        "(laughs)\tx\n\n\tVery.\n");
}

TEST_CASE("Columns may stand in any order and have the names that programs give them") {
  CHECK(turns_in("Transcript;Speaker Name\nHello;Ann\nYes;Ben\nWell;Ann\n") ==
        Turns{"Ann|Hello", "Ben|Yes", "Ann|Well"});
}

TEST_CASE("Times are read in seconds, milliseconds or hours, minutes and seconds") {
  const auto times = [](std::string_view bytes) {
    const Transcript transcript = read(bytes);
    return std::pair{transcript.turns.at(1).started, transcript.turns.at(1).ended};
  };
  const auto expected =
      std::pair{std::optional{milliseconds{4500}}, std::optional{milliseconds{9000}}};
  CHECK(times("start,end,speaker,text\n0,4.5,A,Hello to you all\n4.5,9,B,Good day to you\n") ==
        expected);
  CHECK(times("start,end,speaker,text\n0,4500,A,Hello to you all\n4500,9000,B,Good day\n") ==
        expected);
  CHECK(
      times("Start (ms),End (ms),Speaker,Text\n0,4500,A,Hello to you all, and all who are not here "
            "but would have liked to come\n4500,9000,B,Good day\n")
          .first == expected.first);
  CHECK(times("start,end,speaker,text\n0:00,0:04.5,A,Hello\n0:04.5,0:09,B,Good day\n") == expected);
  CHECK(times("start,speaker,text\n0:00,A,Hello\n[00:00:04.5],B,Good day\n").first ==
        expected.first);
}

TEST_CASE("A table without speakers, but with times, is said by nobody in particular") {
  const Transcript transcript =
      read("start\tend\ttext\n43810\t47850\tHello, \"all\n", FileFormat::tsv);
  CHECK(test::turns_of(transcript) == Turns{"|Hello, \"all"});
  CHECK(transcript.turns.front().started == milliseconds{43810});
  CHECK(transcript.turns.front().ended == milliseconds{47850});
}

TEST_CASE("Empty cells and rows do not matter") {
  const Transcript transcript = read("speaker,text,,\n,,,\nAnn,Hello.,,\n,,\nBen,Yes.,\n,,\n");
  CHECK(test::turns_of(transcript) == Turns{"Ann|Hello.", "Ben|Yes."});
  CHECK(transcript.text == "speaker\ttext\n\nAnn\tHello.\n\nBen\tYes.\n");
}

TEST_CASE("A table without titles is a transcript if names come again") {
  CHECK(turns_in("1,I,How was it?\n2,Ben,Cold.\n3,I,And then?\n4,Ben,Warm again at last.\n") ==
        Turns{"I|How was it?", "Ben|Cold.", "I|And then?", "Ben|Warm again at last."});
}

TEST_CASE("A table of answers is no transcript, and the error says what to do") {
  const std::string told = "--participant-column ID";
  CHECK_THROWS_WITH(read("id,q1,q2\nP1,It was cold that day,Yes\nP2,It was warm,No\nP3,So so,No\n"),
                    Contains(told));
  CHECK_THROWS_WITH(read("participant,text\nP1,One\nP2,Two\nP3,Three\n"), Contains(told));
  CHECK_THROWS_WITH(read("speaker,text\nThis is no name at all. No.,One\n"), Contains(told));
  CHECK_THROWS_WITH(read("a,b\n"), Contains(told));
}

TEST_CASE("What Whisper wrote of a real interview has a turn for each row") {
  const std::filesystem::path path =
      std::filesystem::path{THEMATA_SHARED_DIR} / "real/hitsave/Goodboy Galaxy - Rik Nicol.tsv";
  std::ifstream file(path, std::ios::binary);
  if (!file) return;  // not part of the project
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const Transcript transcript = read(bytes, FileFormat::tsv);
  CHECK(transcript.turns.size() == 753);
  CHECK(transcript.speakers.empty());
  CHECK(transcript.turns.front().started == milliseconds{43810});
}

TEST_CASE("Speech in a cell that is merged over rows was said once") {
  const auto cell = [](const std::string& place, const std::string& text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  };
  test::WorkbookParts parts;
  parts.rows = "<row r=\"1\">" + cell("A1", "speaker") + cell("B1", "text") +
               "</row><row r=\"2\">" + cell("A2", "I") + cell("B2", "How was it?") +
               "</row><row r=\"3\">" + cell("A3", "P") + cell("B3", "Cold.") +
               "</row><row r=\"4\">" + cell("C4", "x") + "</row><row r=\"5\">" +
               cell("B5", "Wet.") + "</row>";
  parts.after_rows =
      "<mergeCells><mergeCell ref=\"A3:A5\"/><mergeCell ref=\"B3:B4\"/></mergeCells>";
  const Transcript transcript = read(test::workbook(parts), FileFormat::xlsx);
  CHECK(test::turns_of(transcript) == Turns{"I|How was it?", "P|Cold.", "P|Wet."});
  CHECK(transcript.text.find("Cold.") == transcript.text.rfind("Cold."));
}

TEST_CASE("A number that is no time of any clock is none") {
  CHECK_THROWS_WITH(read("start,speaker,text\n999999999999999999,I,One.\n1,P,Two.\n"),
                    Contains("not one of turns"));
}
