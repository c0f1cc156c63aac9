#include "themata/study/project_exchange.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "random_commands.hpp"
#include "themata/container/zip_archive.hpp"
#include "themata/container/zip_writer.hpp"
#include "themata/error.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/flags.hpp"
#include "themata/study/table_export.hpp"
#include "themata/study/undo.hpp"
#include "themata/study/verify.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Matchers::Contains;

namespace fs = std::filesystem;

namespace {

std::string bytes_of_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Everything of a study but its history and its own identity, by table.
std::map<std::string, std::string> contents(Project& project, const fs::path& folder) {
  export_tables(project, folder, {});
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().filename() == "study.csv") continue;
    files.emplace(fs::relative(entry.path(), folder).string(), bytes_of_file(entry.path()));
  }
  return files;
}

void check_is_whole(Project& project) {
  study::verify(project, {[](const Defect& defect) { FAIL_CHECK(defect.what); }, {}});
}

/// Exports `study` and brings it into another one, which must hold the same.
void check_round_trip(test::TemporaryStudy& study, RefiDialect dialect) {
  const fs::path folder = study.folder().path();
  export_refi_project(study.project(), folder / "out.qdpx", dialect, "Themata");
  test::TemporaryStudy other;
  const ProjectImport report =
      import_project(other.project(), {(folder / "out.qdpx").string(), {}, false});
  CHECK(report.losses == std::vector<std::string>{});
  CHECK(report.remarks == std::vector<std::string>{});
  check_is_whole(other.project());
  const auto before = contents(study.project(), folder / "before");
  const auto after = contents(other.project(), folder / "after");
  for (const auto& [name, bytes] : before) {
    INFO(name);
    REQUIRE(after.contains(name));
    CHECK(after.at(name) == bytes);
  }
  CHECK(after.size() == before.size());
  export_refi_project(other.project(), folder / "again.qdpx", dialect, "Themata");
  CHECK(bytes_of_file(folder / "out.qdpx") == bytes_of_file(folder / "again.qdpx"));
  fs::remove_all(folder / "before");
  fs::remove_all(folder / "after");
}

std::string all_of(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& one : sentences) text += one + "\n";
  return text;
}

std::string guid(int number) {
  const std::string digits = std::to_string(number);
  return "10000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

/// A project of another program with one source, of so many codings of its first word.
fs::path foreign_project(const fs::path& file, const std::string& text,
                         const std::string& more = "") {
  const std::string project =
      "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Theirs\" "
      "origin=\"Other\"><CodeBook><Codes>"
      "<Code guid=\"" +
      guid(1) +
      "\" name=\"Their code\" isCodable=\"true\"/></Codes></CodeBook>"
      "<Sources><TextSource guid=\"" +
      guid(2) +
      "\" name=\"theirs\" plainTextPath=\"internal://t.txt\">"
      "<PlainTextSelection guid=\"" +
      guid(3) +
      "\" name=\"Ben: Good\" startPosition=\"0\" endPosition=\"9\">"
      "<Coding guid=\"" +
      guid(4) + "\"><CodeRef targetGUID=\"" + guid(1) +
      "\"/></Coding>"
      "</PlainTextSelection></TextSource>" +
      more + "</Sources></Project>";
  container::ZipWriter writer(file);
  writer.add("project.qde", [project] { return project; });
  writer.add("sources/t.txt", [text] { return text; });
  writer.finish();
  return file;
}

}  // namespace

TEST_CASE("a study that goes out and comes back has lost nothing", "[exchange][property]") {
  const unsigned seed = GENERATE(range(100U, 116U));
  CAPTURE(seed);
  test::SampleStudy study;
  test::RandomCommands commands(study, seed);
  for (int i = 0; i < 60; ++i) commands.give();
  check_round_trip(study, RefiDialect::strict);
  check_round_trip(study, RefiDialect::qualcoder);
}

