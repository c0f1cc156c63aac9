#include "themata/report/theme_tree.hpp"

#include <sstream>

#include <catch2/catch.hpp>
#include <rapidjson/document.h>

using namespace themata::report;
using themata::model::ThemeTree;
using themata::text::CodePointOffset;

namespace {

ThemeTree::Excerpt excerpt(std::string participant, std::string words) {
  return {"interview-1",
          std::move(participant),
          {CodePointOffset{5}, CodePointOffset{17}},
          std::move(words)};
}

ThemeTree sample() {
  const ThemeTree::Code place{"c1", "Safe place", "somewhere *safe*", 2, 3, {}};
  const ThemeTree::Code people{"c2", "Safe people", "", 1, 1, {}};
  const ThemeTree::Code humour{"c3", "Humour", "", 0, 0, {}};
  const ThemeTree::Code silence{"c4", "Silence", "", 1, 1, {}};
  const ThemeTree::Theme alone{"t2", "1.1", "Alone", "", 1, 1, {}, {silence}};
  const ThemeTree::Theme together{"t3", "1.2", "Together", "", 1, 1, {}, {people}};
  const ThemeTree::Theme safety{"t1", "1", "Safety",          "Being held,\nor not",
                                2,    4,   {alone, together}, {place}};
  const ThemeTree::Theme empty{"t4", "2", "Nothing yet", "", 0, 0, {}, {}};
  return {"Calm", {safety, empty}, {humour}};
}

ThemeTree sample_with_excerpts() {
  ThemeTree tree = sample();
  tree.themes[0].codes[0].quotations = {
      excerpt("Joanne", "I picture the beach near my nan's house and stay there."),
      excerpt("", "- Where?\n\n# Here")};
  return tree;
}

std::string as_text(const ThemeTree& tree, const ThemeTreeOptions& options = {}) {
  std::ostringstream out;
  write_theme_tree_text(tree, options, out);
  return out.str();
}

std::string as_markdown(const ThemeTree& tree, const ThemeTreeOptions& options = {}) {
  std::ostringstream out;
  write_theme_tree_markdown(tree, options, out);
  return out.str();
}

std::string as_json(const ThemeTree& tree) {
  std::ostringstream out;
  write_theme_tree_json(tree, out);
  return out.str();
}

}  // namespace

TEST_CASE("As text the tree has branches and numbers") {
  CHECK(as_text(sample()) ==
        "Calm\n"
        "├── 1 Safety\n"
        "│   ├── Safe place\n"
        "│   ├── 1.1 Alone\n"
        "│   │   └── Silence\n"
        "│   └── 1.2 Together\n"
        "│       └── Safe people\n"
        "├── 2 Nothing yet\n"
        "└── Codes in no theme\n"
        "    └── Humour\n");
}

TEST_CASE("As text the tree has counts where they are wanted, in the singular for one") {
  ThemeTree tree = sample();
  tree.codes_without_theme.clear();
  CHECK(as_text(tree, {true, 0}) ==
        "Calm\n"
        "├── 1 Safety (2 participants, 4 excerpts)\n"
        "│   ├── Safe place (2 participants, 3 excerpts)\n"
        "│   ├── 1.1 Alone (1 participant, 1 excerpt)\n"
        "│   │   └── Silence (1 participant, 1 excerpt)\n"
        "│   └── 1.2 Together (1 participant, 1 excerpt)\n"
        "│       └── Safe people (1 participant, 1 excerpt)\n"
        "└── 2 Nothing yet (0 participants, 0 excerpts)\n");
}

TEST_CASE("As text excerpts stand under their code, wrapped to the terminal") {
  ThemeTree tree = sample_with_excerpts();
  tree.themes[0].subthemes.clear();
  tree.themes.resize(1);
  CHECK(as_text(tree, {false, 40}) ==
        "Calm\n"
        "├── 1 Safety\n"
        "│   └── Safe place\n"
        "│       “I picture the beach near my\n"
        "│        nan's house and stay there.”\n"
        "│        (Joanne)\n"
        "│       “- Where?\n"
        "│\n"
        "│        # Here” (interview-1)\n"
        "└── Codes in no theme\n"
        "    └── Humour\n");
  CHECK_THAT(as_text(tree), Catch::Contains("“- Where?  # Here” (interview-1)\n"));
}

TEST_CASE("As text long names go on under themselves, beside the branches below them") {
  ThemeTree tree = sample();
  tree.codes_without_theme.clear();
  tree.themes[0].name = "Safety among those who had never known it";
  tree.themes[0].codes[0].name = "A place kept free for me by the door";
  CHECK(as_text(tree, {true, 40}) ==
        "Calm\n"
        "├── 1 Safety among those who had never\n"
        "│   │ known it (2 participants, 4\n"
        "│   │ excerpts)\n"
        "│   ├── A place kept free for me by\n"
        "│   │     the door (2 participants, 3\n"
        "│   │     excerpts)\n"
        "│   ├── 1.1 Alone (1 participant, 1\n"
        "│   │   │ excerpt)\n"
        "│   │   └── Silence (1 participant, 1\n"
        "│   │         excerpt)\n"
        "│   └── 1.2 Together (1 participant, 1\n"
        "│       │ excerpt)\n"
        "│       └── Safe people (1\n"
        "│             participant, 1 excerpt)\n"
        "└── 2 Nothing yet (0 participants, 0\n"
        "      excerpts)\n");
}

