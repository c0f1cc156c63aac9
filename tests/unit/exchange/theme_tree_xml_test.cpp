#include "themata/exchange/theme_tree_xml.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <pugixml.hpp>

using themata::exchange::write_theme_tree_xml;
using themata::model::ThemeTree;
using themata::text::CodePointOffset;

namespace {

std::string xml(const ThemeTree& tree, std::size_t replaced = 0) {
  std::ostringstream out;
  CHECK(write_theme_tree_xml(tree, out) == replaced);
  return out.str();
}

ThemeTree::Excerpt excerpt(std::string text) {
  return {"joanne", "Joanne", {CodePointOffset{5}, CodePointOffset{17}}, std::move(text)};
}

ThemeTree sample() {
  const ThemeTree::Code place{"c1", "Safe place", "held", 2, 3, {}};
  const ThemeTree::Code humour{"c2", "Humour", "", 1, 1, {}};
  const ThemeTree::Theme alone{"t2", "1.1", "Alone", "", 1, 2, {}, {place}};
  const ThemeTree::Theme safety{"t1", "1", "Safety", "Being <held>", 2, 4, {alone}, {humour}};
  return {"Calm & <co>", {safety}, {{"c3", "In none", "", 0, 0, {}}}};
}

/// True if xmllint finds the document valid against docs/theme-tree.xsd, or is not there.
bool is_valid(const std::string& document) {
#ifdef THEMATA_XMLLINT
  const std::string file =
      (std::filesystem::temp_directory_path() /
       ("theme-tree-" + std::to_string(std::hash<std::string>{}(document)) + ".xml"))
          .string();
  std::ofstream(file, std::ios::binary) << document;
  const std::string command = "'" THEMATA_XMLLINT "' --noout --schema '" THEMATA_SOURCE_DIR
                              "/docs/theme-tree.xsd' '" +
                              file + "' >'" + file + ".log' 2>&1";
  const int status = std::system(command.c_str());
  std::ostringstream log;
  log << std::ifstream(file + ".log").rdbuf();
  UNSCOPED_INFO(log.str());
  std::filesystem::remove(file);
  std::filesystem::remove(file + ".log");
  return status == 0;
#else
  return !document.empty();
#endif
}

std::string read_back(const std::string& document, const char* path) {
  pugi::xml_document parsed;
  REQUIRE(parsed.load_string(document.c_str(), pugi::parse_default | pugi::parse_ws_pcdata_single));
  return parsed.select_node(path).node().text().get();
}

}  // namespace

TEST_CASE("The tree is written as the schema has it") {
  CHECK(xml(sample()) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<themeTree xmlns=\"urn:themata:theme-tree:1\" title=\"Calm &amp; &lt;co>\">\n"
        "  <theme id=\"t1\" name=\"Safety\" participants=\"2\" excerpts=\"4\">\n"
        "    <definition>Being &lt;held&gt;</definition>\n"
        "    <code id=\"c2\" name=\"Humour\" participants=\"1\" excerpts=\"1\" />\n"
        "    <theme id=\"t2\" name=\"Alone\" participants=\"1\" excerpts=\"2\">\n"
        "      <code id=\"c1\" name=\"Safe place\" participants=\"2\" excerpts=\"3\">\n"
        "        <definition>held</definition>\n"
        "      </code>\n"
        "    </theme>\n"
        "  </theme>\n"
        "  <code id=\"c3\" name=\"In none\" participants=\"0\" excerpts=\"0\" />\n"
        "</themeTree>\n");
}

TEST_CASE("Every tree is valid, the empty one too") {
  CHECK(is_valid(xml(ThemeTree{})));
  CHECK(is_valid(xml(sample())));
  ThemeTree tree = sample();
  tree.themes[0].codes[0].quotations = {excerpt("I \"breathe\" & <wait>\n"), excerpt(" ")};
  tree.themes[0].codes[0].quotations[1].participant.clear();
  CHECK(is_valid(xml(tree)));
}

#ifdef THEMATA_XMLLINT
TEST_CASE("The schema refuses what is no theme tree") {
  const std::string good = xml(sample());
  REQUIRE(is_valid(good));
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string document = good;
    const std::size_t at = document.find(from);
    REQUIRE(at != std::string::npos);
    return document.replace(at, from.size(), to);
  };
  CHECK_FALSE(is_valid(with("urn:themata:theme-tree:1", "urn:themata:theme-tree:2")));
  CHECK_FALSE(is_valid(with("participants=\"2\" ", "")));
  CHECK_FALSE(is_valid(with("name=\"Safety\"", "name=\"\"")));
  CHECK_FALSE(is_valid(with("excerpts=\"4\"", "excerpts=\"-4\"")));
  CHECK_FALSE(is_valid(with("<definition>Being &lt;held&gt;</definition>",
                            "<code id=\"a\" name=\"b\" participants=\"0\" excerpts=\"0\"/>"
                            "<definition/>")));
}
#endif

