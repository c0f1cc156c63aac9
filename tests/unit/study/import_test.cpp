#include "themata/study/import.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "support/numbered.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/brackets.hpp"
#include "themata/study/sources.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using Outcome = ImportedFile::Outcome;
using test::Names;
using themata::test::TemporaryStudy;

namespace {

const std::string dialogue = "I: How was it?\nP: So (laughs) so.\nI: And then?\nP: [sighs] Well.\n";

ImportRequest of_paths(Names paths) {
  ImportRequest request;
  request.paths = std::move(paths);
  return request;
}

Names sources_of(Project& project) {
  Names names;
  for (const SourceSummary& summary : list_sources(project)) names.push_back(summary.source.name);
  return names;
}

}  // namespace

TEST_CASE("a file becomes a source that is named by its stem", "[import]") {
  TemporaryStudy study;
  const ImportReport report = study.import("Joanne 1.txt", dialogue);
  REQUIRE(report.files.size() == 1);
  const ImportedFile& file = report.files[0];
  CHECK(file.outcome == Outcome::imported);
  CHECK(file.source == "Joanne 1");
  CHECK(file.error.empty());
  REQUIRE(file.speakers.size() == 2);
  CHECK(file.speakers[0].label == "I");
  CHECK(file.speakers[0].role == model::SpeakerRole::researcher);
  CHECK(file.speakers[1].participant == "Joanne 1");
  CHECK(file.speakers[1].generic);
  CHECK(file.speakers[1].turns == 2);
  CHECK(file.speakers[1].words == 3);  // So so Well
  CHECK(report.count(Outcome::imported) == 1);
  CHECK(report.passed_over.empty());

  const model::Source source = find_source(study.project(), "Joanne 1");
  CHECK(source_text(study.project(), source) == dialogue);
  CHECK(source.kind == model::SourceKind::interview);
  CHECK(source.occasion.empty());
  const SourceFile of = source_file(study.project(), source);
  CHECK(of.file_name == "Joanne 1.txt");
  CHECK(of.encoding == "UTF-8");
  CHECK(of.convention == "colon labels");
  CHECK(of.imported == TemporaryStudy::now);
}

TEST_CASE("an import is one command of the history", "[import]") {
  TemporaryStudy study;
  study.import("one.txt", dialogue);
  const std::string folder = study.folder().path() / "more";
  (void)study.write("more/two.txt", dialogue + "I: Two?\n");
  (void)study.write("more/three.txt", dialogue + "I: Three?\n");
  import_sources(study.project(), of_paths({folder}));
  const auto log = log_entries(study.project());
  REQUIRE(log.size() == 2);
  CHECK(log[0].command == "import");
  CHECK(log[0].summary == "1 source: one");
  CHECK(log[1].summary == "2 sources");
  CHECK(sources_of(study.project()) == Names{"one", "three", "two"});
}

TEST_CASE("options name the source, its occasion and its kind", "[import]") {
  TemporaryStudy study;
  ImportRequest request;
  request.name = "  Joanne, again ";
  request.occasion = "week 12";
  request.kind = model::SourceKind::diary;
  study.import("d.txt", "A quiet day.", request);
  const model::Source source = find_source(study.project(), "Joanne, again");
  CHECK(source.name == "Joanne, again");
  CHECK(source.occasion == "week 12");
  CHECK(source.kind == model::SourceKind::diary);
}

TEST_CASE("a name is for one file", "[import]") {
  TemporaryStudy study;
  ImportRequest request =
      of_paths({study.write("a.txt", dialogue), study.write("b.txt", dialogue)});
  request.name = "Joanne";
  CHECK(test::refused<InputError>(study, [&] { import_sources(study.project(), request); }) ==
        "--name is for one file, and these are 2");
}

TEST_CASE("the same file twice changes nothing", "[import]") {
  TemporaryStudy study;
  study.import("one.txt", dialogue);
  Project bea = study.as("Bea");
  const ImportRequest again = of_paths({(study.folder().path() / "one.txt").string()});
  const ImportReport report = test::unchanged(study, [&] { return import_sources(bea, again); });
  CHECK(report.files[0].outcome == Outcome::unchanged);
  CHECK(report.joined.empty());
  CHECK(report.brackets.empty());
  CHECK(coder_names(study.project()) == Names{"Ada"});
}

TEST_CASE("a path that is given twice is imported once", "[import]") {
  TemporaryStudy study;
  const std::string path = study.write("one.txt", dialogue);
  const ImportReport report = import_sources(study.project(), of_paths({path, path}));
  CHECK(report.count(Outcome::imported) == 1);
  CHECK(report.count(Outcome::unchanged) == 1);
  CHECK(sources_of(study.project()) == Names{"one"});
}

TEST_CASE("the same bytes under another name are another source, and that is told", "[import]") {
  TemporaryStudy study;
  study.import("one.txt", dialogue);
  const ImportReport report = study.import("two.txt", dialogue);
  CHECK(report.files[0].outcome == Outcome::imported);
  REQUIRE_FALSE(report.files[0].diagnostics.empty());
  CHECK(report.files[0].diagnostics.back().message == "holds the same bytes as the source \"one\"");
}

