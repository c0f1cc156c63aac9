/// An import that a manifest describes.
#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/import.hpp"
#include "themata/study/sources.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using Catch::EndsWith;
using Outcome = ImportedFile::Outcome;
using test::Names;
using themata::test::TemporaryStudy;

namespace {

const std::string generic = "I: How was it?\nP: So so.\nI: And then?\nP: Well.\n";

/// Three files in a folder, with a manifest beside them.
struct WithManifest : TemporaryStudy {
  WithManifest() {
    for (const char* name : {"a", "b", "c"}) {
      (void)write("data/" + std::string(name) + ".txt", generic + name);
    }
  }

  ImportRequest manifest(const std::string& csv) {
    ImportRequest request;
    request.manifest = write("data/manifest.csv", csv);
    return request;
  }

  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder().path() / "data" / name).string();
  }

  /// Every source as "name|kind|occasion".
  Names sources() {
    Names lines;
    for (const SourceSummary& summary : list_sources(project())) {
      lines.push_back(summary.source.name + "|" +
                      std::string(model::to_string(summary.source.kind)) + "|" +
                      summary.source.occasion);
    }
    return lines;
  }
};

}  // namespace

TEST_CASE_METHOD(WithManifest, "a manifest says of each file who, when and what", "[import]") {
  import_sources(project(), manifest("file,participant,occasion,kind,name\n"
                                     "b.txt,Joanne,baseline,diary,\n"
                                     "a.txt,,,,First\n"
                                     "c.txt,Joanne,week 12,,\n"));
  CHECK(sources() == Names{"b|diary|baseline", "First|interview|", "c|interview|week 12"});
  CHECK(test::participants_of(project()) == Names{"Joanne", "First"});
}

TEST_CASE_METHOD(WithManifest, "a manifest's row overrules the options, cell by cell", "[import]") {
  ImportRequest request =
      manifest("file,participant,occasion,kind\na.txt,Joanne,,\nb.txt,,later,\n");
  request.participant = "Ben";
  request.occasion = "baseline";
  request.kind = model::SourceKind::written;
  import_sources(project(), request);
  CHECK(sources() == Names{"a|written|baseline", "b|written|later"});
  CHECK(test::speakers_of(project()) == Names{"a|I|researcher|", "a|P|participant|Joanne",
                                              "b|I|researcher|", "b|P|participant|Ben"});
}

TEST_CASE_METHOD(WithManifest, "with paths, the manifest describes and the paths choose",
                 "[import]") {
  ImportRequest request = manifest("file,participant\na.txt,Joanne\nc.txt,Cleo\nlost.txt,\n");
  request.paths = {path("../data/a.txt"), path("b.txt")};
  const ImportReport report = import_sources(project(), request);
  CHECK(sources() == Names{"a|interview|", "b|interview|"});
  CHECK(test::participants_of(project()) == Names{"Joanne", "b"});
  REQUIRE(report.passed_over.size() == 3);
  CHECK(report.passed_over[0] == path("b.txt") + ": the manifest says nothing of it");
  CHECK_THAT(report.passed_over[1],
             EndsWith("manifest.csv:3: c.txt is not among the files to import"));
  CHECK_THAT(report.passed_over[2],
             EndsWith("manifest.csv:4: lost.txt is not among the files to import"));
}

TEST_CASE_METHOD(WithManifest, "a folder's manifest may lie in it", "[import]") {
  ImportRequest request = manifest("file,occasion\na.txt,1\nb.txt,2\nc.txt,3\n");
  request.paths = {path("")};
  const ImportReport report = import_sources(project(), request);
  CHECK(sources() == Names{"a|interview|1", "b|interview|2", "c|interview|3"});
  CHECK(report.count(Outcome::failed) == 0);
}

TEST_CASE_METHOD(WithManifest, "paths in a manifest may be absolute or lead elsewhere",
                 "[import]") {
  (void)write("elsewhere/d.txt", "Other words.");
  import_sources(project(), manifest("file\n../elsewhere/d.txt\n\"" + path("a.txt") + "\"\n"));
  CHECK(sources() == Names{"d|interview|", "a|interview|"});
}

TEST_CASE_METHOD(WithManifest, "a file that the manifest names and nobody has fails by itself",
                 "[import]") {
  const ImportReport report = import_sources(project(), manifest("file\na.txt\nlost.txt\nb.txt\n"));
  CHECK(sources() == Names{"a|interview|", "b|interview|"});
  REQUIRE(report.count(Outcome::failed) == 1);
  CHECK(report.files[1].error == path("lost.txt") + ": cannot be read: No such file or directory");
}

TEST_CASE_METHOD(WithManifest, "a file that the manifest names twice stops the import",
                 "[import]") {
  const std::string csv =
      GENERATE("file\na.txt\na.txt\n", "file\na.txt\n./a.txt\n", "file\na.txt\n../data/a.txt\n");
  CAPTURE(csv);
  const std::string message =
      test::refused<InputError>(*this, [&] { import_sources(project(), manifest(csv)); });
  CHECK_THAT(message, Contains("manifest.csv:3:"));
}

TEST_CASE_METHOD(WithManifest, "a bad manifest stops the import before it begins", "[import]") {
  const auto [csv, told] = GENERATE(table<std::string, std::string>({
      {"participant\nJoanne\n", "file"},
      {"file,kind\na.txt,monologue\n", "manifest.csv:2"},
      {"file\n\"a.txt\n", "manifest.csv"},
  }));
  CAPTURE(csv);
  const std::string& text = csv;
  CHECK_THAT(test::refused<InputError>(*this, [&] { import_sources(project(), manifest(text)); }),
             Contains(told));
}

TEST_CASE_METHOD(WithManifest, "a manifest that is not there stops the import", "[import]") {
  ImportRequest request;
  request.manifest = path("none.csv");
  CHECK_THAT(test::refused<InputError>(*this, [&] { import_sources(project(), request); }),
             Contains("none.csv: cannot be read"));
}

TEST_CASE_METHOD(WithManifest, "a manifest gives two files one name, and the second fails",
                 "[import]") {
  const ImportReport report =
      import_sources(project(), manifest("file,name\na.txt,Joanne\nb.txt,joanne\n"));
  CHECK(report.files[0].outcome == Outcome::imported);
  CHECK(report.files[1].outcome == Outcome::failed);
  CHECK_THAT(report.files[1].error, Contains("another source named \"joanne\""));
}
