#include "themata/ingest/file_format.hpp"

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using namespace themata;
using namespace themata::ingest;
using Catch::Contains;

TEST_CASE("a format is known by its extension, in whatever case", "[format]") {
  CHECK(format_of_extension(".docx") == FileFormat::docx);
  CHECK(format_of_extension(".DOCX") == FileFormat::docx);
  CHECK(format_of_extension(".htm") == FileFormat::html);
  CHECK(format_of_extension(".markdown") == FileFormat::markdown);
  CHECK_FALSE(format_of_extension(".doc").has_value());
  CHECK_FALSE(format_of_extension("").has_value());
  CHECK_FALSE(format_of_extension("docx").has_value());
  for (const std::string_view extension : readable_extensions()) {
    CHECK(format_of_extension(extension).has_value());
  }
  CHECK(extension_of(FileFormat::html) == ".html");
  CHECK(extension_of(FileFormat::plain_text) == ".txt");
}

TEST_CASE("plain text is read as it is", "[format]") {
  const Document document = read_document("I: a\r\nP: b\r\n", FileFormat::plain_text);
  CHECK(document.text == "I: a\nP: b\n");
  CHECK(document.encoding == "UTF-8");
  CHECK_FALSE(document.emphasised_colons.has_value());
  CHECK(document.turns.empty());
}

TEST_CASE("Markdown loses its mark-up and tells of colons in bold", "[format]") {
  const Document document = read_document("**Ben:**\"Oh\"\n", FileFormat::markdown);
  CHECK(document.text == "Ben:\"Oh\"\n");
  REQUIRE(document.emphasised_colons.has_value());
  CHECK(*document.emphasised_colons == std::vector<std::size_t>{4});
}

TEST_CASE("a file that is not what its name says is refused with what it is", "[format]") {
  using namespace std::string_literals;
  const auto message = [](const std::string& bytes, FileFormat format) {
    try {
      read_document(bytes, format);
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK_THAT(message("%PDF-1.7\n", FileFormat::docx),
             Contains("no .docx file") && Contains("PDF") && Contains(".pdf"));
  CHECK_THAT(message("{\\rtf1 hi}", FileFormat::plain_text),
             Contains("is no text") && Contains("rename it to .rtf"));
  CHECK_THAT(message("PK\x03\x04", FileFormat::plain_text), Contains("ZIP"));
  CHECK_THAT(message("PK\x03\x04", FileFormat::rtf), Contains("ZIP"));
  CHECK_THAT(message("\xD0\xCF\x11\xE0", FileFormat::docx), Contains("before 2007"));
  CHECK_THAT(message("I: hello", FileFormat::docx), Contains("does not begin as one"));
  CHECK_THAT(message("I: hello", FileFormat::pdf), Contains("does not begin as one"));
  CHECK_THAT(message("", FileFormat::xlsx), Contains("empty"));
}