TEST_CASE("a name that is taken by other bytes is refused", "[import]") {
  TemporaryStudy study;
  study.import("one.txt", dialogue);
  ImportRequest request = of_paths({study.write("new/ONE.txt", "Other words.")});
  const ImportReport report =
      test::unchanged(study, [&] { return import_sources(study.project(), request); });
  CHECK(report.files[0].outcome == Outcome::failed);
  CHECK(report.files[0].error == request.paths[0] +
                                     ": the study has another source named \"ONE\"; give this one "
                                     "a name with --name, or, if it is that one "
                                     "corrected: themata source revise");
}

TEST_CASE("files that fail leave the others in", "[import]") {
  TemporaryStudy study;
  const ImportReport report = import_sources(
      study.project(),
      of_paths({study.write("a.txt", dialogue), study.write("blank.txt", " \n"),
                study.write("binary.txt", std::string("ab\0cd", 5)),
                study.write("sub/a.txt", "Other words."), study.write("b.txt", "Last words.")}));
  CHECK(report.count(Outcome::imported) == 2);
  CHECK(report.count(Outcome::failed) == 3);
  CHECK(sources_of(study.project()) == Names{"a", "b"});
  CHECK(test::participants_of(study.project()) == Names{"a", "b"});
  for (const ImportedFile& file : report.files) {
    CAPTURE(file.path);
    CHECK(file.error.empty() == (file.outcome == Outcome::imported));
    if (!file.error.empty()) CHECK_THAT(file.error, Catch::StartsWith(file.path + ": "));
  }
}

TEST_CASE("an import of which nothing succeeds leaves the study as it was", "[import]") {
  TemporaryStudy study;
  const ImportRequest request =
      of_paths({study.write("empty.txt", ""), study.write("control.txt", "one\x07two")});
  const ImportReport report =
      test::unchanged(study, [&] { return import_sources(study.project(), request); });
  CHECK(report.count(Outcome::failed) == 2);
  CHECK(coder_names(study.project()).empty());
}

TEST_CASE("a path that is not there fails by itself", "[import]") {
  TemporaryStudy study;
  const std::string missing = study.folder().path() / "missing.txt";
  const ImportReport report =
      import_sources(study.project(), of_paths({missing, study.write("a.txt", dialogue)}));
  REQUIRE(report.files.size() == 2);
  CHECK(report.files[0].error == missing + ": cannot be read: No such file or directory");
  CHECK(sources_of(study.project()) == Names{"a"});
}

TEST_CASE("a file that is not what its name says is refused, and is named", "[import]") {
  TemporaryStudy study;
  const std::string name = GENERATE("a.docx", "b.PDF", "c.rtf", "d.xlsx");
  const ImportReport report = study.import(name, "Words.");
  CHECK(report.files[0].outcome == Outcome::failed);
  CHECK_THAT(report.files[0].error,
             Contains(name + ": is no ") && Contains("does not begin as one"));
}

TEST_CASE("a blank name of a source or participant fails", "[import]") {
  TemporaryStudy study;
  ImportRequest request = of_paths({study.write("a.txt", dialogue)});
  SECTION("of the source") { request.name = " "; }
  SECTION("of the participant") { request.participant = " "; }
  SECTION("a participant on two lines") { request.participant = "Joanne\nSmith"; }
  const ImportReport report =
      test::unchanged(study, [&] { return import_sources(study.project(), request); });
  CHECK(report.files[0].outcome == Outcome::failed);
}

TEST_CASE("a folder is walked for transcripts, in order", "[import]") {
  TemporaryStudy study;
  const std::string folder = study.folder().path() / "transcripts";
  for (const char* name : {"b.txt", "a.md", "wave 2/c.TXT", "README.md", "notes.pages",
                           "people.csv", ".hidden.txt", ".git/d.txt", "Licence.txt"}) {
    (void)study.write(std::string("transcripts/") + name, std::string("Words of ") + name);
  }
  const ImportReport report = import_sources(study.project(), of_paths({folder}));
  CHECK(sources_of(study.project()) == Names{"a", "b", "c"});
  REQUIRE(report.passed_over.size() == 4);
  CHECK_THAT(report.passed_over[0], Contains("Licence.txt: passed over, it is about the folder"));
  CHECK_THAT(report.passed_over[1], Contains("README.md: passed over, it is about the folder"));
  CHECK_THAT(report.passed_over[2],
             Contains("notes.pages: passed over, not a kind of file that is read"));
  CHECK_THAT(report.passed_over[3], Contains("people.csv: passed over, it is a table"));
}

TEST_CASE("a README that is named itself is imported", "[import]") {
  TemporaryStudy study;
  study.import("README.md", "# Words\n\nOf mine.");
  CHECK(sources_of(study.project()) == Names{"README"});
}

