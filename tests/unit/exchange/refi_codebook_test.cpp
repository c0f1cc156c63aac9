#include "themata/exchange/refi_codebook.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/exchange/color.hpp"
#include "unit/exchange/refi_files.hpp"

namespace themata::exchange::test {

using Catch::Matchers::Contains;

namespace {

model::PortableStudy sample() {
  model::PortableStudy study;
  study.origin = "Themata";
  study.codebook.codes = {{guid(1), "Safe?>", "held", {}, "in", "out", "e.g.", {}, "#AABBCC", {}},
                          {guid(2), "Cold", {}, {}, {}, {}, {}, {}, {}, {}},
                          {guid(3), "Loose", {}, {}, {}, {}, {}, "2026-01-02T03:04:05Z", {}, {}}};
  study.codebook.themes = {
      {{guid(20), "Group", "together", "idea", {}, {}, {}, {}, {}, {}}, std::nullopt, {1, 0}},
      {{guid(21), "Body", {}, {}, {}, {}, {}, {}, {}, {}}, 0, {1}},
      {{guid(22), "Empty", {}, {}, {}, {}, {}, {}, {}, {}}, std::nullopt, {}}};
  return study;
}

std::string written(const model::PortableStudy& study) {
  std::ostringstream out;
  write_refi_codebook(study, out);
  return out.str();
}

std::string codebook(const std::string& name_space, const std::string& content) {
  return "<CodeBook xmlns=\"" + name_space + "\"><Codes>" + content + "</Codes></CodeBook>";
}

std::string code(int number, const std::string& attributes, const std::string& inside = "") {
  return "<Code guid=\"" + guid(number) + "\" name=\"C" + std::to_string(number) + "\" " +
         attributes + ">" + inside + "</Code>";
}

}  // namespace

TEST_CASE("a codebook is valid by the official schema", "[refi]") {
#ifdef THEMATA_XMLLINT
  const std::string xsd = std::string(THEMATA_SHARED_DIR) + "/refi/Codebook.xsd";
  if (!std::filesystem::exists(xsd)) return;
  const Folder folder;
  std::ofstream(folder / "it.qdc") << written(sample());
  const std::string command = std::string(THEMATA_XMLLINT) + " --noout --schema '" + xsd + "' '" +
                              (folder / "it.qdc").string() + "' 2>/dev/null";
  CHECK(std::system(command.c_str()) == 0);
#endif
}

TEST_CASE("a codebook is read back whole", "[refi]") {
  const model::PortableStudy before = sample();
  const RefiCodebook read = read_refi_codebook("it.qdc", written(before));
  CHECK(read.remarks.empty());
  REQUIRE(read.codebook.codes.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& ours = before.codebook.codes[i];
    const auto& theirs = read.codebook.codes[i];
    CHECK(theirs.guid == ours.guid);
    CHECK(theirs.name == ours.name);
    CHECK(theirs.definition == ours.definition);
    CHECK(theirs.excludes == ours.excludes);
    CHECK(theirs.color == ours.color);
    CHECK(theirs.retired == ours.retired);
  }
  REQUIRE(read.codebook.themes.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(read.codebook.themes[i].label.name == before.codebook.themes[i].label.name);
    CHECK(read.codebook.themes[i].label.idea == before.codebook.themes[i].label.idea);
    CHECK(read.codebook.themes[i].parent == before.codebook.themes[i].parent);
    CHECK(read.codebook.themes[i].codes == before.codebook.themes[i].codes);
  }
}

TEST_CASE("a study without a code has no codebook to write", "[refi]") {
  CHECK_THROWS_WITH(written({}), Contains("no code and no theme yet"));
}

TEST_CASE("codebooks of every name space in use are read", "[refi]") {
  for (const std::string name_space :
       {"urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:0:4", "urn:QDA-XML:codebook:1:0"}) {
    const auto read = read_refi_codebook(
        "it.qdc",
        codebook(name_space, code(1, "isCodable=\"true\"", code(2, "isCodable=\"true\"")) +
                                 code(3, "isCodable=\"false\"", code(4, ""))));
    REQUIRE(read.codebook.codes.size() == 3);
    CHECK(read.codebook.codes[0].name == "C1");  // a code with a code below it: a theme as well
    REQUIRE(read.codebook.themes.size() == 2);
    CHECK(read.codebook.themes[0].label.name == "C1");
    CHECK(read.codebook.themes[0].codes == std::vector<std::size_t>{0, 1});
    CHECK(read.codebook.themes[1].codes == std::vector<std::size_t>{2});
    CHECK(read.remarks.size() == 1);
  }
}

TEST_CASE("what is no codebook is refused", "[refi]") {
  CHECK_THROWS_WITH(read_refi_codebook("it.qdc", "<CodeBook/>"),
                    Contains("is no REFI-QDA codebook"));
  CHECK_THROWS_WITH(
      read_refi_codebook("it.qdc", codebook("urn:QDA-XML:codebook:1.0", code(1, "") + code(1, ""))),
      Contains("two codes have the GUID"));
  CHECK_THROWS_AS(read_refi_codebook("it.qdc", ""), InputError);
}

TEST_CASE("colours are read in every form that programs write", "[refi]") {
  for (const std::string same : {"#FFAA00", "#ffaa00", "#fa0", "FFAA00", "#FFFFAA00",
                                 "rgb(255,170,0)", "rgb( 255, 170, 0 )", "rgba(255,170,0,0.5)"}) {
    INFO(same);
    CHECK(read_color(same) == "#FFAA00");
  }
  CHECK(read_color("#AABBCCFF") == "#AABBCC");
  CHECK(read_color("#FFAA00FF") == "#AA00FF");  // as Windows writes it, where both could be
  CHECK(read_color("Red") == "#FF0000");
  for (const std::string none : {"", "#", "#12", "#12345", "#GGGGGG", "rgb(1,2)", "rgb(1,2,300)",
                                 "rgb(-1,2,3)", "mauvish", "rgb("}) {
    INFO(none);
    CHECK_FALSE(read_color(none).has_value());
  }
}

}  // namespace themata::exchange::test
