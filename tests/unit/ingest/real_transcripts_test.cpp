#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "unit/ingest/format_reading.hpp"

namespace themata::ingest::test {
namespace {

namespace fs = std::filesystem;

const fs::path real = fs::path{THEMATA_SHARED_DIR} / "real";

bool is_there() {
  if (fs::is_directory(real)) return true;
  WARN("no public transcripts beside the project: this test is passed over");
  return false;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

using Counts = std::map<std::string, std::size_t>;

Counts turns_by_speaker(const Transcript& transcript) {
  Counts counts;
  for (const model::Turn& turn : transcript.turns) {
    ++counts[turn.speaker ? transcript.speakers.at(*turn.speaker).label : ""];
  }
  return counts;
}

/// The independent count: lines of the file as it is that begin `**NAME:**`.
Counts bold_lines(const std::string& markdown) {
  Counts counts;
  std::istringstream lines(markdown);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t end = line.find(":**");
    if (line.starts_with("**") && end != line.npos) ++counts[line.substr(2, end - 2)];
  }
  return counts;
}

/// Likewise: lines after a blank one that are one of the names, with or without a time after two
/// spaces.
Counts name_lines(const std::string& markdown, const std::vector<std::string>& names) {
  Counts counts;
  std::istringstream lines(markdown);
  bool after_blank = true;
  for (std::string line; std::getline(lines, line);) {
    const std::string name = line.substr(0, line.find("  "));
    if (after_blank && std::find(names.begin(), names.end(), name) != names.end()) ++counts[name];
    after_blank = line.empty();
  }
  return counts;
}

std::vector<std::string> blank_separated(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

}  // namespace

TEST_CASE("the podcast's transcripts have the turns that their bold lines say") {
  if (!is_there()) return;
  const auto file = GENERATE(as<std::string>{}, "brain-science-3.md", "brain-science-10.md",
                             "brain-science-25.md");
  const std::string bytes = bytes_of(real / "changelog" / file);
  const Transcript transcript = read(bytes, true);
  CAPTURE(file);
  CHECK(transcript.convention == Convention::colon_labels);
  CHECK(turns_by_speaker(transcript) == bold_lines(bytes));
  CHECK(transcript.diagnostics.empty());
  CHECK(transcript.text.find("&#39;") == std::string::npos);
  CHECK(transcript.text.find("\\[") == std::string::npos);
  CHECK(transcript.text.find("**") == std::string::npos);
}

TEST_CASE("a line that is only a time continues the podcast's turn") {
  if (!is_there()) return;
  const Transcript transcript = read(bytes_of(real / "changelog" / "brain-science-10.md"), true);
  const std::size_t time = transcript.text.find("[12:18] So I'm just wondering");
  REQUIRE(time != std::string::npos);
  const auto turn = std::find_if(
      transcript.turns.begin(), transcript.turns.end(),
      [&](const model::Turn& one) { return one.range.contains(text::ByteOffset{time}); });
  REQUIRE(turn != transcript.turns.end());
  CHECK(turn->range.begin.value < time);
  CHECK(transcript.speakers[*turn->speaker].label == "Adam Stacoviak");
  const auto aside =
      std::find_if(transcript.asides.begin(), transcript.asides.end(),
                   [&](const model::Aside& one) { return one.range.begin.value == time; });
  REQUIRE(aside != transcript.asides.end());
  CHECK(aside->kind == model::AsideKind::timestamp);
}

TEST_CASE("the machine transcripts have the turns that their name lines say") {
  if (!is_there()) return;
  const std::string chip = bytes_of(real / "hitsave" / "Get-A-Grip Chip transcription.md");
  const Transcript four = read(chip, true);
  CHECK(four.convention == Convention::line_labels);
  CHECK(turns_by_speaker(four) ==
        name_lines(chip, {"Jonas Rosland", "Jon Lawitts", "Vicky Wei", "Rich McGrath"}));
  CHECK(four.speakers.size() == 4);
  const std::string betty =
      bytes_of(real / "hitsave" / "Interview with Matthew Brelsford, creator of Betty & Earl.md");
  const Transcript two = read(betty, true);
  CHECK(turns_by_speaker(two) == name_lines(betty, {"Jonas Rosland", "Matthew Brelsford"}));
  CHECK(two.speakers.size() == 2);
}

TEST_CASE("Whisper's text has no speakers and a timestamp on each line") {
  if (!is_there()) return;
  const std::string bytes = bytes_of(real / "hitsave" / "Goodboy Galaxy - Rik Nicol.txt");
  const Transcript transcript = read(bytes);
  CHECK(transcript.convention == Convention::none);
  REQUIRE(transcript.turns.size() == 1);
  const auto arrows = [&] {
    std::size_t count = 0;
    for (std::size_t at = bytes.find(" --> "); at != bytes.npos; at = bytes.find(" --> ", at + 1)) {
      ++count;
    }
    return count;
  }();
  CHECK(std::count_if(transcript.asides.begin(), transcript.asides.end(),
                      [](const model::Aside& aside) {
                        return aside.kind == model::AsideKind::timestamp;
                      }) == static_cast<std::ptrdiff_t>(arrows));
}

TEST_CASE("Whisper's captions hold the words of its text, and when they were said") {
  if (!is_there()) return;
  const std::string name = "Goodboy Galaxy - Rik Nicol";
  std::string spoken;
  std::istringstream lines(bytes_of(real / "hitsave" / (name + ".txt")));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t end = line.find("]  ");
    if (end != line.npos) spoken += line.substr(end + 3) + ' ';
  }
  const auto format = GENERATE(FileFormat::srt, FileFormat::vtt);
  const Transcript transcript =
      read_as(format, bytes_of(real / "hitsave" / (name + std::string{extension_of(format)})));
  CHECK(transcript.convention == Convention::captions);
  CHECK(transcript.diagnostics.empty());
  CHECK(transcript.speakers.empty());
  CHECK(transcript.turns.size() > 20);
  std::string said;
  std::optional<std::chrono::milliseconds> before;
  for (const model::Turn& turn : transcript.turns) {
    said += std::string{text::slice(transcript.text, turn.range)} + ' ';
    REQUIRE(turn.started);
    REQUIRE(turn.ended);
    CHECK((!before || *before <= *turn.started));
    before = turn.started;
  }
  CHECK(blank_separated(said) == blank_separated(spoken));
}

TEST_CASE("a licence has no speakers") {
  if (!is_there()) return;
  CHECK(read(bytes_of(real / "hitsave" / "LICENSE.md"), true).speakers.empty());
}

}  // namespace themata::ingest::test
