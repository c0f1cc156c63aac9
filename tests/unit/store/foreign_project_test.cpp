#include "themata/store/foreign/foreign_project.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/foreign/detail/html_text.hpp"

namespace themata::store::test {

using Catch::Matchers::Contains;

namespace {

void make_database(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  char* message = nullptr;
  const int result = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
  INFO((message == nullptr ? "" : message));
  REQUIRE(result == SQLITE_OK);
  sqlite3_free(message);
  sqlite3_close(database);
}

/// The tables as the programs' own public sources make them, and a small project in each.
const std::string qualcoder = R"sql(
CREATE TABLE project (databaseversion text, date text, memo text, about text);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text,
  owner text, date text, av_text_id integer, risid integer, unique(name));
CREATE TABLE code_image (imid integer primary key, id integer, cid integer);
CREATE TABLE code_av (avid integer primary key, id integer, cid integer);
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer,
  memo text, owner text, date text);
CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text,
  caseOrFile text, valuetype text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text,
  id integer, date text, owner text);
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer,
  pos1 integer, owner text, date text, memo text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text);
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text,
  supercatid integer);
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text,
  pos0 integer, pos1 integer, owner text, date text, memo text, avid integer, important integer);
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text,
  date text, color text);
CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
INSERT INTO project VALUES ('v6', '', 'about the project', '');
INSERT INTO source VALUES (1, 'one', 'Ivy: Cold ' || char(128512) || ' water.', NULL, 'a memo',
  'ann', '2024-01-02 03:04:05', NULL, NULL);
INSERT INTO source VALUES (2, 'film.mp4', NULL, '/video/film.mp4', '', 'ann', '', NULL, NULL);
INSERT INTO code_cat VALUES (1, 'Sub', 'ann', '', 'below', 2), (2, 'Top', 'ann', '', '', NULL),
  (3, 'Round', '', '', '', 4), (4, 'About', '', '', '', 3);
INSERT INTO code_name VALUES (1, 'Cold', 'what is cold', 1, 'ann', '', '#FF0000'),
  (2, 'Free', '', NULL, 'ann', '', '');
INSERT INTO code_text VALUES
  (1, 1, 1, 'Cold ' || char(128512), 5, 11, 'ann', '2024-01-02 03:04:05', 'why', NULL, 0),
  (2, 2, 1, 'other words', 12, 17, 'bob', '', '', NULL, 0),
  (3, 2, 1, '', 90, 99, 'bob', '', '', NULL, 0),
  (4, 9, 1, '', 0, 3, 'bob', '', '', NULL, 0);
INSERT INTO annotation VALUES (1, 1, 5, 9, 'a note here', 'ann', '2024-01-02 03:04:05');
INSERT INTO attribute_type VALUES ('Age', '', '', '', 'case', 'numeric'), ('Place', '', '', '', 'file', 'character');
INSERT INTO attribute VALUES (1, 'Age', 'case', '45', 1, '', ''), (2, 'Place', 'file', 'Turku', 1, '', '');
INSERT INTO cases VALUES (1, 'Ivy', 'who she is', 'ann', '');
INSERT INTO case_text VALUES (1, 1, 1, 0, 18, 'ann', '', '');
INSERT INTO journal VALUES (1, 'Day 1', 'we began', '2024-01-02 03:04:05', 'ann');
INSERT INTO code_av VALUES (1, 2, 1);
)sql";

const std::string rqda = R"sql(
CREATE TABLE project (databaseversion text, date text, dateM text, memo text, about text);
CREATE TABLE source (name text, id integer, file text, memo text, owner text, date text,
  dateM text, status integer);
CREATE TABLE freecode (name text, memo text, owner text, date text, dateM text, id integer,
  status integer, color text);
CREATE TABLE coding (cid integer, fid integer, seltext text, selfirst real, selend real,
  status integer, owner text, date text, memo text);
CREATE TABLE codecat (name text, cid integer, catid integer, owner text, date text, dateM text,
  memo text, status integer);
CREATE TABLE treecode (cid integer, catid integer, date text, dateM text, memo text,
  status integer, owner text);
CREATE TABLE cases (name text, memo text, owner text, date text, dateM text, id integer,
  status integer);
CREATE TABLE caselinkage (caseid integer, fid integer, selfirst real, selend real,
  status integer, owner text, date text, memo text);
CREATE TABLE caseAttr (variable text, value text, caseID integer, date text, dateM text,
  owner text, status integer);
