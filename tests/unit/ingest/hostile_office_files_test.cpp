#include <cstdint>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/ingest/file_format.hpp"
#include "unit/ingest/growth.hpp"
#include "unit/ingest/office_files.hpp"

namespace themata::ingest::test {

using Catch::Matchers::Contains;

/// Members with another content of the part of that name.
Members with_part(Members members, const std::string& part, const std::string& content) {
  for (auto& [name, old] : members) {
    if (name == part) old = content;
  }
  return members;
}

struct OfficeKind {
  FileFormat format;
  Members members;
  std::string part;
};

std::vector<OfficeKind> office_kinds() {
  return {{FileFormat::docx, docx_members(paragraph(run("words", "<w:b/>"))), "word/document.xml"},
          {FileFormat::odt, odt_members("<text:p>words</text:p>"), "content.xml"}};
}

/// Reads a file whose main part has that content.
Document read_part(const OfficeKind& kind, const std::string& content) {
  return read_document(zipped(with_part(kind.members, kind.part, content)), kind.format);
}

std::string main_part(const OfficeKind& kind) {
  for (const auto& [name, content] : kind.members) {
    if (name == kind.part) return content;
  }
  return {};
}

/// The bytes of text that were read; 0 if the file was refused.
template <class Read>
std::size_t size_of(const Read& read) {
  try {
    return read().text.size();
  } catch (const InputError&) {
    return 0;
  }
}

std::string in_utf16(const std::string& ascii) {
  std::string bytes{"\xFF\xFE", 2};
  for (const char c : ascii) {
    bytes += c;
    bytes += '\0';
  }
  return bytes;
}

TEST_CASE("office files that are cut off anywhere are refused") {
  for (const OfficeKind& kind : office_kinds()) {
    const std::string bytes = zipped(kind.members);
    CHECK(read_document(bytes, kind.format).text == "words\n");
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      CHECK_THROWS_AS(read_document(std::string_view{bytes}.substr(0, size), kind.format),
                      InputError);
    }
  }
}

TEST_CASE("office files with any byte changed are read or refused") {
  for (const OfficeKind& kind : office_kinds()) {
    const std::string sound = zipped(kind.members);
    for (std::size_t at = 0; at < sound.size(); ++at) {
      for (const unsigned int mask : {0x01U, 0x80U, 0xFFU}) {
        std::string bytes = sound;
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ mask);
        CHECK(size_of([&] { return read_document(bytes, kind.format); }) < 100);
      }
    }
  }
}

TEST_CASE("main parts with any byte changed are read or refused") {
  std::mt19937 random(7);
  for (const OfficeKind& kind : office_kinds()) {
    const std::string sound = main_part(kind);
    for (int i = 0; i < 500; ++i) {
      std::string content = sound;
      for (int changes = 1 + i % 3; changes > 0; --changes) {
        content[random() % content.size()] = static_cast<char>(random() % 256);
      }
      CHECK(size_of([&] { return read_part(kind, content); }) < 1000);
    }
  }
}

TEST_CASE("main parts that are bombs are refused") {
  for (const OfficeKind& kind : office_kinds()) {
    CHECK_THROWS_WITH(read_part(kind, std::string(std::size_t{64} << 20U, ' ')),
                      Contains("would unpack to"));
    CHECK_THROWS_WITH(read_part(kind, "<!DOCTYPE a [<!ENTITY b \"&c;&c;\">]>" + main_part(kind)),
                      Contains("declares XML entities"));
    std::string deep = main_part(kind);
    const std::size_t middle = deep.find("words");
    std::string opened;
    for (int i = 0; i < 1'000'000; ++i) opened += "<a>";
    deep.insert(middle, opened);
    CHECK_THROWS_AS(read_part(kind, deep), InputError);  // never closed
    std::string closed;
    for (int i = 0; i < 1'000'000; ++i) closed += "</a>";
    deep.insert(middle + opened.size() + 5, closed);
    CHECK_THROWS_WITH(read_part(kind, deep), Contains("elements within each other"));
  }
}

TEST_CASE("tables and fields within each other are read as deep as they may be") {
  std::string body = paragraph(run("words"));
  for (int i = 0; i < 120; ++i) {
    body = "<w:tbl><w:tr><w:tc>" + body + "</w:tc></w:tr></w:tbl>";
  }
  CHECK(docx(body).text == "words\n");
  std::string fields;
  for (int i = 0; i < 10'000; ++i) fields += "<w:r><w:fldChar w:fldCharType='begin'/></w:r>";
  CHECK(docx(paragraph(fields + run("seen")) + paragraph(run("and this"))).text ==
        "seen\n\nand this\n");
}

TEST_CASE("runs in many open fields take no more time than others") {
  const auto body = [](std::size_t size) {
    return paragraph(repeated("<w:r><w:fldChar w:fldCharType='begin'/></w:r>", size) +
                     repeated(run("a"), size));
  };
  CHECK(grows_linearly(
      body, [](const std::string& content) { docx(content); }, 500'000));
}

TEST_CASE("parts in UTF-16 are read") {
  for (const OfficeKind& kind : office_kinds()) {
    CHECK(read_part(kind, in_utf16(main_part(kind))).text == "words\n");
    const std::string declared = "<?xml version='1.0' encoding='UTF-16'?>" + main_part(kind);
    CHECK(read_part(kind, in_utf16(declared)).text == "words\n");
    CHECK(read_part(kind, declared).text == "words\n");  // a false declaration
  }
}

TEST_CASE("other files under an office file's name are told") {
  for (const FileFormat format : {FileFormat::docx, FileFormat::odt}) {
    CHECK_THROWS_WITH(read_document("", format), Contains("the file is empty"));
    CHECK_THROWS_WITH(read_document("%PDF-1.7 ...", format), Contains("a PDF file"));
    CHECK_THROWS_WITH(read_document("{\\rtf1 words}", format), Contains("Rich Text"));
    CHECK_THROWS_WITH(read_document("\xD0\xCF\x11\xE0\xA1\xB1", format), Contains("password"));
    CHECK_THROWS_AS(read_document("plain words", format), InputError);
    CHECK_THROWS_AS(read_document("PK\x03\x04", format), InputError);
  }
}

}  // namespace themata::ingest::test
