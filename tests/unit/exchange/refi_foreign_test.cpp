// Projects of other programs: their layouts, and what they must not do.
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/exchange/refi_project_reader.hpp"
#include "unit/exchange/refi_files.hpp"

namespace themata::exchange::test {

using Catch::Matchers::Contains;

namespace {

std::string code(int number, const std::string& name, const std::string& inside = "",
                 const std::string& attributes = "isCodable=\"true\"") {
  return "<Code guid=\"" + guid(number) + "\" name=\"" + name + "\" " + attributes + ">" + inside +
         "</Code>";
}

std::string codebook(const std::string& codes) {
  return "<CodeBook><Codes>" + codes + "</Codes></CodeBook>";
}

std::string coding(int number, int of_code) {
  return "<Coding guid=\"" + guid(number) + "\"><CodeRef targetGUID=\"" + guid(of_code) +
         "\"/></Coding>";
}

/// A text of its own with one selection, its first word.
std::string source(int number, const std::string& path, const std::string& more = "") {
  return "<TextSource guid=\"" + guid(number) + "\" name=\"S" + std::to_string(number) +
         "\" plainTextPath=\"" + path + "\"><PlainTextSelection guid=\"" + guid(number + 1) +
         "\" startPosition=\"0\" endPosition=\"5\">" + coding(number + 2, 1) +
         "</PlainTextSelection>" + more + "</TextSource>";
}

std::unique_ptr<model::PortableReader> opened(const Folder& folder, const std::string& content,
                                              Members more = {}) {
  Members members{{"project.qde", in_project(content)}};
  members.insert(members.end(), more.begin(), more.end());
  return open_refi_project(write_zip(folder, members), {});
}

void check_refused(const std::string& content, const std::string& why) {
  const Folder folder;
  INFO(content.substr(0, 300));
  CHECK_THROWS_WITH(opened(folder, content), Contains(why));
}

std::string all_of(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& one : sentences) text += one + "\n";
  return text;
}

}  // namespace

TEST_CASE("the .qde and the sources are found in any layout", "[refi]") {
  for (const std::string name :
       {"project.qde", "Project.qde", "My study.QDE", "folder/project.qde"}) {
    const Folder folder;
    const Members members = {{name, in_project(codebook(code(1, "C")) + "<Sources>" +
                                               source(10, "internal://a.txt") + "</Sources>")},
                             {"SOURCES/A.TXT", "Hello there"}};
    const auto reader = open_refi_project(write_zip(folder, members), {});
    model::PortableSource read;
    REQUIRE(reader->next(read));
    CHECK(read.text == "Hello there");
    CHECK(read.codings.size() == 1);
  }
  const Folder folder;
  CHECK_THROWS_WITH(
      open_refi_project(write_zip(folder, {{"a.qde", "<a/>"}, {"b.qde", "<b/>"}}), {}),
      Contains("several projects"));
  CHECK_THROWS_WITH(open_refi_project(write_zip(folder, {{"a.txt", "x"}}), {}),
                    Contains("no file in it ends in .qde"));
  std::ofstream(folder / "no.qdpx") << "no archive";
  CHECK_THROWS_AS(open_refi_project(folder / "no.qdpx", {}), InputError);
  CHECK_THROWS_AS(open_refi_project(folder / "none.qdpx", {}), InputError);
}

TEST_CASE("nested codes, sets, cases and notes of other programs find their place", "[refi]") {
  const Folder folder;
  const std::string content =
      "<Users><User guid=\"{" + guid(100) + "}\" name=\"Ann\"/></Users>" +
      codebook(code(1, "Parent", code(2, "Child") + code(3, "Child"), "isCodable=\"true\"") +
               code(4, "Folder", code(5, "Leaf"), "isCodable=\"false\" color=\"rgb(1,2,3)\"") +
               code(6, "Case code")) +
      "<Variables><Variable guid=\"" + guid(30) +
      "\" name=\"Age\" typeOfVariable=\"Integer\"/></Variables>" + "<Cases><Case guid=\"" +
      guid(40) + "\" name=\"Ivy\"><Description>who</Description><CodeRef targetGUID=\"" + guid(6) +
      "\"/><VariableValue><VariableRef targetGUID=\"" + guid(30) +
      "\"/><IntegerValue>45</IntegerValue></VariableValue></Case></Cases><Sources>" +
      source(10, "internal://a.txt", coding(20, 6)) + "</Sources><Notes><Note guid=\"" + guid(50) +
      "\" name=\"Idea\"><PlainTextContent>text</PlainTextContent></Note></Notes><Sets><Set "
      "guid=\"" +
      guid(60) + "\" name=\"Group\"><MemberCode targetGUID=\"" + guid(5) + "\"/></Set></Sets>";
  const auto reader = opened(folder, content, {{"sources/a.txt", "Hello there"}});
  const model::PortableStudy& study = reader->study();
  CHECK(study.coders.at(0).name == "Ann");
  REQUIRE(study.codebook.codes.size() == 4);  // Parent, Child, Child (Parent), Leaf
  CHECK(study.codebook.codes[0].name == "Parent");
  CHECK(study.codebook.codes[2].name == "Child (Parent)");
  REQUIRE(study.codebook.themes.size() == 3);
  CHECK(study.codebook.themes[0].label.name == "Parent");
  CHECK(study.codebook.themes[0].codes == std::vector<std::size_t>{0, 1, 2});
  CHECK(study.codebook.themes[1].label.color == "#010203");
  CHECK(study.codebook.themes[2].label.name == "Group");
  CHECK(study.participants.at(0).values == std::vector<std::string>{"45"});
  CHECK(study.participants[0].memos.at(0).text == "who");
  CHECK(study.memos.at(0).text == "Idea\n\ntext");
  model::PortableSource read;
  REQUIRE(reader->next(read));
  CHECK(read.codings.size() == 1);  // that of the case's code says who speaks
  CHECK(read.participants == std::vector<std::size_t>{0});
}