CREATE TABLE annotation (fid integer, position integer, annotation text, owner text, date text,
  dateM text, status integer);
INSERT INTO source VALUES ('one', 1, 'Ivy: Cold' || char(13, 10) || 'water.', '', 'ann', '', '', 1),
  ('gone', 2, 'x', '', 'ann', '', '', 0);
INSERT INTO freecode VALUES ('Cold', 'what is cold', 'ann', '', '', 1, 1, '#00FF00'),
  ('Old', '', 'ann', '', '', 2, 0, NULL);
INSERT INTO coding VALUES (1, 1, 'water', 11, 16, 1, 'ann', '', 'why'), (2, 1, 'Cold', 5, 9, 1, 'ann', '', ''),
  (1, 1, 'Cold', 5, 9, 0, 'ann', '', '');
INSERT INTO codecat VALUES ('Feelings', NULL, 1, 'ann', '', '', 'all of them', 1);
INSERT INTO treecode VALUES (1, 1, '', '', '', 1, 'ann');
INSERT INTO cases VALUES ('Ivy', '', 'ann', '', '', 1, 1);
INSERT INTO caselinkage VALUES (1, 1, 0, 16, 1, 'ann', '', '');
INSERT INTO caseAttr VALUES ('Age', '45', 1, '', '', 'ann', 1);
)sql";

const std::string taguette = R"sql(
CREATE TABLE projects (id integer primary key, name text, description text, created text);
CREATE TABLE documents (id integer primary key, name text, description text, filename text,
  created text, project_id integer, contents text);
CREATE TABLE highlights (id integer primary key, document_id integer, start_offset integer,
  end_offset integer, snippet text);
CREATE TABLE tags (id integer primary key, project_id integer, path text, description text);
CREATE TABLE highlight_tags (highlight_id integer, tag_id integer);
INSERT INTO projects VALUES (1, 'Swim', 'about it', '');
INSERT INTO documents VALUES (1, 'one', '', 'one.docx', '', 1,
  '<p>Ivy: caf' || char(233) || ' &amp; <i>cold</i> water.</p>' || char(10) || '<p>Noa: Yes.</p>');
INSERT INTO tags VALUES (1, 1, 'feel.cold', 'what is cold'), (2, 1, 'yes', '');
INSERT INTO highlights VALUES (1, 1, 13, 17, '<p><i>cold</i></p>'), (2, 1, 30, 33, 'Yes'),
  (3, 1, 900, 910, ''), (4, 1, 0, 3, 'Ivy');
INSERT INTO highlight_tags VALUES (1, 1), (1, 2), (2, 2), (3, 1);
)sql";

struct Opened {
  TempFolder folder;
  std::unique_ptr<model::PortableReader> reader;
  model::PortableSource source;

  Opened(const std::string& name, const std::string& sql) {
    make_database(folder.path() / name, sql);
    reader = open_foreign_project(folder.path() / name);
    REQUIRE(reader->next(source));
  }
  [[nodiscard]] std::string excerpt(std::size_t i) const {
    return std::string(text::slice(source.text, source.codings.at(i).range));
  }
};

}  // namespace

TEST_CASE("a project of QualCoder is read", "[foreign]") {
  Opened project("data.qda", qualcoder);
  const model::PortableStudy& study = project.reader->study();
  CHECK(study.origin == "QualCoder");
  REQUIRE(study.codebook.themes.size() == 4);
  CHECK(study.codebook.themes[0].label.name == "Top");
  CHECK(study.codebook.themes[1].label.name == "Sub");
  CHECK(study.codebook.themes[1].parent == 0U);
  CHECK(study.codebook.themes[1].codes == std::vector<std::size_t>{0});
  CHECK(study.remarks.size() == 2);  // categories that stand below one another
  CHECK(study.codebook.codes.at(0).definition == "what is cold");
  CHECK(study.codebook.codes.at(0).color == "#FF0000");
  CHECK(study.participants.at(0).values == std::vector<std::string>{"45"});
  CHECK(study.participants.at(0).memos.at(0).text == "who she is");
  CHECK(study.memos.size() == 2);
  CHECK_THAT(study.losses.at(0), Contains("film.mp4"));
  CHECK_THAT(study.losses.at(1), Contains("1 coding of a recording"));

  REQUIRE(project.source.codings.size() == 2);
  CHECK(project.excerpt(0) == "Cold \U0001F600");
  CHECK(project.source.codings[0].created == "2024-01-02T03:04:05Z");
  CHECK(project.source.codings[0].memos.at(0).text == "why");
  CHECK(study.coders.at(*project.source.codings[0].coder).name == "ann");
  CHECK(project.source.codings[1].flag_excerpt == "other words");
  CHECK(project.source.losses.size() == 2);  // no such place, no such code
  CHECK(project.source.memos.size() == 2);
  CHECK(project.source.participants == std::vector<std::size_t>{0});
  CHECK(project.source.details.at(0).value == "Turku");
  CHECK_FALSE(project.reader->next(project.source));
}

