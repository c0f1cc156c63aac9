#include "themata/exchange/codebook_csv.hpp"

#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include "themata/report/table.hpp"

using themata::exchange::codebook_rows;
using themata::exchange::CodebookRow;
using themata::exchange::join_theme_path;
using themata::exchange::split_theme_path;
using namespace themata::model;
using Names = std::vector<std::string>;

namespace themata::exchange {
/// All but the line.
bool operator==(const CodebookRow& a, const CodebookRow& b) {
  return a.theme_path == b.theme_path && a.code == b.code && a.description == b.description;
}
std::ostream& operator<<(std::ostream& out, const CodebookRow& row) {
  return out << '{' << join_theme_path(row.theme_path) << " | " << row.code << " | "
             << row.description << '}';
}
}  // namespace themata::exchange

namespace {

std::vector<CodebookRow> read(std::string_view bytes) {
  return themata::exchange::read_codebook("book.csv", bytes);
}

std::string to_csv(const std::vector<CodebookRow>& rows) {
  std::ostringstream out;
  const auto writer = themata::report::make_table_writer(themata::report::TableFormat::csv, out);
  writer->begin({{"theme", {}}, {"code", {}}, {"description", {}}});
  for (const auto& row : rows) {
    writer->row({join_theme_path(row.theme_path), row.code, row.description});
  }
  writer->finish();
  return out.str();
}

}  // namespace

TEST_CASE("A codebook's rows are codes under themes, codes under none, and themes") {
  const auto rows = read(
      "theme,code,description\n"
      "Safety,,Being held\n"
      "Safety,Safe place,\"a place, imagined\"\n"
      "Safety / Alone,Silence,\n"
      ",Humour,Jokes\n");
  CHECK(rows == std::vector<CodebookRow>{{0, {"Safety"}, "", "Being held"},
                                         {0, {"Safety"}, "Safe place", "a place, imagined"},
                                         {0, {"Safety", "Alone"}, "Silence", ""},
                                         {0, {}, "Humour", "Jokes"}});
  CHECK(rows[2].line == 4);
}

TEST_CASE("A subtheme has a column of its own if one likes") {
  const auto rows = read("Theme;Subtheme;Code\nSafety;Alone;Silence\nSafety;;Trust\n");
  CHECK(rows == std::vector<CodebookRow>{{0, {"Safety", "Alone"}, "Silence", ""},
                                         {0, {"Safety"}, "Trust", ""}});
}

TEST_CASE("A codebook may have codes only, or themes only") {
  CHECK(read("code,description\nTrust,In people\n") ==
        std::vector<CodebookRow>{{0, {}, "Trust", "In people"}});
  CHECK(read("theme\nA\nA / B\n") ==
        std::vector<CodebookRow>{{0, {"A"}, "", ""}, {0, {"A", "B"}, "", ""}});
}

TEST_CASE("One code may stand under several themes, described once or always the same") {
  CHECK(read("theme,code,description\nA,X,same\nB,X,\nC,X,same\n").size() == 3);
  CHECK_THROWS_WITH(read("theme,code,description\nA,X,one\n,Y,\nB,X,two\n"),
                    "book.csv:4: the code \"X\" is described differently on line 2; keep one "
                    "description");
  CHECK_THROWS_WITH(read("theme,code,description\nA / B,,one\nA / B,,two\n"),
                    "book.csv:3: the theme \"A / B\" is described differently on line 2; keep one "
                    "description");
}

TEST_CASE("What is wrong with a codebook is said with its line") {
  CHECK_THROWS_WITH(read("tag,description\nTrust,x\n"),
                    "book.csv:1: a codebook needs a column \"code\" or \"theme\"; the columns are "
                    "tag, description");
  CHECK_THROWS_WITH(read("theme,code,description\nA,X,\n,,lost\n"),
                    "book.csv:3: the row names neither a code nor a theme");
  CHECK_THROWS_WITH(read("theme,subtheme,code\n,B,X\n"),
                    "book.csv:2: the subtheme \"B\" stands under no theme");
  CHECK_THROWS_WITH(read("theme,code\nA / ,X\n"), Catch::StartsWith("book.csv:2: "));
  CHECK_THROWS_WITH(read("theme,code\nA / / B,X\n"), Catch::StartsWith("book.csv:2: "));
  CHECK_THROWS_WITH(read("theme,code\nA,\"X\nY\"\n"), Catch::StartsWith("book.csv:2: "));
  CHECK_THROWS_WITH(read("theme,code\n\"A\n\nB\",X\n"), Catch::StartsWith("book.csv:2: "));
  CHECK_THROWS_WITH(read("theme,code,descripton\n"), Catch::Contains("\"description\""));
}

TEST_CASE("A path of themes is split at slashes between spaces") {
  CHECK(split_theme_path("") == Names{});
  CHECK(split_theme_path("  ") == Names{});
  CHECK(split_theme_path("A") == Names{"A"});
  CHECK(split_theme_path("A / B / C") == Names{"A", "B", "C"});
  CHECK(split_theme_path("A  /   B") == Names{"A", "B"});
  CHECK(split_theme_path("and/or / his/ hers") == Names{"and/or", "his/ hers"});
  CHECK(split_theme_path("A // B / C") == Names{"A / B", "C"});
  CHECK(split_theme_path("A /// B") == Names{"A // B"});
  CHECK(split_theme_path("A /") == Names{"A", ""});
  CHECK(split_theme_path("/") == Names{"", ""});
}

