#include "themata/store/codebook.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/detail/connection.hpp"
#include "themata/store/memos.hpp"

using namespace themata;
using namespace themata::store;
using Catch::Contains;

namespace {

/// Themes A (A1, A2, A3) and B; codes x in A, y and z in A2.
struct Tree : test::Study {
  Change change = test::begin(database);
  model::ThemeId a = add_theme(database, "A", "about a", std::nullopt, "guid-a");
  model::ThemeId b = add_theme(database, "B", "", std::nullopt, "guid-b");
  model::ThemeId a1 = add_theme(database, "A1", "", a, "guid-a1");
  model::ThemeId a2 = add_theme(database, "A2", "", a, "guid-a2");
  model::ThemeId a3 = add_theme(database, "A3", "", a, "guid-a3");
  model::CodeId x = add_code(database, "x", "about x", "guid-x");
  model::CodeId y = add_code(database, "y", "", "guid-y");
  model::CodeId z = add_code(database, "z", "", "guid-z");

  Tree() {
    assign_code(database, a, x);
    assign_code(database, a2, z);
    assign_code(database, a2, y);
  }

  /// "A(x A1 A2(z y) A3) B": each theme with its codes, then its subthemes.
  [[nodiscard]] std::string drawn() {
    const model::Codebook book = codebook(database);
    std::string result;
    for (const model::ThemeId top : book.top_level()) draw(book, top, result);
    return result;
  }

 private:
  static void separate(std::string& drawing) {
    if (!drawing.empty() && drawing.back() != '(') drawing += ' ';
  }

  static void draw(const model::Codebook& book, model::ThemeId id, std::string& drawing) {
    separate(drawing);
    drawing += book.theme(id).name;
    if (book.codes_of(id).empty() && book.subthemes(id).empty()) return;
    drawing += '(';
    for (const model::CodeId code : book.codes_of(id)) {
      separate(drawing);
      drawing += book.code(code).name;
    }
    for (const model::ThemeId subtheme : book.subthemes(id)) draw(book, subtheme, drawing);
    drawing += ')';
  }
};

}  // namespace

TEST_CASE_METHOD(Tree, "the codebook comes as it was built", "[codebook]") {
  CHECK(drawn() == "A(x A1 A2(z y) A3) B");
  const model::Codebook book = codebook(database);
  REQUIRE(book.codes().size() == 3);
  CHECK(book.codes()[0].name == "x");
  CHECK(book.codes()[0].description == "about x");
  CHECK(book.codes()[0].guid == "guid-x");
  CHECK(book.theme(a).definition == "about a");
  CHECK(book.theme(a1).parent == a);
  CHECK(book.number(a2) == "1.2");
}

TEST_CASE_METHOD(Tree, "codes and themes can be renamed and described", "[codebook]") {
  rename_code(database, x, "ξ");
  describe_code(database, x, "Greek");
  rename_theme(database, b, "Beta");
  define_theme(database, b, "Greek too");
  const model::Codebook book = codebook(database);
  CHECK(book.code(x).name == "ξ");
  CHECK(book.code(x).description == "Greek");
  CHECK(book.theme(b).name == "Beta");
  CHECK(book.theme(b).definition == "Greek too");
}

TEST_CASE_METHOD(Tree, "what is not in the codebook cannot be changed", "[codebook]") {
  const model::CodeId no_code{99};
  const model::ThemeId no_theme{99};
  CHECK_THROWS_AS(rename_code(database, no_code, "n"), NotFound);
  CHECK_THROWS_AS(describe_code(database, no_code, "n"), NotFound);
  CHECK_THROWS_AS(remove_code(database, no_code), NotFound);
  CHECK_THROWS_AS(rename_theme(database, no_theme, "n"), NotFound);
  CHECK_THROWS_AS(define_theme(database, no_theme, "n"), NotFound);
  CHECK_THROWS_AS(move_theme(database, no_theme, a), NotFound);
  CHECK_THROWS_AS(move_theme(database, a, no_theme), NotFound);
  CHECK_THROWS_AS(add_theme(database, "n", "", no_theme, "guid"), NotFound);
  CHECK_THROWS_AS(order_themes(database, {no_theme}), NotFound);
  CHECK_THROWS_AS(remove_theme(database, no_theme), NotFound);
}

