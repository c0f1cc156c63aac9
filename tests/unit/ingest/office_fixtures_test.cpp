#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>

#include "themata/ingest/transcript.hpp"
#include "unit/ingest/office_files.hpp"
#include "unit/ingest/reading.hpp"

// Files that office programs made, each beside a plain text that says the same; their README.md
// says how.

namespace themata::ingest::test {

using Catch::Matchers::Contains;
using List = std::vector<std::string>;

std::string fixture(const std::string& name) {
  std::ifstream file(std::string{THEMATA_SOURCE_DIR} + "/tests/data/formats/" + name,
                     std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

Transcript read_fixture(const std::string& name) {
  ReadOptions options;
  options.format = *format_of_extension(name.substr(name.rfind('.')));
  return read_transcript(fixture(name), options);
}

/// The names of the files that say the same as `NAME.txt`.
List versions_of(const std::string& name) {
  List names;
  for (const std::string program : {"libreoffice", "pandoc"}) {
    for (const std::string extension : {"docx", "odt"}) {
      names.push_back(name + "." + program + "." + extension);
    }
  }
  return names;
}

void check_twins(const std::string& name, Convention convention) {
  const Transcript plain = read_fixture(name + ".txt");
  for (const std::string& version : versions_of(name)) {
    INFO(version);
    const Transcript transcript = read_fixture(version);
    CHECK(transcript.convention == convention);
    CHECK(turns_of(transcript) == turns_of(plain));
    CHECK(speakers_of(transcript) == speakers_of(plain));
    CHECK(asides_of(transcript) == asides_of(plain));
    for (std::size_t i = 0; i < plain.speakers.size(); ++i) {
      CHECK(transcript.speakers.at(i).role == plain.speakers[i].role);
    }
  }
}

TEST_CASE("labels with colons are read from office files as from plain text") {
  check_twins("colon", Convention::colon_labels);
  const std::string plain = fixture("colon.txt");
  for (const std::string& version : versions_of("colon")) {
    INFO(version);
    CHECK(read_fixture(version).text == plain);
  }
}

TEST_CASE("names in bold are read from office files") {
  check_twins("bold", Convention::styled_labels);
}

TEST_CASE("questions in bold are read from office files") {
  check_twins("questions", Convention::bold_questions);
}

TEST_CASE("tables of speakers are read from office files") {
  check_twins("table", Convention::table_rows);
}

TEST_CASE("names with times are read from office files") {
  check_twins("times", Convention::line_labels);
  const Transcript plain = read_fixture("times.txt");
  for (const std::string& version : versions_of("times")) {
    INFO(version);
    const Transcript transcript = read_fixture(version);
    REQUIRE(transcript.turns.size() == 4);
    CHECK(transcript.turns[3].started == plain.turns[3].started);
    CHECK(transcript.turns[3].started == std::chrono::seconds{3735});
  }
}

TEST_CASE("changes, comments and notes are read from office files") {
  for (const std::string version : {"marked.libreoffice.docx", "marked.libreoffice.odt"}) {
    INFO(version);
    const Transcript transcript = read_fixture(version);
    CHECK(transcript.text == fixture("marked.txt"));
    Document document;
    document.text = transcript.text;
    document.comments = transcript.comments;
    CHECK(comments_of(document) ==
          List{"cold|Ann|The body comes first.\nSee also Ben.", "breath|Ben|Breath again"});
    REQUIRE(transcript.diagnostics.size() >= 4);
    CHECK(transcript.diagnostics[0].message ==
          "tracked changes: 1 insertion was taken, 1 deletion was left out");
    CHECK_THAT(transcript.diagnostics[1].message, Contains("1 footnote or endnote was left out"));
    CHECK_THAT(transcript.diagnostics[2].message, Contains("1 text box was left out"));
    CHECK_THAT(transcript.diagnostics[3].message, Contains("1 stretch of hidden text"));
  }
}

}  // namespace themata::ingest::test