TEST_CASE("a folder without transcripts is refused", "[import]") {
  TemporaryStudy study;
  (void)study.write("empty/README.md", "About.");
  const std::string folder = study.folder().path() / "empty";
  CHECK(test::refused<InputError>(study, [&] {
          import_sources(study.project(), of_paths({folder}));
        }) == "there is no transcript in what was given");
}

TEST_CASE("the report ends with every bracket of the study", "[import]") {
  TemporaryStudy study;
  study.import("one.txt", dialogue);
  const ImportReport report =
      study.import("two.txt", "I: And?\nP: (laughs) No.\nI: No?\nP: (I think).\n");
  Names brackets;
  for (const BracketSummary& bracket : report.brackets) {
    brackets.push_back(bracket.text + " " + std::string(model::to_string(bracket.kind)) + " " +
                       std::to_string(bracket.count));
  }
  CHECK(brackets == Names{"(laughs) note 2", "(I think) speech 1", "[sighs] insertion 1"});
}

TEST_CASE("Markdown is undone in Markdown files alone", "[import]") {
  TemporaryStudy study;
  study.import("one.md", "**Ben:** I *do*\n\n**Ann:** Oh\n\n**Ben:** yes\n\n**Ann:** so\n");
  study.import("two.txt", "Ben: I *do*\nAnn: Oh\nBen: yes\nAnn: so\n");
  const auto text = [&](const char* name) {
    return source_text(study.project(), find_source(study.project(), name));
  };
  CHECK(text("one") == "Ben: I do\n\nAnn: Oh\n\nBen: yes\n\nAnn: so\n");
  CHECK(text("two") == "Ben: I *do*\nAnn: Oh\nBen: yes\nAnn: so\n");
}

TEST_CASE("what stands above the first turn becomes details", "[import]") {
  TemporaryStudy study;
  const ImportReport report = study.import("one.txt", "Duration: 57 mins\n\n" + dialogue);
  REQUIRE(report.files[0].details.size() == 1);
  CHECK(report.files[0].details[0] == model::SourceDetail{"Duration", "57 mins"});
  CHECK(find_source(study.project(), "one").details == report.files[0].details);
}

TEST_CASE("a researcher's own labels hold for every file", "[import]") {
  TemporaryStudy study;
  ImportRequest request;
  request.own_labels = "<([^>]+)>";
  const ImportReport report =
      study.import("one.txt", "<Ben> Ann: hello\n<Ann> Ben: too\n", request);
  CHECK(test::speakers_of(study.project()) ==
        Names{"one|Ben|participant|Ben", "one|Ann|participant|Ann"});
  CHECK(source_file(study.project(), find_source(study.project(), "one")).convention ==
        "own labels");
  request.own_labels = "<([^>]+";
  const ImportReport bad = study.import("two.txt", "<Ben> hello", request);
  CHECK(bad.files[0].outcome == Outcome::failed);
  CHECK_THAT(bad.files[0].error, Contains("two.txt: the regular expression \"<([^>]+\" is not"));
}

TEST_CASE("the progress is told file by file", "[import]") {
  TemporaryStudy study;
  const ImportRequest request = of_paths(
      {study.write("a.txt", dialogue), study.write("b.txt", "Words."), study.write("c.txt", "")});
  std::vector<std::pair<std::size_t, std::size_t>> told;
  import_sources(study.project(), request,
                 [&](std::size_t done, std::size_t total) { told.emplace_back(done, total); });
  CHECK(told == std::vector<std::pair<std::size_t, std::size_t>>{{1, 3}, {2, 3}, {3, 3}});
}

TEST_CASE("many files come in their order, whatever the threads do", "[import]") {
  TemporaryStudy study;
  Names paths;
  Names names;
  for (std::size_t i = 100; i < 160; ++i) {
    names.push_back(themata::test::numbered("source ", i));
    std::string text = "Words of " + names.back() + ".";
    text.append(i % 7 * 10'000, '.');  // so that some are done sooner
    paths.push_back(study.write(names.back() + ".txt", text));
  }
  import_sources(study.project(), of_paths(paths));
  CHECK(sources_of(study.project()) == names);
  for (const std::string& name : names) {
    const model::Source source = find_source(study.project(), name);
    CHECK_THAT(source_text(study.project(), source), Contains("Words of " + name + "."));
  }
}

TEST_CASE("a dry run of an import tells all and changes nothing", "[import]") {
  TemporaryStudy study;
  const std::string before = study.bytes();
  ImportRequest request;
  request.dry_run = true;
  const ImportReport report = study.import("one.txt", dialogue, request);
  CHECK(report.dry_run);
  REQUIRE(report.files.size() == 1);
  CHECK(report.files[0].outcome == Outcome::imported);
  REQUIRE(report.files[0].speakers.size() == 2);
  CHECK(report.files[0].speakers[1].words == 3);
  REQUIRE(report.files[0].preview.size() == 4);
  CHECK(report.files[0].preview[1].speaker == "P");
  CHECK(report.files[0].preview[1].text == "So (laughs) so.");
  CHECK(report.brackets.size() == 2);
  CHECK(test::is_untouched(study, before));
}
