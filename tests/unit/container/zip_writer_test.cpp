#include "themata/container/zip_writer.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "themata/container/zip_archive.hpp"
#include "themata/error.hpp"

namespace themata::container::test {

namespace fs = std::filesystem;

namespace {

/// A folder of the test's own.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("themata-zip-" + std::to_string(getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), {}));
  }

 private:
  fs::path path_;
};

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_two(const fs::path& path) {
  ZipWriter writer(path);
  writer.add("project.qde", [] { return std::string("<Project/>"); });
  writer.add("sources/ä.txt", [] { return std::string(100'000, 'x'); });
  writer.finish();
}

}  // namespace

TEST_CASE("what is written can be read, and is the same bytes each time") {
  const Folder folder;
  write_two(folder / "a.zip");
  ZipArchive archive = ZipArchive::open(folder / "a.zip");
  CHECK(archive.names() == std::vector<std::string>{"project.qde", "sources/ä.txt"});
  CHECK(archive.read("project.qde") == "<Project/>");
  CHECK(archive.size_of("sources/ä.txt") == 100'000);
  CHECK(archive.read("sources/ä.txt") == std::string(100'000, 'x'));
  setenv("TZ", "Asia/Kolkata", 1);
  write_two(folder / "b.zip");
  unsetenv("TZ");
  CHECK(bytes_of(folder / "a.zip") == bytes_of(folder / "b.zip"));
}

TEST_CASE("a content is asked for when it is written, and its error is passed on") {
  const Folder folder;
  std::ofstream(folder / "a.zip") << "what was there";
  int asked = 0;
  {
    ZipWriter writer(folder / "a.zip");
    writer.add("one", [&] {
      ++asked;
      return std::string("1");
    });
    CHECK(asked == 0);
    writer.add("two", []() -> std::string { throw std::runtime_error("no second"); });
    CHECK_THROWS_WITH(writer.finish(), "no second");
  }
  CHECK(asked == 1);
  CHECK(bytes_of(folder / "a.zip") == "what was there");
  CHECK(folder.files() == 1);
}

TEST_CASE("an archive in memory has the bytes of one in a file") {
  const Folder folder;
  ZipWriter in_file(folder / "a.zip");
  ZipWriter in_memory;
  for (ZipWriter* writer : {&in_file, &in_memory}) {
    writer->add("one", [] { return std::string(100000, '1'); });
    writer->add("two/three", [] { return std::string(); });
  }
  in_file.finish();
  const std::string bytes = in_memory.bytes();
  CHECK(bytes == bytes_of(folder / "a.zip"));
  CHECK(ZipArchive(bytes).read("one") == std::string(100000, '1'));
}

TEST_CASE("what a member of an archive in memory throws is passed on") {
  ZipWriter writer;
  writer.add("one", []() -> std::string { throw std::runtime_error("no"); });
  CHECK_THROWS_AS(writer.bytes(), std::runtime_error);
}

TEST_CASE("a folder that is not there is told") {
  ZipWriter writer("/no such folder/a.zip");
  writer.add("one", [] { return std::string("1"); });
  CHECK_THROWS_AS(writer.finish(), Error);
}

TEST_CASE("a file that is no archive, and none at all, are refused") {
  const Folder folder;
  std::ofstream(folder / "a.zip") << "no archive";
  CHECK_THROWS_AS(ZipArchive::open(folder / "a.zip"), InputError);
  CHECK_THROWS_AS(ZipArchive::open(folder / "none.zip"), InputError);
}

}  // namespace themata::container::test