TEST_CASE_METHOD(Tree, "a code is put into a theme once, and taken out once", "[codebook]") {
  CHECK(assign_code(database, b, x));
  CHECK_FALSE(assign_code(database, b, x));
  CHECK(assign_code(database, b, y));
  CHECK(drawn() == "A(x A1 A2(z y) A3) B(x y)");
  CHECK(unassign_code(database, b, x));
  CHECK_FALSE(unassign_code(database, b, x));
  CHECK(assign_code(database, b, x));
  CHECK(drawn() == "A(x A1 A2(z y) A3) B(y x)");
}

TEST_CASE_METHOD(Tree, "a moved theme is the last of its new siblings", "[codebook]") {
  move_theme(database, b, a);
  CHECK(drawn() == "A(x A1 A2(z y) A3 B)");
  move_theme(database, a2, std::nullopt);
  CHECK(drawn() == "A(x A1 A3 B) A2(z y)");
  move_theme(database, a, a2);
  CHECK(drawn() == "A2(z y A(x A1 A3 B))");
}

TEST_CASE_METHOD(Tree, "a theme cannot be its own ancestor", "[codebook]") {
  CHECK_THROWS_AS(move_theme(database, a, a), Conflict);
  CHECK_THROWS_WITH(move_theme(database, a, a2), Contains("\"A\"") && Contains("\"A2\""));
  const model::ThemeId deep = add_theme(database, "deep", "", a2, "guid-deep");
  CHECK_THROWS_AS(move_theme(database, a, deep), Conflict);
  CHECK(drawn() == "A(x A1 A2(z y deep) A3) B");
}

TEST_CASE_METHOD(Tree, "themes have a hundred levels and no more", "[codebook]") {
  model::ThemeId lowest = b;  // on the first level
  for (std::size_t level = 2; level <= most_theme_levels; ++level) {
    lowest = add_theme(database, "B" + std::to_string(level), "", lowest, "guid");
  }
  CHECK(codebook(database).depth(lowest) == most_theme_levels - 1);
  CHECK_THROWS_WITH(add_theme(database, "too deep", "", lowest, "guid"),
                    Contains("100 levels") && Contains("\"too deep\""));
  CHECK_THROWS_AS(move_theme(database, a1, lowest), Conflict);
  CHECK_THROWS_AS(move_theme(database, b, a), Conflict);
  const model::ThemeId above = *codebook(database).theme(lowest).parent;
  CHECK_THROWS_AS(move_theme(database, a, above), Conflict);  // A itself would fit, A1 would not
  move_theme(database, a1, above);
  CHECK(codebook(database).depth(a1) == most_theme_levels - 1);
  move_theme(database, lowest, std::nullopt);
  CHECK(codebook(database).depth(lowest) == 0);
}

TEST_CASE_METHOD(Tree, "siblings can be ordered", "[codebook]") {
  order_themes(database, {a3, a1, a2});
  CHECK(drawn() == "A(x A3 A1 A2(z y)) B");
  order_themes(database, {b, a});
  CHECK(drawn() == "B A(x A3 A1 A2(z y))");
  order_themes(database, {});
  add_theme(database, "C", "", std::nullopt, "guid-c");
  CHECK(drawn() == "B A(x A3 A1 A2(z y)) C");
}

TEST_CASE_METHOD(Tree, "an order must name all siblings and nothing else", "[codebook]") {
  CHECK_THROWS_AS(order_themes(database, {a1, a2}), Conflict);
  CHECK_THROWS_AS(order_themes(database, {a1, a2, b}), Conflict);
  CHECK_THROWS_AS(order_themes(database, {a1, a2, a3, a3}), Conflict);
  CHECK_THROWS_AS(order_themes(database, {a1, a1, a2}), Conflict);
}

TEST_CASE_METHOD(Tree, "a removed theme's subthemes and codes go one level up", "[codebook]") {
  add_theme(database, "A2a", "", a2, "guid-a2a");
  add_theme(database, "A2b", "", a2, "guid-a2b");
  assign_code(database, a2, x);  // in A already
  remove_theme(database, a2);
  CHECK(drawn() == "A(x z y A1 A2a A2b A3) B");
  remove_theme(database, a);
  CHECK(drawn() == "A1 A2a A2b A3 B");
  CHECK(codebook(database).codes().size() == 3);
  CHECK(codebook(database).themes_of(x).empty());
}

