#include "themata/ingest/formats/pdf.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "themata/error.hpp"
#include "themata/ingest/detail/pdf_to_layout.hpp"
#include "themata/ingest/file_format.hpp"
#include "unit/ingest/reading.hpp"

// These need pdftotext (poppler-utils).
namespace themata::ingest::test {
namespace {

namespace fs = std::filesystem;

std::string file(const std::string& name) {
  const std::string path = THEMATA_SOURCE_DIR "/tests/data/formats/" + name;
  std::ifstream in{path, std::ios::binary};
  INFO(path);
  REQUIRE(in.good());
  return {std::istreambuf_iterator<char>{in}, {}};
}

Transcript read_pdf_file(const std::string& name) {
  ReadOptions options;
  options.format = FileFormat::pdf;
  return read_transcript(file(name), options);
}

std::vector<std::string> messages_of(const Document& document) {
  std::vector<std::string> messages;
  for (const Diagnostic& notice : document.notices) messages.push_back(notice.message);
  return messages;
}

using Strings = std::vector<std::string>;

/// A folder with a program named pdftotext: a script for sh.
class FakePdfToText {
 public:
  explicit FakePdfToText(const std::string& script)
      : folder_(fs::temp_directory_path() / ("themata-pdf-" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
    std::ofstream{folder_ / "pdftotext"} << "#!/bin/sh\n" << script << '\n';
    ::chmod((folder_ / "pdftotext").c_str(), 0700);
  }
  FakePdfToText(const FakePdfToText&) = delete;
  FakePdfToText& operator=(const FakePdfToText&) = delete;
  ~FakePdfToText() { fs::remove_all(folder_); }

  [[nodiscard]] detail::PdfLayout run(const detail::ChildLimits& limits = {}) const {
    return detail::pdf_to_layout("%PDF-1.4", folder_.string(), limits);
  }

 private:
  fs::path folder_;
};

}  // namespace

TEST_CASE("a PDF file has the text and the turns of its plain-text twin") {
  const std::string text = file("pdf-harbour.txt");
  const auto name =
      GENERATE(as<std::string>{}, "numbered", "printed", "indented", "hanging", "columns");
  INFO(name);
  const Transcript transcript = read_pdf_file("pdf-" + name + ".pdf");
  const Transcript twin = read(text);
  CHECK(transcript.text == text);
  CHECK(turns_of(transcript) == turns_of(twin));
  CHECK(speakers_of(transcript) == Strings{"Interviewer", "Ben"});
  CHECK(transcript.encoding == "UTF-8");
}

TEST_CASE("a table of speakers in a PDF file has the turns of its plain-text twin") {
  const Transcript transcript = read_pdf_file("pdf-table.pdf");
  Strings turns = turns_of(read(file("pdf-harbour.txt")));
  // Paragraphs within a cell are lines.
  for (std::string& turn : turns) {
    for (std::size_t at = turn.find("\n\n"); at != turn.npos; at = turn.find("\n\n")) {
      turn.replace(at, 2, "\n");
    }
  }
  CHECK(transcript.convention == Convention::table_rows);
  CHECK(turns_of(transcript) == turns);
}

TEST_CASE("a PDF file that is written from right to left is read so") {
  const std::string text = file("pdf-hebrew.txt");
  const Transcript transcript = read_pdf_file("pdf-hebrew.pdf");
  CHECK(transcript.text == text);
  CHECK(turns_of(transcript) == turns_of(read(text)));
}

TEST_CASE("what a PDF file's pages hold besides is left out, and said") {
  CHECK(messages_of(read_pdf(file("pdf-numbered.pdf"))) ==
        Strings{"left out: 2 headers (\"Harbour Study, interview 7, confidential\"), 2 page "
                "numbers, 53 line numbers, 1 footnote (\"1Flown from force seven upwards, by a "
                "ru…\")",
                "2 words divided at the ends of lines put together"});
  const Strings printed = messages_of(read_pdf(file("pdf-printed.pdf")));
  REQUIRE(printed.size() == 2);
  CHECK(printed.front().find("3 headers") != std::string::npos);
  CHECK(printed.front().find("3 footers (\"file:///interview.html 1/3\")") != std::string::npos);
}

TEST_CASE("a PDF file is read, or refused, also where the ends of processes are told to nobody") {
  const auto before = std::signal(SIGCHLD, SIG_IGN);
  std::string text;
  std::string refusal;
  try {
    text = read_pdf(file("pdf-numbered.pdf")).text;
    read_pdf(file("pdf-password.pdf"));
  } catch (const InputError& error) {
    refusal = error.what();
  }
  std::signal(SIGCHLD, before);
  CHECK(text == read_pdf(file("pdf-numbered.pdf")).text);
  CHECK(refusal == "needs a password; save it without one");
}

TEST_CASE("a PDF file that cannot be read is refused, with what to do") {
  CHECK_THROWS_WITH(read_pdf(file("pdf-password.pdf")), "needs a password; save it without one");
  CHECK_THROWS_WITH(
      read_pdf(file("pdf-picture.pdf")),
      "holds pictures of pages only, no text: run text recognition (OCR) on it first");
  CHECK_THROWS_WITH(read_pdf("%PDF-1.4\nnothing"), Catch::StartsWith("is damaged: pdftotext"));
  CHECK_THROWS_WITH(read_document("", FileFormat::pdf), "the file is empty");
  CHECK_THROWS_WITH(read_document("PK\x03\x04word/document.xml", FileFormat::pdf),
                    Catch::Contains("ZIP"));
}

TEST_CASE("a PDF file that breaks off is an error or a notice, wherever it does") {
  const std::string whole = file("pdf-columns.pdf");
  for (std::size_t size = 0; size < whole.size() - 64; size += whole.size() / 40) {
    INFO(size);
    try {
      const Document document = read_pdf(whole.substr(0, size));
      const Strings messages = messages_of(document);
      CHECK(std::any_of(messages.begin(), messages.end(), [](const std::string& message) {
        return message.find("damaged") != std::string::npos;
      }));
    } catch (const InputError& error) {
      CHECK_FALSE(std::string_view{error.what()}.empty());
    }
  }
}

TEST_CASE("a PDF file whose objects go round in circles ends in an error") {
  const std::string circles =
      "%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
      "2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999/Parent 2 0 R>>\nendobj\n"
      "3 0 obj\n<</Type/ObjStm/N 1/First 4/Extends 3 0 R/Length 3 0 R>>\nstream\n3 0\nendstream\n"
      "endobj\ntrailer\n<</Root 1 0 R/Size 4/Prev 0>>\nstartxref\n0\n%%EOF\n";
  CHECK_THROWS_AS(read_pdf(circles), InputError);
}

TEST_CASE("without pdftotext the message says how to get it") {
  CHECK_THROWS_WITH(detail::pdf_to_layout("%PDF-1.4", "/nowhere"),
                    "PDF files are read by pdftotext, which is not installed: apt-get install "
                    "poppler-utils; or save it as text");
}

TEST_CASE("whatever pdftotext does is an error that a person can act on") {
  detail::ChildLimits limits;
  limits.wall_time = std::chrono::milliseconds{50};
  CHECK_THROWS_WITH(FakePdfToText{"sleep 1000"}.run(limits),
                    "takes pdftotext more than 1 second to read; divide it, or save it anew");
  limits = {};
  limits.output = 1000;
  CHECK_THROWS_WITH(FakePdfToText{"while :; do echo word; done"}.run(limits),
                    Catch::StartsWith("has more text than is read at once"));
  CHECK_THROWS_WITH(FakePdfToText{"kill -SEGV $$"}.run(), Catch::Contains("crashed on it"));
  CHECK_THROWS_WITH(FakePdfToText{"echo 'Syntax Warning: odd' >&2; echo 'Syntax Error: bad' >&2\n"
                                  "exit 1"}
                        .run(),
                    "is damaged: pdftotext cannot read it (Syntax Error: bad); open it with "
                    "another program and save it anew");
  CHECK_THROWS_WITH(FakePdfToText{"exit 3"}.run(),
                    Catch::StartsWith("does not let its text be copied"));
}

TEST_CASE("pdftotext is handed the file's bytes, and its output and complaints come back") {
  const detail::PdfLayout layout =
      FakePdfToText{"echo \"$@\"; cat; echo 'Syntax Error: odd' >&2"}.run();
  CHECK(layout.xhtml == "-bbox-layout -enc UTF-8 - -\n%PDF-1.4");
  CHECK(layout.damage == "Syntax Error: odd");
}

}  // namespace themata::ingest::test
