#include "themata/store/detail/schema.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/history.hpp"

using namespace themata;
using namespace themata::store;
using Catch::Contains;

namespace {

const std::filesystem::path data_folder =
    std::filesystem::path(THEMATA_SOURCE_DIR) / "tests" / "data" / "schema";

/// One line for each table, index and view.
std::vector<std::string> schema_of(Database& database) {
  std::vector<std::string> result;
  Query query(database,
              "SELECT type || ' ' || name || ' ON ' || tbl_name || ': ' || coalesce(sql, '') "
              "FROM sqlite_schema ORDER BY type, name");
  while (query.next()) result.push_back(query.text(0));
  return result;
}

std::vector<std::string> names(Database& database, const std::string& sql) {
  std::vector<std::string> result;
  Query query(database, sql);
  while (query.next()) result.push_back(query.text(0));
  return result;
}

/// The rows of a view, columns joined by '|', NULL as '-'.
std::vector<std::string> view(Database& database, const std::string& sql, int columns) {
  std::vector<std::string> result;
  Query query(database, sql);
  while (query.next()) {
    std::string row;
    for (int i = 0; i < columns; ++i) {
      row += (i > 0 ? "|" : "") + (query.null(i) ? "-" : query.text(i));
    }
    result.push_back(row);
  }
  return result;
}

void make_from_fixture(const std::filesystem::path& path, const std::string& fixture) {
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(test::read_file(data_folder / fixture));
}

constexpr const char* later_table = "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT";

/// The released scripts, and those of schemas to come.
std::vector<const char*> scripts_and(std::initializer_list<const char*> later) {
  std::vector<const char*> scripts(schema_scripts().begin(), schema_scripts().end());
  scripts.insert(scripts.end(), later);
  return scripts;
}

struct Filled : test::Study {
  Filled() { test::fill(database); }
};

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("every table is recorded, or is known not to be", "[schema]") {
  test::Study study;
  Rows expected = recorded_tables();
  for (const char* table :
       {"content", "transcript", "turn", "bracket", "aside", "change", "change_target"}) {
    expected.emplace_back(table);
  }
  // SQLite's own memory of the highest coding's number: undo must not set it back
  expected.emplace_back("sqlite_sequence");
  std::sort(expected.begin(), expected.end());
  CHECK(names(study.database,
              "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") == expected);
}

TEST_CASE("every table is strict and declares its primary key", "[schema]") {
  test::Study study;  // SQLite's own tables, called sqlite_..., are neither
  CHECK(names(study.database,
              "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
              "AND NOT strict AND name NOT GLOB 'sqlite_*'")
            .empty());
  CHECK(names(study.database,
              "SELECT name FROM sqlite_schema s WHERE type = 'table' "
              "AND name NOT GLOB 'sqlite_*' AND NOT EXISTS "
              "(SELECT 1 FROM pragma_table_info(s.name) WHERE pk > 0)")
            .empty());
}

TEST_CASE("nothing happens in the file by itself: no triggers, no cascades", "[schema]") {
  test::Study study;
  CHECK(names(study.database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'").empty());
  CHECK(names(study.database,
              "SELECT s.name FROM sqlite_schema s, pragma_foreign_key_list(s.name) f "
              "WHERE f.on_delete <> 'NO ACTION' OR f.on_update <> 'NO ACTION'")
            .empty());
}

TEST_CASE("no recorded table has a unique index beside its primary key", "[schema]") {
  test::Study study;
  const Rows recorded = recorded_tables();
  for (const std::string& table :
       names(study.database,
             "SELECT s.name FROM sqlite_schema s, pragma_index_list(s.name) i "
             "WHERE s.type = 'table' AND i.\"unique\" AND i.origin <> 'pk'")) {
    CHECK(std::find(recorded.begin(), recorded.end(), table) == recorded.end());
  }
}

TEST_CASE("every reference has an index, so that removing is never a scan", "[schema]") {
  test::Study study;
  // rows of these come by the thousand; the table they name must not be searched for each
  for (const std::string table : {"coding", "speaker", "code_theme", "source_detail"}) {
    INFO(table);
    const Rows missing =
        names(study.database,
              "SELECT f.\"from\" FROM pragma_foreign_key_list('" + table +
                  "') f WHERE NOT EXISTS (SELECT 1 FROM pragma_index_list('" + table +
                  "') i, pragma_index_info(i.name) c WHERE c.seqno = 0 AND c.name = f.\"from\")");
    CHECK(missing.empty());
  }
}

TEST_CASE("a study of each released schema becomes like a new one", "[schema]") {
  test::Study fresh;
  test::fill(fresh.database);
  test::TempFolder folder;
  const std::string fixture = GENERATE("v1.sql", "v2.sql", "v3.sql", "v4.sql", "v5.sql", "v6.sql");
  make_from_fixture(folder.study(), fixture);
  Database old = Database::open(folder.study(), Database::Access::write);
  CHECK(schema_of(old) == schema_of(fresh.database));
  // what a fixture holds, a new study holds as well; later schemas add tables
  const Rows fresh_rows = test::recorded_rows(fresh.database);
  for (const std::string& row : test::recorded_rows(old)) {
    INFO(row);
    CHECK(std::find(fresh_rows.begin(), fresh_rows.end(), row) != fresh_rows.end());
  }
  for (const char* table : {"transcript", "turn", "bracket", "aside"}) {
    CHECK(test::rows(old, table) == test::rows(fresh.database, table));
  }
  Rows contents = test::rows(fresh.database, "content");  // what is kept came with schema 5
  contents.resize(test::rows(old, "content").size());
  CHECK(test::rows(old, "content") == contents);
  test::undo(old, log_entries(old).back().id);
  CHECK(test::rows(old, "source").empty());
}

TEST_CASE("the released schema has not been changed since", "[schema]") {
  CHECK(current_schema() == 6);
  CHECK(std::filesystem::exists(data_folder / ("v" + std::to_string(current_schema()) + ".sql")));
}

TEST_CASE_METHOD(Filled, "an older study is migrated, after a backup beside it", "[schema]") {
  const std::string bytes = test::read_file(folder.study());
  const Rows rows = test::recorded_rows(database);
  const auto scripts =
      scripts_and({"ALTER TABLE code ADD COLUMN colour TEXT NOT NULL DEFAULT ''", later_table});
  migrate(connection_of(database), scripts);
  CHECK(connection_of(database).integer("PRAGMA user_version") == current_schema() + 2);
  CHECK(connection_of(database).integer("SELECT count(*) FROM code WHERE colour = ''") == 2);
  CHECK(connection_of(database).integer("SELECT count(*) FROM later") == 0);
  CHECK(connection_of(database).integer("SELECT count(*) FROM v_codebook") == 2);
  CHECK(folder.file_names() == Rows{"study.themata", "study.themata.schema-6.backup"});

  const std::filesystem::path backup = folder.path() / "study.themata.schema-6.backup";
  Database copy = Database::open(backup, Database::Access::read);
  CHECK(test::recorded_rows(copy) == rows);
}

TEST_CASE_METHOD(Filled, "a migration that fails leaves the study as it was", "[schema]") {
  const Rows before = schema_of(database);
  const auto scripts = scripts_and({later_table, "CREATE TABLE code (x)"});
  CHECK_THROWS_AS(migrate(connection_of(database), scripts), StoreError);
  CHECK(schema_of(database) == before);
  CHECK(connection_of(database).integer("PRAGMA user_version") == current_schema());
}

TEST_CASE_METHOD(Filled, "no backup is overwritten", "[schema]") {
  test::write_file(folder.path() / "study.themata.schema-6.backup", "precious");
  const auto scripts = scripts_and({later_table});
  migrate(connection_of(database), scripts);
  CHECK(folder.file_names() ==
        Rows{"study.themata", "study.themata.schema-6-2.backup", "study.themata.schema-6.backup"});
  CHECK(test::read_file(folder.path() / "study.themata.schema-6.backup") == "precious");
}

TEST_CASE_METHOD(Filled, "a study that another program has migrated meanwhile is left alone",
                 "[schema]") {
  const auto scripts = scripts_and({later_table});
  const auto newer_scripts =
      scripts_and({later_table, "CREATE TABLE latest (id INTEGER PRIMARY KEY) STRICT"});
  Database newer = Database::open(folder.study(), Database::Access::write);
  migrate(connection_of(newer), newer_scripts);
  const std::string bytes = test::read_file(folder.study());
  migrate(connection_of(database), scripts);
  CHECK(connection_of(database).integer("PRAGMA user_version") == current_schema() + 2);
  CHECK(test::read_file(folder.study()) == bytes);
  CHECK(folder.file_names() == Rows{"study.themata", "study.themata.schema-6.backup"});
}

TEST_CASE_METHOD(Filled, "a study that is being changed is neither copied nor migrated",
                 "[schema]") {
  const auto scripts = scripts_and({later_table});
  Database other = Database::open(folder.study(), Database::Access::write);
  connection_of(other).sqlite().setBusyTimeout(20);
  {
    const Change change = test::begin(database);
    CHECK_THROWS_WITH(migrate(connection_of(other), scripts), Contains("another program"));
    CHECK(folder.file_names() == Rows{"study.themata"});
  }
  CHECK(connection_of(database).integer("PRAGMA user_version") == current_schema());
  migrate(connection_of(other), scripts);
  CHECK(connection_of(database).integer("PRAGMA user_version") == current_schema() + 1);
}

TEST_CASE_METHOD(Filled, "a backup may be read by whom the study may be read", "[schema]") {
  const auto scripts = scripts_and({later_table});
  const auto rights = std::filesystem::perms(GENERATE(0600, 0640, 0666));
  std::filesystem::permissions(folder.study(), rights);
  migrate(connection_of(database), scripts);
  const std::filesystem::path backup = folder.path() / "study.themata.schema-6.backup";
  CHECK(std::filesystem::status(backup).permissions() == rights);
}

TEST_CASE_METHOD(Filled, "v_texts gives each source's text as bytes", "[schema][views]") {
  CHECK(view(database, "SELECT source, typeof(bytes), length(bytes) FROM v_texts", 3) ==
        Rows{"first|blob|102", "second|blob|22"});
  // the ranges of the other views are ranges of these bytes
  CHECK(view(database,
             "SELECT count(*) FROM v_turns t JOIN v_texts x USING (source) "
             "WHERE CAST(substr(x.bytes, t.begin + 1, t.\"end\" - t.begin) AS TEXT) = t.text",
             1) == Rows{"5"});
}

TEST_CASE_METHOD(Filled, "v_speakers lists who speaks", "[schema][views]") {
  CHECK(view(database, "SELECT source, label, role, participant FROM v_speakers", 4) ==
        Rows{"first|Interviewer|researcher|-", "first|Ben|participant|Ben", "first|Other|other|-",
             "second|Ben|participant|-"});
}

TEST_CASE_METHOD(Filled, "v_turns cuts each turn's text by bytes", "[schema][views]") {
  CHECK(view(database, "SELECT source, turn, speaker, role, participant, text FROM v_turns", 6) ==
        Rows{"first|1|-|-|-|A title", "first|2|Interviewer|researcher|-|How was it?",
             "first|3|Ben|participant|Ben|It was (laughs) fine [at home] you know",
             "first|4|Other|other|-|(speech it is) hm",
             "second|1|Ben|participant|-|Grüße aus Köln"});
}

TEST_CASE_METHOD(Filled, "v_participants gives a row for each value", "[schema][views]") {
  CHECK(view(database, "SELECT * FROM v_participants", 3) == Rows{"Ben|age|45"});
}

TEST_CASE_METHOD(Filled, "v_themes gives the tree with paths", "[schema][views]") {
  CHECK(view(database, "SELECT theme, parent, path, depth, definition FROM v_themes", 5) ==
        Rows{"Home|-|Home|0|where", "Ease|Home|Home / Ease|1|"});
}

TEST_CASE_METHOD(Filled, "v_codebook gives codes with their themes", "[schema][views]") {
  CHECK(view(database, "SELECT code, theme, description FROM v_codebook", 3) ==
        Rows{"Coping|Home|getting by", "Humour|Home / Ease|"});
}

TEST_CASE_METHOD(Filled, "v_excerpts cuts the excerpt by bytes", "[schema][views]") {
  CHECK(view(database, "SELECT source, begin, \"end\", code, coder, text FROM v_excerpts", 6) ==
        Rows{"first|38|44|Coping|Ada|It was", "first|38|58|Humour|Ada|It was (laughs) fine"});
  test::command(database, [&] {
    Query(database,
          "INSERT INTO coding (guid, source_id, begin, \"end\", code_id, coder_id, created) "
          "VALUES ('g', 2, 5, 12, 1, 1, 't')")
        .run();
  });
  CHECK(view(database, "SELECT text FROM v_excerpts WHERE source = 'second'", 1) == Rows{"Grüße"});
}

TEST_CASE_METHOD(Filled, "v_terms gives the forms of each family", "[schema][views]") {
  CHECK(view(database, "SELECT list, family, pattern, state FROM v_terms", 4) ==
        Rows{"words|Fine|fine|approved", "words|Fine|fein*|rejected"});
}

TEST_CASE_METHOD(Filled, "v_term_hits gives what was decided of hits", "[schema][views]") {
  CHECK(view(database, "SELECT family, source, decision, reason, coder, text FROM v_term_hits",
             6) == Rows{"Fine|first|left out|of the weather|Ada|fine"});
}
