#include "themata/study/locate.hpp"

#include <catch2/catch.hpp>

#include "support/temporary_folder.hpp"
#include "themata/error.hpp"

using namespace themata;
using Catch::Contains;
using study::locate_study;
using themata::test::TemporaryFolder;

namespace fs = std::filesystem;

TEST_CASE("the chosen file is the study, whether or not it is there", "[locate]") {
  const TemporaryFolder folder;
  (void)folder.write("one.themata", "");
  CHECK(locate_study("elsewhere/my study.themata", folder.path()) == "elsewhere/my study.themata");
}

TEST_CASE("the only study in the folder is meant", "[locate]") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("my study.themata", "");
  (void)folder.write("notes.txt", "");
  (void)folder.write("my study.themata.bak", "");
  CHECK(locate_study(std::nullopt, folder.path()) == file);
}

TEST_CASE("where the folder has none, the nearest folder above it is searched", "[locate]") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("study.themata", "");
  const fs::path nearer = folder.write("wave 2/study.themata", "");
  fs::create_directories(folder.path() / "wave 1" / "transcripts");
  fs::create_directories(folder.path() / "wave 2" / "transcripts");
  CHECK(locate_study(std::nullopt, folder.path() / "wave 1" / "transcripts") == file);
  CHECK(locate_study(std::nullopt, folder.path() / "wave 2" / "transcripts") == nearer);
}

TEST_CASE("of several studies in a folder none is meant", "[locate]") {
  const TemporaryFolder folder;
  (void)folder.write("b.themata", "");
  (void)folder.write("a.themata", "");
  CHECK_THROWS_AS(locate_study(std::nullopt, folder.path()), Conflict);
  CHECK_THROWS_WITH(locate_study(std::nullopt, folder.path()),
                    "several studies in this folder: a.themata, b.themata; name one with -p FILE");
  fs::create_directory(folder.path() / "below");
  CHECK_THROWS_WITH(locate_study(std::nullopt, folder.path() / "below"),
                    Contains("several studies in " + folder.path().string()));
}

TEST_CASE("a folder that is named like a study is none", "[locate]") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("study.themata", "");
  fs::create_directories(folder.path() / "below" / "old.themata");
  CHECK(locate_study(std::nullopt, folder.path() / "below") == file);
}

TEST_CASE("no study in any folder above is told with what to do", "[locate]") {
  const fs::path nowhere = "/no such folder/at all";
  CHECK_THROWS_AS(locate_study(std::nullopt, nowhere), NotFound);
  CHECK_THROWS_WITH(locate_study(std::nullopt, nowhere),
                    Contains("no study here") && Contains("themata init") && Contains("-p FILE"));
}