TEST_CASE("An empty tree is its title, if it has one") {
  CHECK(as_text({}).empty());
  CHECK(as_text({"T", {}, {}}) == "T\n");
  CHECK(as_markdown({}).empty());
  CHECK(as_markdown({"T", {}, {}}) == "# T\n\n");
}

TEST_CASE("Names with line breaks or escape sequences do not break the tree") {
  ThemeTree tree;
  tree.title = "a\nb";
  tree.themes = {{"t", "1", "x\x1B[2Jy", "", 0, 0, {}, {{"c", "日本\tש", "", 0, 0, {}}}}};
  CHECK(as_text(tree) == "a b\n└── 1 x\uFFFD[2Jy\n    └── 日本 ש\n");
}

TEST_CASE("As Markdown the tree is nested lists") {
  CHECK(as_markdown(sample(), {true, 0}) ==
        "# Calm\n"
        "\n"
        "- **1 Safety** (2 participants, 4 excerpts): Being held, or not\n"
        "  - Safe place (2 participants, 3 excerpts): somewhere \\*safe\\*\n"
        "  - **1.1 Alone** (1 participant, 1 excerpt)\n"
        "    - Silence (1 participant, 1 excerpt)\n"
        "  - **1.2 Together** (1 participant, 1 excerpt)\n"
        "    - Safe people (1 participant, 1 excerpt)\n"
        "- **2 Nothing yet** (0 participants, 0 excerpts)\n"
        "- *Codes in no theme*\n"
        "  - Humour (0 participants, 0 excerpts)\n");
}

TEST_CASE("As Markdown excerpts are quotations with the participant") {
  ThemeTree tree = sample_with_excerpts();
  tree.themes[0].subthemes.clear();
  CHECK(as_markdown(tree) ==
        "# Calm\n"
        "\n"
        "- **1 Safety**: Being held, or not\n"
        "  - Safe place: somewhere \\*safe\\*\n"
        "\n"
        "    > I picture the beach near my nan's house and stay there.\n"
        "    >\n"
        "    > — Joanne\n"
        "\n"
        "    > \\- Where?\n"
        "    >\n"
        "    > \\# Here\n"
        "    >\n"
        "    > — interview-1\n"
        "\n"
        "- **2 Nothing yet**\n"
        "- *Codes in no theme*\n"
        "  - Humour\n");
}

TEST_CASE("As Markdown lines of an excerpt stay lines") {
  ThemeTree tree;
  tree.codes_without_theme = {{"c", "1. X", "", 1, 1, {excerpt("Ben", "one\n  two\n")}}};
  CHECK(as_markdown(tree) ==
        "- *Codes in no theme*\n"
        "  - 1\\. X\n"
        "\n"
        "    > one\\\n"
        "    > two\n"
        "    >\n"
        "    > — Ben\n"
        "\n");
}

TEST_CASE("As JSON the tree has all that is known of it") {
  const std::string json = as_json(sample_with_excerpts());
  rapidjson::Document tree;
  tree.Parse(json.c_str());
  REQUIRE_FALSE(tree.HasParseError());
  CHECK(tree["title"] == "Calm");
  const auto& safety = tree["themes"][0];
  CHECK(safety["id"] == "t1");
  CHECK(safety["number"] == "1");
  CHECK(safety["name"] == "Safety");
  CHECK(safety["definition"] == "Being held,\nor not");
  CHECK(safety["participants"].GetUint64() == 2);
  CHECK(safety["excerpts"].GetUint64() == 4);
  CHECK(safety["themes"].Size() == 2);
  CHECK(safety["themes"][1]["codes"][0]["name"] == "Safe people");
  const auto& place = safety["codes"][0];
  CHECK(place["description"] == "somewhere *safe*");
  CHECK(place["quotations"][0]["participant"] == "Joanne");
  CHECK(place["quotations"][0]["start"].GetUint64() == 5);
  CHECK(place["quotations"][0]["end"].GetUint64() == 17);
  CHECK(place["quotations"][1]["text"] == "- Where?\n\n# Here");
  CHECK(tree["codes"][0]["name"] == "Humour");
  CHECK_FALSE(tree["codes"][0].HasMember("quotations"));
}

TEST_CASE("As JSON the tree is indented and ends its last line") {
  CHECK(as_json({"T", {}, {}}) ==
        "{\n  \"title\": \"T\",\n  \"themes\": [],\n  \"codes\": []\n}\n");
}

TEST_CASE("as LaTeX, each theme is set in by its level and nothing is a command") {
  ThemeTree tree = sample_with_excerpts();
  tree.themes[0].name = "\\input{x} 100%";
  std::ostringstream out;
  write_theme_tree_latex(tree, {.counts = true}, out);
  const std::string tex = out.str();
  CHECK(tex.find("\\section*{Calm}") != std::string::npos);
  CHECK(tex.find("{\\leftskip=1em\\noindent\\hspace*{-1em}\\textbf{1 \\textbackslash{}input\\{x\\} "
                 "100\\%} (2 participants, 4 excerpts)") != std::string::npos);
  CHECK(tex.find("{\\leftskip=3em") != std::string::npos);
  CHECK(tex.find("nan's house and stay there.} --- Joanne") != std::string::npos);
}