TEST_CASE("hard texts and names come back as they were", "[exchange]") {
  test::TemporaryStudy study;
  study.import(
      "hard.txt",
      "\uFEFF\uFEFFIvy: Caf\u0065\u0301 \U0001F1EB\U0001F1EE & <b> \"q\" ]]> ?> \U0001F600.\n"
      "Noa: \u05E9\u05DC\u05D5\u05DD [inserted] (laughs) \U00020000.\n");
  Project& project = study.project();
  add_theme(project, "A / B?> \"&<>", "line\n\nend ", std::nullopt);
  add_code(project, "=cmd() ?> '", "\ttab and  spaces ", "A / B?> \"&<>");
  apply_code(project, test::quoted("=cmd() ?> '", "hard", "Cafe\u0301 \U0001F1EB\U0001F1EE"));
  add_memo(project, {}, "?> ]]> <!-- \u202Eback");
  check_round_trip(study, RefiDialect::strict);
  check_round_trip(study, RefiDialect::qualcoder);
}

TEST_CASE("an empty study goes out and comes back", "[exchange]") {
  test::TemporaryStudy study;
  check_round_trip(study, RefiDialect::strict);
}

TEST_CASE("the same project twice changes nothing, and undo takes it back", "[exchange]") {
  test::SampleStudy study;
  const fs::path folder = study.folder().path();
  export_refi_project(study.project(), folder / "out.qdpx", RefiDialect::strict, "Themata");
  test::TemporaryStudy other;
  const ProjectImportRequest request{(folder / "out.qdpx").string(), {}, false};
  import_project(other.project(), request);
  const std::string bytes = other.bytes();
  const ProjectImport again = import_project(other.project(), request);
  CHECK(again.same_sources == 3);
  CHECK(again.new_codings + again.new_codes + again.new_memos + again.new_participants == 0);
  CHECK(other.bytes() == bytes);
  undo(other.project(), next_undone(other.project(), 1));
  CHECK(list_sources(other.project()).empty());
  CHECK(codebook(other.project()).codes().empty());
  redo(other.project(), next_redone(other.project(), 1));
  CHECK(list_sources(other.project()).size() == 3);
}

TEST_CASE("a project of another program joins a study by names", "[exchange]") {
  test::SampleStudy study;
  const auto file =
      foreign_project(study.folder().path() / "theirs.qdpx", "Ben: Good.\nInterviewer: Why?\n");
  const ProjectImport report = import_project(study.project(), {file.string(), {}, false});
  CHECK(report.new_sources == 1);
  CHECK(report.new_participants == 0);  // Ben is there
  CHECK(report.new_codings == 1);
  CHECK(report.origin == "Other");
  CHECK(test::participants_of(study.project()) == test::Names{"Ben", "Cara"});
  check_is_whole(study.project());
}

TEST_CASE("a dry run of a project tells and changes nothing", "[exchange]") {
  test::SampleStudy study;
  const std::string bytes = study.bytes();
  const auto file = foreign_project(study.folder().path() / "theirs.qdpx", "Ben: Good.\n");
  const ProjectImport report = import_project(study.project(), {file.string(), {}, true});
  CHECK(report.new_sources == 1);
  CHECK(study.bytes() == bytes);
}

TEST_CASE("another text under a name that is taken is a conflict, and all stays", "[exchange]") {
  test::SampleStudy study;
  study.import("theirs.txt", "Ben: Another text.\n");
  const std::string bytes = study.bytes();
  const auto file = foreign_project(study.folder().path() / "theirs.qdpx", "Ben: Good.\n");
  CHECK_THROWS_AS(import_project(study.project(), {file.string(), {}, false}), Conflict);
  CHECK(study.bytes() == bytes);
}

