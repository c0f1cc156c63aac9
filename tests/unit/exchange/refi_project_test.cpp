#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>

#include "themata/container/zip_archive.hpp"
#include "themata/error.hpp"
#include "themata/exchange/refi_project_reader.hpp"
#include "themata/exchange/refi_project_writer.hpp"
#include "unit/exchange/refi_files.hpp"

namespace themata::exchange::test {

using Catch::Matchers::Contains;

namespace {

/// A small study with one thing of each kind.
model::PortableStudy sample() {
  model::PortableStudy study;
  study.origin = "Themata";
  study.title = "Swim & <sauna>";
  study.info = model::StudyInfo{};
  study.info->title = study.title;
  study.coders = {{guid(1), "Ada"}, {guid(2), "Ben"}};
  model::PortableLabel safe{guid(10),   "Safe",     "held", {},        "when held",
                            "when not", "\"held\"", {},     "#AABBCC", {}};
  model::PortableLabel cold{guid(11), "Cold", "line one\nline two\r", {}, {}, {}, {}, {}, {}, {}};
  safe.memos.push_back({guid(50), 0, "2026-01-02T03:04:05Z", "a memo\nof two lines", 1});
  study.codebook.codes = {safe, cold};
  study.codebook.themes = {
      {{guid(20), "Group", "together", "one idea", {}, {}, {}, {}, {}, {}}, std::nullopt, {0, 1}},
      {{guid(21), "Body", {}, {}, {}, {}, {}, {}, {}, {}}, 0, {1}}};
  study.attributes = {{guid(30), "age"}, {guid(31), "place"}};
  study.participants = {{guid(40), "Ivy", {"45", "Turku"}, {}}, {guid(41), "Noa", {"", ""}, {}}};
  study.participants[0].memos.push_back({guid(51), 1, "2026-01-02T03:04:06Z", "on Ivy", 2});
  study.memos.push_back({guid(52), 0, "2026-01-02T03:04:07Z", "on the study", 3});
  study.journal.push_back({guid(53), 1, "2026-01-02T03:04:08Z", 2, "a day"});
  return study;
}

model::PortableSource sample_source() {
  model::PortableSource source;
  source.guid = guid(60);
  source.name = "one";
  source.text = "Ivy: Cold \U0001F600 water.\nNoa: Yes.\n";
  source.occasion = "week 2";
  source.details = {{"Place", "Turku"}};
  source.participants = {0, 1};
  source.memos.push_back({guid(54), 0, "2026-01-02T03:04:09Z", "on the source", 4});
  const auto cold = text::byte_range(5, 14);
  source.codings = {{guid(61), cold, 1, 0, "2026-01-02T03:04:10Z"},
                    {guid(62), cold, 0, 1, "2026-01-02T03:04:11Z"}};
  source.codings[0].memos.push_back({guid(55), 0, "2026-01-02T03:04:12Z", "on the coding", 5});
  return source;
}

std::filesystem::path written(const Folder& folder, RefiDialect dialect,
                              std::vector<std::string>* losses = nullptr) {
  static const model::PortableStudy study = sample();
  const auto file = folder / "study.qdpx";
  RefiProjectWriter writer(file, study, dialect);
  const auto source = sample_source();
  writer.add(source, [text = source.text] { return text; });
  writer.finish();
  if (losses != nullptr) *losses = writer.losses();
  return file;
}

bool is_valid(const std::string& xml, const char* schema) {
#ifdef THEMATA_XMLLINT
  const std::string xsd = std::string(THEMATA_SHARED_DIR) + "/refi/" + schema;
  if (!std::filesystem::exists(xsd)) return true;
  const Folder folder;
  std::ofstream(folder / "it.xml") << xml;
  const std::string command = std::string(THEMATA_XMLLINT) + " --noout --schema '" + xsd + "' '" +
                              (folder / "it.xml").string() + "' 2>/dev/null";
  return std::system(command.c_str()) == 0;
#else
  return !xml.empty() && schema != nullptr;
#endif
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a project is valid by the official schema, in both dialects", "[refi]") {
  for (const RefiDialect dialect : {RefiDialect::strict, RefiDialect::qualcoder}) {
    const Folder folder;
    const auto file = written(folder, dialect);
    auto archive = container::ZipArchive::open(file);
    const std::string project = archive.read("project.qde");
    CHECK(is_valid(project, "Project.xsd"));
    CHECK_THAT(project, !Contains("Path=\"/") && !Contains("basePath") && !Contains("/home"));
    CHECK(archive.read("sources/" + guid(60) + ".txt") == sample_source().text);
    for (const std::string& name : archive.names()) {
      CHECK((name == "project.qde" || name.starts_with("sources/")));
    }
  }
}

TEST_CASE("the same study gives the same bytes", "[refi]") {
  const Folder first;
  const Folder second;
  CHECK(bytes_of(written(first, RefiDialect::strict)) ==
        bytes_of(written(second, RefiDialect::strict)));
}

TEST_CASE("a project is written in code points, the end exclusive", "[refi]") {
  const Folder folder;
  auto archive = container::ZipArchive::open(written(folder, RefiDialect::strict));
  const std::string project = archive.read("project.qde");
  CHECK_THAT(project, Contains("startPosition=\"5\" endPosition=\"11\""));
  CHECK_THAT(project, Contains("name=\"Cold \U0001F600\""));
  CHECK_THAT(project, Contains("isCodable=\"false\"") && Contains("color=\"#AABBCC\""));
  CHECK_THAT(project, Contains("typeOfVariable=\"Integer\"") && Contains("<IntegerValue>45<"));
  CHECK_THAT(project, Contains("Include: when held"));
}

TEST_CASE("what QualCoder needs is there when it is written for it", "[refi]") {
  const Folder folder;
  auto archive = container::ZipArchive::open(written(folder, RefiDialect::qualcoder));
  const std::string project = archive.read("project.qde");
  CHECK_THAT(project, !Contains("PlainTextContent"));
  CHECK_THAT(project, Contains("<Description>on the coding</Description>"));
  CHECK_THAT(project, Contains("name=\"Participant: Ivy\""));
  CHECK(archive.contains("sources/" + guid(50) + ".txt"));  // the memo on a code
}

TEST_CASE("a project that Themata wrote is read back whole, whatever the dialect", "[refi]") {
  for (const RefiDialect dialect : {RefiDialect::strict, RefiDialect::qualcoder}) {
    const Folder folder;
    const auto reader = open_refi_project(written(folder, dialect), {});
    const model::PortableStudy& study = reader->study();
    const model::PortableStudy before = sample();
    CHECK(study.title == before.title);
    REQUIRE(study.codebook.codes.size() == 2);
    CHECK(study.codebook.codes[0].excludes == "when not");
    CHECK(study.codebook.codes[0].color == "#AABBCC");
    CHECK(study.codebook.codes[0].memos.at(0).text == "a memo\nof two lines");
    CHECK(study.codebook.codes[1].definition == "line one\nline two\r");
    REQUIRE(study.codebook.themes.size() == 2);
    CHECK(study.codebook.themes[0].label.idea == "one idea");
    CHECK(study.codebook.themes[0].codes == std::vector<std::size_t>{0, 1});
    CHECK(study.codebook.themes[1].parent == 0U);
    CHECK(study.codebook.themes[1].codes == std::vector<std::size_t>{1});
    CHECK(study.participants.at(0).values == before.participants[0].values);
    CHECK(study.participants.at(0).memos.at(0).text == "on Ivy");
    CHECK(study.journal.at(0).text == "a day");
    CHECK(study.memos.at(0).text == "on the study");
    CHECK(study.losses.empty());
    model::PortableSource source;
    REQUIRE(reader->next(source));
    CHECK(source.text == sample_source().text);
    CHECK(source.occasion == "week 2");
    CHECK(source.details == sample_source().details);
    REQUIRE(source.codings.size() == 2);
    CHECK(source.codings[0].range == text::byte_range(5, 14));
    CHECK(source.codings[0].guid == guid(61));
    CHECK(source.codings[0].memos.at(0).text == "on the coding");
    CHECK(source.codings[1].code == 0);
    CHECK(source.codings[1].coder == 1U);
    CHECK(source.memos.at(0).text == "on the source");
    CHECK(source.losses.empty());
    CHECK_FALSE(reader->next(source));
  }
}

TEST_CASE("a file that cannot be written is told, and nothing is left", "[refi]") {
  const model::PortableStudy study = sample();
  RefiProjectWriter writer("/no such folder/study.qdpx", study, RefiDialect::strict);
  CHECK_THROWS_AS(writer.finish(), Error);
}

}  // namespace themata::exchange::test