TEST_CASE_METHOD(Tree, "removing a theme removes the memos on it", "[codebook]") {
  const model::CoderId ada = add_coder(database, "Ada", "guid-ada");
  add_memo(database, {{}, "m1", model::MemoTarget::theme, a2.value, ada, "x"}, "t");
  add_memo(database, {{}, "m2", model::MemoTarget::code, a2.value, ada, "y"}, "t");
  remove_theme(database, a2);
  REQUIRE(memos(database).size() == 1);
  CHECK(memos(database)[0].guid == "m2");
}

TEST_CASE_METHOD(Tree, "a code goes with its codings, memos and places", "[codebook]") {
  const model::CoderId ada = add_coder(database, "Ada", "guid-ada");
  const model::SourceId source = test::add_interview(database, "one", "Ben: one two");
  const text::TextRange one = text::byte_range(5, 8);
  const auto stored = add_codings(database, {{"g1", {source, one}, x, ada, "t", "on x", "m1"},
                                             {"g2", {source, one}, y, ada, "t", "on y", "m2"}});
  add_memo(database, {{}, "m3", model::MemoTarget::code, x.value, ada, "on the code"}, "t");
  remove_code(database, x);
  CHECK(drawn() == "A(A1 A2(z y) A3) B");
  CHECK(codings(database, {stored[0].id, stored[1].id}).size() == 1);
  REQUIRE(memos(database).size() == 1);
  CHECK(memos(database)[0].text == "on y");
}

TEST_CASE("an empty study has an empty codebook", "[codebook]") {
  test::Study study;
  CHECK(codebook(study.database).codes().empty());
  CHECK(codebook(study.database).themes().empty());
}

TEST_CASE("themes that another program has spoilt are reported, whatever is done with them",
          "[codebook]") {
  test::Study study;
  Database& database = study.database;
  test::fill(database);
  const std::string damage = GENERATE(
      "UPDATE theme SET parent_id = 2 WHERE id = 1", "UPDATE theme SET parent_id = id",
      "UPDATE theme SET parent_id = 99 WHERE id = 1", "DELETE FROM theme WHERE id = 1",
      "UPDATE code_theme SET theme_id = 99", "UPDATE code_theme SET code_id = code_id + 1",
      "DELETE FROM code",
      "WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
      "INSERT INTO theme (id, guid, name, definition, parent_id, position) "
      "SELECT i, 'g', 't', '', i - 1, 1 FROM n; UPDATE theme SET parent_id = 1 WHERE id = 10");
  INFO(damage);
  connection_of(database).execute("PRAGMA foreign_keys = OFF; " + damage);
  CHECK_THROWS_WITH(codebook(database), Contains("the study is damaged"));
}

TEST_CASE("a circle of themes does not hold up who changes them", "[codebook]") {
  test::Study study;
  Database& database = study.database;
  test::fill(database);
  connection_of(database).execute("UPDATE theme SET parent_id = 2 WHERE id = 1");
  const Change change = test::begin(database);
  const model::ThemeId home{1};
  const model::ThemeId apart = add_theme(database, "Apart", "", std::nullopt, "guid-apart");
  CHECK_THROWS_WITH(add_theme(database, "New", "", home, "guid"), Contains("damaged"));
  CHECK_THROWS_WITH(move_theme(database, apart, home), Contains("damaged"));
  CHECK_THROWS_AS(move_theme(database, home, apart), Error);
}

TEST_CASE("a name that is not UTF-8 is reported, not shown", "[codebook]") {
  test::Study study;
  Database& database = study.database;
  test::fill(database);
  const std::string column = GENERATE("code SET name", "code SET description", "theme SET name",
                                      "theme SET definition", "theme SET guid");
  const std::string bytes = GENERATE("ff", "41c3", "eda080", "c080", "f4908080");
  connection_of(database).execute("UPDATE " + column + " = CAST(X'" + bytes + "' AS TEXT)");
  CHECK_THROWS_WITH(codebook(database), Contains("damaged") && Contains("UTF-8"));
}