TEST_CASE("what a study cannot hold is kept and told", "[refi]") {
  const Folder folder;
  const std::string picture = "<PictureSource guid=\"" + guid(70) +
                              "\" name=\"Photo\" path=\"internal://p.jpg\" "
                              "currentPath=\"C:/ann/p.jpg\"><PictureSelection guid=\"" +
                              guid(71) +
                              "\" firstX=\"0\" firstY=\"0\" secondX=\"9\" secondY=\"9\">" +
                              coding(72, 1) + "</PictureSelection></PictureSource>";
  const auto reader =
      opened(folder,
             codebook(code(1, "C")) + "<Sources>" + picture + "</Sources><Graphs><Graph guid=\"" +
                 guid(80) + "\" name=\"Map\"/></Graphs>",
             {{"sources/p.jpg", "jpeg"}});
  const model::PortableStudy& study = reader->study();
  REQUIRE(study.kept.size() == 2);
  CHECK(study.kept[0].kind == "PictureSource");
  CHECK(study.kept[0].file == "jpeg");
  CHECK_THAT(study.kept[0].xml, !Contains("C:/ann"));
  CHECK_THAT(all_of(study.losses),
             Contains("Photo") && Contains("1 of its 1 codings") && Contains("Map"));
}

TEST_CASE("the transcript of a recording is a source", "[refi]") {
  const Folder folder;
  const std::string recording =
      "<AudioSource guid=\"" + guid(70) +
      "\" name=\"Talk\" path=\"internal://t.mp3\"><Transcript guid=\"" + guid(71) +
      "\" plainTextPath=\"internal://a.txt\"><SyncPoint guid=\"" + guid(72) +
      "\" timeStamp=\"0\" position=\"6\"/><SyncPoint guid=\"" + guid(73) +
      "\" timeStamp=\"900\" position=\"11\"/><TranscriptSelection guid=\"" + guid(74) +
      "\" fromSyncPoint=\"" + guid(72) + "\" toSyncPoint=\"" + guid(73) + "\">" + coding(75, 1) +
      "</TranscriptSelection></Transcript></AudioSource>";
  const auto reader =
      opened(folder, codebook(code(1, "C")) + "<Sources>" + recording + "</Sources>",
             {{"sources/a.txt", "Hello there"}});
  model::PortableSource read;
  REQUIRE(reader->next(read));
  CHECK(read.name == "Talk");
  REQUIRE(read.codings.size() == 1);
  CHECK(text::slice(read.text, read.codings[0].range) == "there");
  CHECK_THAT(all_of(reader->study().losses), Contains("its file is not in the project"));
}

TEST_CASE("files outside of the project's folder are never read", "[refi]") {
  const Folder outside;
  std::ofstream(outside / "secret.txt") << "secret words";
  const Folder folder;
  std::filesystem::create_directory(folder / "notes");
  std::ofstream(folder / "notes/near.txt") << "Hello near";
  std::filesystem::create_symlink(outside / "secret.txt", folder / "link.txt");
  const std::string away = std::filesystem::relative(outside / "secret.txt", folder / "").string();
  for (const std::string& path : std::vector<std::string>{
           "relative:///" + away, "relative:///link.txt",
           "absolute://" + (outside / "secret.txt").string(),
           "file://" + (outside / "secret.txt").string(), (outside / "secret.txt").string(),
           std::string("internal://../../secret.txt"), std::string("relative:///"),
           std::string("http://127.0.0.1/secret.txt")}) {
    INFO(path);
    const auto reader =
        opened(folder, codebook(code(1, "C")) + "<Sources>" + source(10, path) + "</Sources>");
    model::PortableSource read;
    REQUIRE(reader->next(read));
    CHECK(read.text.empty());
    CHECK_THAT(all_of(read.losses), Contains("is not in the project"));
  }
  const auto reader = opened(folder, codebook(code(1, "C")) + "<Sources>" +
                                         source(10, "relative:///notes/near.txt") + "</Sources>");
  model::PortableSource read;
  REQUIRE(reader->next(read));
  CHECK(read.text == "Hello near");
}