TEST_CASE("A path of themes is joined so that it can be split again") {
  CHECK(join_theme_path({}).empty());
  CHECK(join_theme_path({"A", "B"}) == "A / B");
  CHECK(join_theme_path({"and/or", "B"}) == "and/or / B");
  CHECK(join_theme_path({"A / B", "C"}) == "A // B / C");
  CHECK(join_theme_path({"A // B"}) == "A /// B");
  CHECK(join_theme_path({"/", "//"}) == "// / ///");
  for (const Names& names : {Names{"A /", "/ B"}, Names{"/"}, Names{"a  /  b", "c"}, Names{"/ /"},
                             Names{"x /// y / z", "/", "w"}, Names{"://", "a/ /b"}}) {
    CHECK(split_theme_path(join_theme_path(names)) == names);
  }
}

TEST_CASE("Any names survive being joined to a path and split") {
  const Names pieces{"a", "/", " ", "//", "é", "B"};
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    Names names(1 + random() % 3);
    for (std::string& name : names) {
      for (std::size_t n = random() % 7; n > 0; --n) name += pieces[random() % pieces.size()];
      name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
      name.erase(name.find_last_not_of(' ') + 1);
      if (name.empty()) name = "x";
    }
    INFO(join_theme_path(names));
    REQUIRE(split_theme_path(join_theme_path(names)) == names);
  }
}

TEST_CASE("A codebook goes out as CSV and comes back the same") {
  const auto theme = [](int id, std::string name, std::string definition, int parent) {
    return Theme{ThemeId{id}, "", std::move(name), std::move(definition),
                 parent > 0 ? std::optional(ThemeId{parent}) : std::nullopt};
  };
  const Codebook codebook({{CodeId{1}, "", "=SUM(A1)", "one, \"two\"\nthree"},
                           {CodeId{2}, "", "Self-criticism", ""},
                           {CodeId{3}, "", "Humour / irony", "in no theme"},
                           {CodeId{4}, "", "שלום", "  kept  "}},
                          {theme(1, "Safety", "Being\nheld", 0), theme(2, "Inner / outer", "", 1),
                           theme(3, "Empty, so far", "", 0), theme(4, "Deep", "", 2)},
                          {{CodeId{2}, ThemeId{1}},
                           {CodeId{1}, ThemeId{1}},
                           {CodeId{4}, ThemeId{4}},
                           {CodeId{1}, ThemeId{3}}});
  const auto rows = codebook_rows(codebook);
  CHECK(rows ==
        std::vector<CodebookRow>{{0, {"Safety"}, "", "Being\nheld"},
                                 {0, {"Safety"}, "Self-criticism", ""},
                                 {0, {"Safety"}, "=SUM(A1)", "one, \"two\"\nthree"},
                                 {0, {"Safety", "Inner / outer"}, "", ""},
                                 {0, {"Safety", "Inner / outer", "Deep"}, "", ""},
                                 {0, {"Safety", "Inner / outer", "Deep"}, "שלום", "  kept  "},
                                 {0, {"Empty, so far"}, "", ""},
                                 {0, {"Empty, so far"}, "=SUM(A1)", "one, \"two\"\nthree"},
                                 {0, {}, "Humour / irony", "in no theme"}});
  CHECK(read(to_csv(rows)) == rows);
}

TEST_CASE("Any codebook goes out as CSV and comes back the same") {
  const Names pieces{"a", "Bc", " / ", "/", ",", "\"", "'", "é", "=", "日本", ";", "# "};
  std::mt19937 random(42);
  const auto below = [&](std::size_t n) { return random() % n; };
  const auto name = [&](std::size_t id) {
    std::string text = "n";
    for (std::size_t n = below(5); n > 0; --n) text += pieces[below(pieces.size())];
    return text + std::to_string(id);
  };
  for (int round = 0; round < 500; ++round) {
    std::vector<Code> codes(below(6));
    for (std::size_t i = 0; i < codes.size(); ++i) {
      codes[i] = {CodeId(static_cast<int>(i)), "", name(i), i % 2 == 0 ? name(i) + "\n" : ""};
    }
    std::vector<Theme> themes(below(5));
    std::vector<CodeInTheme> links;
    for (std::size_t i = 0; i < themes.size(); ++i) {
      themes[i] = {ThemeId(static_cast<int>(i)), "", name(i), "", std::nullopt};
      if (i > 0 && below(2) == 0) themes[i].parent = ThemeId(static_cast<int>(below(i)));
      for (const Code& code : codes) {
        if (below(3) == 0) links.push_back({code.id, themes[i].id});
      }
    }
    const auto rows = codebook_rows(Codebook(codes, themes, links));
    INFO(to_csv(rows));
    REQUIRE(read(to_csv(rows)) == rows);
  }
}
