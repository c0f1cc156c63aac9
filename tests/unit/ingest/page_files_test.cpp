#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "unit/ingest/format_reading.hpp"

namespace themata::ingest::test {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const std::string& name) {
  std::ifstream file(fs::path{THEMATA_SOURCE_DIR} / "tests" / "data" / "formats" / name,
                     std::ios::binary);
  REQUIRE(file);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

Transcript transcript_of(const std::string& name) {
  const auto format = format_of_extension(fs::path{name}.extension().string());
  REQUIRE(format);
  return read_as(*format, bytes_of(name));
}

/// The turns with each run of white space as one space: where lines break is up to a format.
std::vector<std::string> plain_turns(const Transcript& transcript) {
  std::vector<std::string> turns;
  for (const std::string& turn : turns_of(transcript)) {
    std::istringstream words(turn);
    std::string plain;
    for (std::string word; words >> word;) plain += (plain.empty() ? "" : " ") + word;
    turns.push_back(plain);
  }
  return turns;
}

}  // namespace

TEST_CASE("files of other programs have the turns of their twin in plain text") {
  const auto name =
      GENERATE(as<std::string>{}, "rtf-pandoc.rtf", "rtf-libreoffice-labels.rtf",
               "rtf-libreoffice-table.rtf", "rtf-libreoffice-review.rtf", "html-pandoc.html",
               "html-libreoffice-labels.html", "html-libreoffice-table.html", "html-chromium.html",
               "captions-teams.vtt", "captions-zoom.vtt");
  CAPTURE(name);
  const Transcript transcript = transcript_of(name);
  CHECK(plain_turns(transcript) == plain_turns(transcript_of("page-twin.txt")));
  CHECK(speakers_of(transcript) == std::vector<std::string>{"Interviewer", "Joanne"});
  CHECK(transcript.speakers.front().role == model::SpeakerRole::researcher);
}

TEST_CASE("LibreOffice's comments and tracked changes come with its Rich Text") {
  const Transcript transcript = transcript_of("rtf-libreoffice-review.rtf");
  REQUIRE(transcript.comments.size() == 1);
  CHECK(text::slice(transcript.text, transcript.comments[0].range) == "cold");
  CHECK(transcript.comments[0].author == "Ann");
  CHECK(transcript.comments[0].text == "Code this.");
  CHECK(line_told(transcript, "1 deletion") == 0);
  CHECK(line_told(transcript, "1 insertion") == 0);
}

}  // namespace themata::ingest::test
