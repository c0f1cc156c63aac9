/// The theme tree of a study: see `themata/study/codebook.hpp`.
#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;

namespace {

/// 1 A (1.1 A1, 1.2 A2 (1.2.1 Deep), 1.3 A3), 2 B (2.1 A2)
struct Themes : test::TemporaryStudy {
  Themes() {
    add("A");
    add("B");
    for (const char* name : {"A1", "A2", "A3"}) add(name, "A");
    add("Deep", "A2");
    add("A2", "B");
    add_code(project(), "hope", "", "Deep");
    add_code(project(), "fear", "", "B");
  }

  void add(const std::string& name, const std::optional<std::string>& parent = std::nullopt) {
    add_theme(project(), name, "", parent);
  }

  /// Every theme as "1.2 A / A2".
  Names tree() {
    const model::Codebook book = codebook(project());
    Names lines;
    for (const model::Theme& theme : book.themes()) {
      lines.push_back(book.number(theme.id) + " " + book.path(theme.id));
    }
    return lines;
  }

  std::string themes_of_code(const std::string& name) {
    const model::Codebook book = codebook(project());
    return book.theme_paths(find_code(book, name).id);
  }
};

}  // namespace

TEST_CASE_METHOD(Themes, "themes stand in the order in which they were made", "[themes]") {
  CHECK(tree() == Names{"1 A", "1.1 A / A1", "1.2 A / A2", "1.2.1 A / A2 / Deep", "1.3 A / A3",
                        "2 B", "2.1 B / A2"});
}

TEST_CASE_METHOD(Themes, "a theme is found by name, number or path", "[themes]") {
  const model::Codebook book = codebook(project());
  const auto path_of = [&](const char* name) { return book.path(find_theme(book, name).id); };
  CHECK(path_of("deep") == "A / A2 / Deep");
  CHECK(path_of("1.2") == "A / A2");
  CHECK(path_of("2.1") == "B / A2");
  CHECK(path_of("B / A2") == "B / A2");
  CHECK(path_of("a / a2") == "A / A2");
  CHECK(path_of("A / A2 / De") == "A / A2 / Deep");
  CHECK_THROWS_WITH(find_theme(book, "1.4"), Contains("no theme is named \"1.4\""));
  CHECK_THROWS_AS(find_theme(book, "B / A1"), NotFound);
}

TEST_CASE_METHOD(Themes, "a name that two themes have means neither", "[themes]") {
  CHECK_THROWS_WITH(find_theme(codebook(project()), "a2"), Contains("A2"));
  test::refused<Conflict>(*this, [&] { rename_theme(project(), "a2", "A4"); });
}

TEST_CASE_METHOD(Themes, "themes under one parent have names of their own", "[themes]") {
  CHECK(test::refused<Conflict>(*this, [&] { add("a1", "A"); }) ==
        "there is a theme \"A1\" already under A");
  CHECK(test::refused<Conflict>(*this, [&] { add("b"); }) == "there is a theme \"B\" already");
  test::refused<Conflict>(*this, [&] { rename_theme(project(), "1.1", "A3"); });
  test::refused<Conflict>(*this, [&] { move_theme(project(), "1.2", "B"); });
  add("A1", "B");
  CHECK(tree().back() == "2.2 B / A1");
}

TEST_CASE_METHOD(Themes, "a theme that cannot be named or found is refused", "[themes]") {
  test::refused<InputError>(*this, [&] { add(" "); });
  test::refused<NotFound>(*this, [&] { add("C", "Mind"); });
  test::refused<NotFound>(*this, [&] { define_theme(project(), "C", "what it is"); });
  test::refused<NotFound>(*this, [&] { remove_theme(project(), "3"); });
}

TEST_CASE_METHOD(Themes, "a theme is renamed and defined", "[themes]") {
  CHECK(rename_theme(project(), "1.2.1", "Deeper").before == "Deep");
  CHECK(define_theme(project(), "Deeper", "at the bottom") == "Deeper");
  const model::Codebook book = codebook(project());
  CHECK(find_theme(book, "Deeper").definition == "at the bottom");
  CHECK(log_entries(project()).back().command == "theme define");
}

TEST_CASE_METHOD(Themes, "a theme is moved with all that is below it, last", "[themes]") {
  CHECK(move_theme(project(), "1.2", "A3") == "A2");
  CHECK(tree() == Names{"1 A", "1.1 A / A1", "1.2 A / A3", "1.2.1 A / A3 / A2",
                        "1.2.1.1 A / A3 / A2 / Deep", "2 B", "2.1 B / A2"});
  CHECK(move_theme(project(), "A1", std::nullopt) == "A1");
  CHECK(tree().back() == "3 A1");
  CHECK(log_entries(project()).back().summary == "A1 to the top");
}

TEST_CASE_METHOD(Themes, "a theme cannot become its own ancestor", "[themes]") {
  for (const char* parent : {"A", "1.2", "Deep"}) {
    CAPTURE(parent);
    const std::string message =
        test::refused<Conflict>(*this, [&] { move_theme(project(), "A", parent); });
    CHECK_THAT(message, Contains("A"));
  }
}

TEST_CASE_METHOD(Themes, "siblings are put in order, the unnamed follow as they were", "[themes]") {
  order_themes(project(), {"A3", "A1"});
  CHECK(tree() == Names{"1 A", "1.1 A / A3", "1.2 A / A1", "1.3 A / A2", "1.3.1 A / A2 / Deep",
                        "2 B", "2.1 B / A2"});
  order_themes(project(), {"2"});
  CHECK(tree().front() == "1 B");
  CHECK(log_entries(project()).back().summary == "under the top");
  test::unchanged(*this, [&] {
    order_themes(project(), {"B", "A"});
    return 0;
  });
}

TEST_CASE_METHOD(Themes, "only siblings can be put in order, each once", "[themes]") {
  CHECK(test::refused<Conflict>(*this, [&] {
          order_themes(project(), {"A1", "Deep"});
        }) == "\"A1\" and \"Deep\" do not stand under the same theme");
  CHECK(test::refused<InputError>(*this, [&] {
          order_themes(project(), {"A1", "1.1"});
        }) == "the theme \"A1\" is named twice");
  test::refused<NotFound>(*this, [&] { order_themes(project(), {"A1", "none"}); });
}

TEST_CASE_METHOD(Themes, "what was below a removed theme moves up", "[themes]") {
  CHECK(remove_theme(project(), "1.2") == "A2");
  CHECK(themes_of_code("hope") == "A / Deep");
  CHECK(remove_theme(project(), "Deep") == "Deep");
  CHECK(themes_of_code("hope") == "A");
  CHECK(remove_theme(project(), "B") == "B");
  CHECK(themes_of_code("fear").empty());
  CHECK(tree() == Names{"1 A", "1.1 A / A1", "1.2 A / A3", "2 A2"});
  CHECK(log_entries(project()).back().summary == "B");
}

TEST_CASE_METHOD(Themes, "a theme is not removed if a subtheme would meet its own name above",
                 "[themes]") {
  add("A3", "1.2");
  CHECK(test::refused<Conflict>(*this, [&] { remove_theme(project(), "1.2"); }) ==
        "there is a theme \"A3\" already under A");
}

TEST_CASE_METHOD(Themes, "a subtheme may take the name of the theme that goes", "[themes]") {
  add("B", "2");
  remove_theme(project(), "2");
  CHECK(tree().back() == "3 B");
}