TEST_CASE("QualCoder's folder is as good as the database in it", "[foreign]") {
  const TempFolder folder;
  std::filesystem::create_directory(folder.path() / "swim.qda");
  make_database(folder.path() / "swim.qda/data.qda", qualcoder);
  CHECK(open_foreign_project(folder.path() / "swim.qda")->source_count() == 1);
  std::filesystem::create_directory(folder.path() / "none.qda");
  CHECK_THROWS_WITH(open_foreign_project(folder.path() / "none.qda"),
                    Contains("no QualCoder project"));
}

TEST_CASE("a project of RQDA is read, without what was deleted", "[foreign]") {
  Opened project("swim.rqda", rqda);
  const model::PortableStudy& study = project.reader->study();
  CHECK(project.reader->source_count() == 1);
  REQUIRE(study.codebook.codes.size() == 1);
  CHECK(study.codebook.codes[0].color == "#00FF00");
  CHECK(study.codebook.themes.at(0).label.definition == "all of them");
  CHECK(study.codebook.themes[0].codes == std::vector<std::size_t>{0});
  CHECK(study.participants.at(0).values == std::vector<std::string>{"45"});
  CHECK(project.source.text == "Ivy: Cold\nwater.");
  REQUIRE(project.source.codings.size() == 1);
  CHECK(project.excerpt(0) == "water");  // its places count the CR
  CHECK(project.source.codings[0].flag_reason.empty());
}

TEST_CASE("a project of Taguette is read: bytes of the text between tags", "[foreign]") {
  Opened project("swim.sqlite3", taguette);
  const model::PortableStudy& study = project.reader->study();
  CHECK(study.title == "Swim");
  CHECK(study.codebook.codes.at(0).name == "feel.cold");
  CHECK(project.source.text == "Ivy: café & cold water.\n\nNoa: Yes.\n\n");
  REQUIRE(project.source.codings.size() == 3);
  CHECK(project.excerpt(0) == "cold");
  CHECK(project.source.codings[1].code == 1);
  CHECK(project.excerpt(2) == "Yes");
  for (const auto& coding : project.source.codings) CHECK(coding.flag_reason.empty());
  CHECK(project.source.losses.size() == 2);  // no such place, no tag
}

TEST_CASE("the text of clean HTML, and places in it", "[foreign]") {
  const HtmlText text(
      "<h1>A &#x1F600; b</h1>\n<p>one<br>two&nbsp;&lt;3</p><!-- <p>no</p> --><p>end");
  CHECK(text.text() == "A \U0001F600 b\n\none\n\ntwo\u00A0<3\n\nend");
  CHECK(text.place(0).value == 0);
  CHECK(text.place(2).value == 2);
  CHECK(text.place(9).value == text.text().find("one"));
  CHECK(text.place(10'000).value == text.text().size());
  CHECK(HtmlText("<p").text().empty());
  CHECK(HtmlText("&#0;&#xD800;&nope; &").text() == "&#0;&#xD800;&nope; &");
}

TEST_CASE("other databases, and what is none, are refused", "[foreign]") {
  const TempFolder folder;
  make_database(folder.path() / "other.sqlite3", "CREATE TABLE t (x);");
  CHECK_THROWS_WITH(open_foreign_project(folder.path() / "other.sqlite3"),
                    Contains("of no program that is known here"));
  std::ofstream(folder.path() / "no.rqda") << std::string(4096, 'x');
  CHECK_THROWS_WITH(open_foreign_project(folder.path() / "no.rqda"),
                    Contains("cannot be read as an SQLite database"));
  make_database(folder.path() / "half.rqda", "CREATE TABLE freecode (x); CREATE TABLE coding (y);");
  CHECK_THROWS_AS(open_foreign_project(folder.path() / "half.rqda"), InputError);
  CHECK(is_foreign_project(".rqda"));
  CHECK_FALSE(is_foreign_project(".txt"));
}

}  // namespace themata::store::test
