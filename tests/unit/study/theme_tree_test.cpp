/// `theme_tree` and `write_theme_tree_xml` of a study: see `themata/study/analyses.hpp`.
#include <sstream>

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/error.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/journal.hpp"
#include "themata/study/memos.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;
using test::SampleStudy;

TEST_CASE_METHOD(SampleStudy, "the tree has the study's title, themes, codes and counts",
                 "[tree]") {
  const model::ThemeTree tree = theme_tree(project(), {}, {});
  CHECK(tree.title == "Letters home");
  REQUIRE(tree.themes.size() == 2);
  const model::ThemeTree::Theme& body = tree.themes[0];
  CHECK(body.number == "1");
  CHECK(body.name == "Body");
  CHECK(body.definition == "what the body does");
  CHECK(body.participants == 2);
  CHECK(body.excerpts == 5);
  REQUIRE(body.codes.size() == 1);
  CHECK(body.codes[0].name == "breathing");
  CHECK(body.codes[0].excerpts == 2);
  CHECK(body.codes[0].quotations.empty());
  REQUIRE(body.subthemes.size() == 1);
  CHECK(body.subthemes[0].number == "1.1");
  CHECK(body.subthemes[0].codes[0].name == "humming");
  CHECK(tree.themes[1].codes.size() == 2);
  REQUIRE(tree.codes_without_theme.size() == 1);
  CHECK(tree.codes_without_theme[0].name == "silence");
}

TEST_CASE_METHOD(SampleStudy, "two coders on one segment are one excerpt", "[tree]") {
  const model::ThemeTree tree = theme_tree(project(), {}, {.excerpts = true});
  const auto& quotations = tree.themes[0].codes[0].quotations;
  REQUIRE(quotations.size() == 2);
  CHECK(quotations[0].source == "one");
  CHECK(quotations[0].participant == "Ben");
  CHECK(quotations[0].range.begin.value == 51);
  CHECK(quotations[0].text == "I breathe slowly");
  CHECK(quotations[1].participant == "Cara");
  const auto& hums = tree.themes[0].subthemes[0].codes[0].quotations;
  CHECK(hums.size() == 3);
}

TEST_CASE_METHOD(SampleStudy, "two coders on segments that interlace are counted apart", "[tree]") {
  Project bea = as("Bea");
  apply_code(bea, test::quoted("breathing", "one", "I breathe"));
  apply_code(project(), test::quoted("breathing", "one", "breathe slowly"));
  apply_code(bea, test::quoted("breathing", "one", "breathe slowly"));
  const model::ThemeTree::Code code = theme_tree(project(), {}, {.excerpts = true}).themes[0].codes[0];
  CHECK(code.excerpts == 4);
  REQUIRE(code.quotations.size() == 4);
  CHECK(code.quotations[0].text == "I breathe");
  CHECK(code.quotations[1].text == "I breathe slowly");
  CHECK(code.quotations[2].text == "breathe slowly");
}

TEST_CASE_METHOD(SampleStudy, "a filter narrows counts and excerpts, never the tree", "[tree]") {
  Filter filter;
  filter.sources = {"two"};
  const model::ThemeTree tree = theme_tree(project(), filter, {.excerpts = true});
  REQUIRE(tree.themes.size() == 2);
  CHECK(tree.themes[0].excerpts == 1);
  CHECK(tree.themes[0].codes[0].quotations.size() == 1);
  CHECK(tree.themes[0].subthemes[0].excerpts == 0);
  CHECK(tree.codes_without_theme[0].excerpts == 1);
}

TEST_CASE_METHOD(SampleStudy, "the tree is written as XML", "[tree]") {
  std::ostringstream out;
  CHECK(write_theme_tree_xml(theme_tree(project(), {}, {.excerpts = true}), out) == 0);
  CHECK_THAT(out.str(), Contains("xmlns=\"urn:themata:theme-tree:1\"") &&
                            Contains("title=\"Letters home\"") &&
                            Contains("<definition>what the body does</definition>") &&
                            Contains(">I breathe slowly</excerpt>"));
}

TEST_CASE("an empty study has an empty tree", "[tree]") {
  themata::test::TemporaryStudy study;
  const model::ThemeTree tree = theme_tree(study.project(), {}, {.excerpts = true});
  CHECK(tree.themes.empty());
  CHECK(tree.codes_without_theme.empty());
}

TEST_CASE_METHOD(SampleStudy, "a tree has memos and journal if they are asked for",
                 "[theme_tree]") {
  add_memo(project(), {}, "On all of it");
  add_memo(project(), {"together", 2, {}, {}, {}, {}}, "On a turn");
  add_memo(project(), {{}, {}, {}, {}, "Ben", {}}, "On a person");
  add_memo(project(), {{}, {}, {}, "Body", {}, {}}, "On a theme");
  add_memo(project(), {{}, {}, "breathing", {}, {}, {}}, "On a code");
  add_memo(project(), {{}, {}, {}, {}, {}, 1}, "On a coding");
  add_journal_entry(project(), "Today.");

  const model::ThemeTree without = theme_tree(project(), {}, {.excerpts = true});
  CHECK(without.memos.empty());
  CHECK(without.journal.empty());
  const model::ThemeTree tree = theme_tree(project(), {}, {.memos = true});
  REQUIRE(tree.memos.size() == 2);
  CHECK(tree.memos[0].text == "On all of it");
  CHECK(tree.memos[1].source == "together");
  CHECK(tree.memos[1].range.has_value());
  REQUIRE(tree.themes[0].memos.size() == 1);
  CHECK(tree.themes[0].memos[0].coder == "Ada");
  const auto& on_code = tree.themes[0].codes[0].memos;
  REQUIRE(on_code.size() == 2);
  CHECK(on_code[0].text == "On a code");
  CHECK(on_code[1].range == text::CodePointRange{text::CodePointOffset{51},
                                                 text::CodePointOffset{67}});
  REQUIRE(tree.journal.size() == 1);
  CHECK(tree.journal[0].phase == 1);
}
