#include "themata/container/zip_archive.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "unit/container/archives.hpp"

namespace themata::container::test {

using Catch::Matchers::Contains;
using container::test::zipped;

TEST_CASE("members are read by name, whatever its case and slashes") {
  const std::string bytes =
      zipped({{"word/document.xml", "<a/>"}, {"dir\\Part.xml", "two"}, {"empty", ""}});
  ZipArchive archive(bytes);
  CHECK(archive.read("word/document.xml") == "<a/>");
  CHECK(archive.read("/Word/Document.xml") == "<a/>");
  CHECK(archive.read("dir/part.xml") == "two");
  CHECK(archive.read("empty").empty());
  CHECK(archive.contains("EMPTY"));
  CHECK_FALSE(archive.contains("word"));
  CHECK(archive.read_if_there("other") == std::nullopt);
  CHECK_THROWS_WITH(archive.read("other"), Contains("its part other is missing"));
}

TEST_CASE("names that lead out of an archive are names like others") {
  const std::string bytes = zipped({{"../../etc/passwd", "root"}, {"/abs", "x"}});
  ZipArchive archive(bytes);
  CHECK(archive.read("../../etc/passwd") == "root");
  CHECK(archive.read("abs") == "x");
  CHECK_FALSE(archive.contains("etc/passwd"));
}

TEST_CASE("an archive with a password, and one that is no archive, say so") {
  const std::string locked = zipped({{"a", "secret"}}, "pw");
  ZipArchive archive(locked);
  CHECK_THROWS_WITH(archive.read("a"), Contains("protected by a password"));
  CHECK_THROWS_WITH(ZipArchive{"PK\x03\x04 no archive"}, Contains("damaged or cut off"));
  CHECK_THROWS_AS(ZipArchive{""}, InputError);
}

TEST_CASE("an archive that is cut off anywhere is refused or read right") {
  const std::string bytes = zipped({{"a", "some words"}, {"b", "and others"}});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::string part = bytes.substr(0, size);
    CHECK_THROWS_AS(ZipArchive{part}.read("a"), InputError);
  }
}

TEST_CASE("a member whose bytes were changed is refused") {
  const std::string words = "some words that are long enough to be packed, packed, packed, packed";
  const std::string sound = zipped({{"a", words}});
  std::size_t refused = 0;
  for (std::size_t at = 0; at < sound.size(); ++at) {
    std::string bytes = sound;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    std::string content = words;
    try {
      content = ZipArchive{bytes}.read("a");
    } catch (const InputError&) {
      ++refused;
    }
    CHECK(content == words);
  }
  CHECK(2 * refused > sound.size());
}

TEST_CASE("archives that unpack to more than a transcript can be are refused") {
  const std::string large(std::size_t{64} << 20U, '\0');
  const std::string bytes = zipped({{"bomb", large}, {"inner.zip", zipped({{"bomb", large}})}});
  CHECK(bytes.size() < 1'000'000);
  ZipArchive archive(bytes);
  CHECK_THROWS_WITH(archive.read("bomb"), Contains("would unpack to 67108864 bytes"));
  CHECK(archive.read("inner.zip").size() < 500'000);  // an archive within is not unpacked
}

}  // namespace themata::container::test