TEST_CASE("Excerpts keep every space and line end, and say where they are") {
  ThemeTree tree = sample();
  const std::string text = "  two\n\n lines\tand ]]> a \r return  ";
  tree.themes[0].codes[0].quotations = {excerpt(text)};
  const std::string document = xml(tree);
  CHECK_THAT(document, Catch::Contains(
                           "      <excerpt source=\"joanne\" participant=\"Joanne\" start=\"5\" "
                           "end=\"17\">  two\n\n lines\tand ]]&gt; a &#13; return  </excerpt>\n"));
  CHECK(read_back(document, "//excerpt") == text);
  CHECK(is_valid(document));
}

TEST_CASE("Names keep quotes and characters of every plane") {
  ThemeTree tree = sample();
  tree.themes[0].name = "\"It's\" 日本 שלום 😀 <&> / =1";
  const std::string document = xml(tree);
  pugi::xml_document parsed;
  REQUIRE(parsed.load_string(document.c_str()));
  CHECK(parsed.select_node("//theme").node().attribute("name").as_string() == tree.themes[0].name);
  CHECK(is_valid(document));
}

TEST_CASE("Characters that XML forbids are replaced and counted, all others are kept") {
  ThemeTree tree = sample();
  tree.title =
      "a\x01"
      "b";
  tree.themes[0].definition = "\x1F\x0B tab\t";
  tree.themes[0].codes[0].quotations = {excerpt("x\uFFFEy\uFFFFz\uFFFD\uFEFFé\x7F\U0001F600")};
  const std::string document = xml(tree, 5);
  CHECK_THAT(document, Catch::Contains("title=\"a\uFFFDb\""));
  CHECK(read_back(document, "//definition") == "\uFFFD\uFFFD tab\t");
  CHECK(read_back(document, "//excerpt") == "x\uFFFDy\uFFFDz\uFFFD\uFEFFé\x7F\U0001F600");
  CHECK(is_valid(document));
}

TEST_CASE("A tree of great depth is written") {
  ThemeTree tree;
  tree.themes = {{"t", "1", "Top", "", 0, 0, {}, {}}};
  ThemeTree::Theme* theme = &tree.themes[0];
  for (int i = 0; i < 200; ++i) {
    theme->subthemes = {{"t", "1", "Below", "", 0, 0, {}, {}}};
    theme = &theme->subthemes[0];
  }
  CHECK(is_valid(xml(tree)));
}

TEST_CASE("a theme tree is read back: themes, codes and what is said of them", "[theme_tree_xml]") {
  ThemeTree tree = sample();
  tree.themes[0].idea = "one";
  tree.themes[0].includes = "in";
  tree.themes[0].codes[0].excludes = "out\nof it";
  tree.themes[0].codes[0].example = "<e>";
  tree.themes[0].codes[0].color = "#AABBCC";
  tree.themes[0].subthemes[0].codes.push_back(tree.themes[0].codes[0]);  // in two themes
  const auto codebook = themata::exchange::read_theme_tree_xml("tree.xml", xml(tree));
  REQUIRE(codebook.themes.size() == 2);
  CHECK(codebook.themes[0].label.guid == "t1");
  CHECK(codebook.themes[0].label.definition == "Being <held>");
  CHECK(codebook.themes[0].label.idea == "one");
  CHECK(codebook.themes[0].label.includes == "in");
  CHECK(codebook.themes[1].parent == 0U);
  REQUIRE(codebook.codes.size() == 3);
  CHECK(codebook.codes[0].name == "Humour");
  CHECK(codebook.codes[0].excludes == "out\nof it");
  CHECK(codebook.codes[0].example == "<e>");
  CHECK(codebook.codes[0].color == "#AABBCC");
  CHECK(codebook.codes[1].definition == "held");
  CHECK(codebook.themes[1].codes == std::vector<std::size_t>{1, 0});
  CHECK(codebook.codes[2].name == "In none");
}

TEST_CASE("what is no theme tree is refused", "[theme_tree_xml]") {
  using themata::exchange::read_theme_tree_xml;
  const std::string head = "<themeTree xmlns=\"urn:themata:theme-tree:1\" title=\"t\">";
  CHECK_THROWS_WITH(read_theme_tree_xml("f.xml", "<html/>"),
                    Catch::Contains("f.xml: is no theme tree"));
  CHECK_THROWS_WITH(read_theme_tree_xml("f.xml", head),
                    Catch::Contains("f.xml:1: is not well-formed"));
  CHECK_THROWS_WITH(
      read_theme_tree_xml("f.xml", head + "<theme id=\"a\" name=\"A\"/><theme id=\"a\" "
                                          "name=\"B\"/></themeTree>"),
      Catch::Contains("two themes have the id a"));
  CHECK_THROWS_WITH(read_theme_tree_xml("f.xml", head + "<code id=\"a\" name=\"A\"/><code id=\"a\" "
                                                        "name=\"B\"/></themeTree>"),
                    Catch::Contains("have one id (a)"));
  CHECK_THROWS_WITH(read_theme_tree_xml("f.xml", head + "<code id=\"a\" name=\" \"/></themeTree>"),
                    Catch::Contains("is blank"));
  std::string deep = head;
  for (int i = 0; i < 101; ++i) deep += "<theme name=\"t\">";
  for (int i = 0; i < 101; ++i) deep += "</theme>";
  CHECK_THROWS_WITH(read_theme_tree_xml("f.xml", deep + "</themeTree>"),
                    Catch::Contains("more than 100 levels"));
}