TEST_CASE("projects that contradict themselves are refused", "[refi]") {
  check_refused(codebook(code(1, "A") + code(1, "B")), "two codes have the GUID");
  check_refused(codebook(code(1, "A", code(1, "A"))), "two codes have the GUID");
  check_refused(codebook("<Code guid=\"x\" name=\"A\" isCodable=\"true\"/>"),
                "for a GUID, which is none");
  check_refused(codebook(code(1, "A")) + "<Sources>" + source(10, "internal://a.txt") +
                    source(10, "internal://a.txt") + "</Sources>",
                "two sources have the GUID");
  check_refused("<Cases><Case guid=\"" + guid(1) + "\"/><Case guid=\"" + guid(1) + "\"/></Cases>",
                "two cases have the GUID");
  std::string deep;
  for (int i = 0; i < 120; ++i)
    deep += "<Code guid=\"" + guid(1000 + i) + "\" name=\"d\" isCodable=\"false\">";
  for (int i = 0; i < 120; ++i) deep += "</Code>";
  check_refused(codebook(deep), "more than 100 levels");
  std::string deeper;
  for (int i = 0; i < 10'000; ++i) deeper += "<Code>";
  for (int i = 0; i < 10'000; ++i) deeper += "</Code>";
  check_refused(codebook(deeper), "more than 256 elements within each other");
  check_refused("<Users>", "not well-formed XML");
}

TEST_CASE("references to nothing are told, and the rest comes in", "[refi]") {
  const Folder folder;
  const std::string content =
      codebook(code(1, "C")) + "<Sources>" +
      source(10, "internal://a.txt",
             coding(20, 999) + "<NoteRef targetGUID=\"" + guid(998) + "\"/>") +
      "</Sources><Links><Link guid=\"" + guid(90) + "\" originGUID=\"" + guid(997) +
      "\" targetGUID=\"" + guid(1) + "\"/></Links><Sets><Set guid=\"" + guid(91) +
      "\" name=\"Empty\"/></Sets>";
  const auto reader = opened(folder, content, {{"sources/a.txt", "Hello there"}});
  model::PortableSource read;
  REQUIRE(reader->next(read));
  CHECK(read.codings.size() == 1);
  CHECK_THAT(all_of(read.losses), Contains("a code that the project does not have"));
}

TEST_CASE("entities are not expanded, and nothing is fetched", "[refi]") {
  const Folder folder;
  const std::string laughs =
      "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;\">]>"
      "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"&lol2;\"/>";
  CHECK_THROWS_WITH(open_refi_project(write_zip(folder, {{"project.qde", laughs}}), {}),
                    Contains("declares XML entities"));
  const std::string external =
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
      "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"&e;\"/>";
  CHECK_THROWS_WITH(open_refi_project(write_zip(folder, {{"project.qde", external}}), {}),
                    Contains("declares XML entities"));
}

TEST_CASE("a .qde or a text that unpacks to more than can be believed is refused", "[refi]") {
  const Folder folder;
  const std::string large(std::size_t{100} << 20U, ' ');
  CHECK_THROWS_WITH(open_refi_project(write_zip(folder, {{"project.qde", large}}), {}),
                    Contains("more than can be believed"));
  const auto file =
      write_zip(folder, {{"project.qde", in_project(codebook(code(1, "C")) + "<Sources>" +
                                                    source(10, "internal://a.txt") + "</Sources>")},
                         {"sources/a.txt", large}});
  CHECK_THROWS_WITH(open_refi_project(file, {}), Contains("more than can be believed"));
}

TEST_CASE("a name space of another kind is none of a project", "[refi]") {
  const Folder folder;
  CHECK_THROWS_WITH(open_refi_project(write_zip(folder, {{"project.qde", "<html/>"}}), {}),
                    Contains("is no REFI-QDA project"));
  // a prefix is as good as none
  const auto reader = open_refi_project(
      write_zip(folder, {{"project.qde",
                          "<q:Project xmlns:q=\"urn:QDA-XML:project:1.0\" name=\"P\">"
                          "<q:Users><q:User guid=\"" +
                              guid(1) + "\" name=\"Ann\"/></q:Users></q:Project>"}}),
      {});
  CHECK(reader->study().coders.at(0).name == "Ann");
}

TEST_CASE("a record of a later Themata, and a damaged one, are told", "[refi]") {
  const Folder folder;
  const std::string project = in_project("");
  CHECK_THROWS_WITH(
      open_refi_project(
          write_zip(folder,
                    {{"project.qde", project + "<?themata-record <record version=\"2\"/>?>"}}),
          {}),
      Contains("a record of version 2"));
  CHECK_THROWS_AS(open_refi_project(
                      write_zip(folder, {{"project.qde", project + "<?themata-record <re?>"}}), {}),
                  InputError);
}

}  // namespace themata::exchange::test