TEST_CASE("what a study cannot hold goes back as it came", "[exchange]") {
  test::TemporaryStudy study;
  const std::string picture =
      "<PictureSource guid=\"" + guid(70) +
      "\" name=\"Photo\" path=\"internal://t.txt\"><PictureSelection guid=\"" + guid(71) +
      "\" firstX=\"0\" firstY=\"0\" secondX=\"9\" secondY=\"9\"><Coding guid=\"" + guid(72) +
      "\"><CodeRef targetGUID=\"" + guid(1) + "\"/></Coding></PictureSelection></PictureSource>";
  const auto file = foreign_project(study.folder().path() / "theirs.qdpx", "Ben: Good.\n", picture);
  const ProjectImport report = import_project(study.project(), {file.string(), {}, false});
  CHECK_THAT(all_of(report.losses), Contains("Photo"));
  const fs::path out = study.folder().path() / "out.qdpx";
  export_refi_project(study.project(), out, RefiDialect::strict, "Themata");
  auto archive = container::ZipArchive::open(out);
  CHECK_THAT(archive.read("project.qde"), Contains("<PictureSource") && Contains(guid(72)));
  // a code that is gone takes its codings there with it
  remove_code(study.project(), "Their code", true);
  export_refi_project(study.project(), out, RefiDialect::strict, "Themata");
  auto without = container::ZipArchive::open(out);
  const std::string project = without.read("project.qde");
  CHECK_THAT(project, Contains("<PictureSource") && !Contains(guid(72)));
}

TEST_CASE("a coding whose file names other words is to be looked at", "[exchange]") {
  test::TemporaryStudy study;
  const auto file = foreign_project(study.folder().path() / "theirs.qdpx", "Ivy: Water is cold.\n");
  import_project(study.project(), {file.string(), {}, false});
  CHECK(flags_by_coding(study.project()).empty());  // a single name proves nothing
}

TEST_CASE("a file that is no project, and one that is not there, are refused", "[exchange]") {
  test::TemporaryStudy study;
  const std::string bytes = study.bytes();
  CHECK(is_project_file("a.QDPX"));
  CHECK_FALSE(is_project_file("a.txt"));
  CHECK_THROWS_AS(import_project(study.project(), {"/no such.qdpx", {}, false}), InputError);
  CHECK_THROWS_AS(import_project(study.project(), {study.write("a.qdpx", "no"), {}, false}),
                  InputError);
  CHECK_THROWS_AS(import_project(study.project(), {study.write("a.rqda", "no"), {}, false}),
                  InputError);
  CHECK(study.bytes() == bytes);
}

TEST_CASE("a spoilt project is refused, or comes in whole and sound", "[exchange][property]") {
  test::SampleStudy study;
  const fs::path folder = study.folder().path();
  add_memo(study.project(), {}, "a memo");
  export_refi_project(study.project(), folder / "out.qdpx", RefiDialect::strict, "Themata");
  auto archive = container::ZipArchive::open(folder / "out.qdpx");
  const std::string project = archive.read("project.qde");
  std::mt19937 random(11);
  std::size_t refused = 0;
  std::size_t taken = 0;
  for (int round = 0; round < 150; ++round) {
    std::string spoilt = project;
    for (auto left = 1 + random() % 3; left > 0; --left) {
      const std::size_t at = random() % spoilt.size();
      const std::size_t length = std::min<std::size_t>(1 + random() % 30, spoilt.size() - at);
      if (random() % 2 == 0) {
        spoilt[at] = static_cast<char>('0' + random() % 75);
      } else if (random() % 2 == 0) {
        spoilt.erase(at, length);
      } else {
        spoilt.insert(random() % spoilt.size(), spoilt.substr(at, length));
      }
    }
    container::ZipWriter writer(folder / "spoilt.qdpx");
    writer.add("project.qde", [&] { return spoilt; });
    for (const std::string& name : archive.names()) {
      if (name != "project.qde") writer.add(name, [&archive, name] { return archive.read(name); });
    }
    writer.finish();
    test::TemporaryStudy other;
    const std::string bytes = other.bytes();
    INFO(round);
    try {
      import_project(other.project(), {(folder / "spoilt.qdpx").string(), {}, false});
      ++taken;
      check_is_whole(other.project());
    } catch (const StoreError&) {
      throw;
    } catch (const Error&) {
      ++refused;
      CHECK(other.bytes() == bytes);
    }
  }
  CHECK(refused > 10);
  CHECK(taken > 10);
}
