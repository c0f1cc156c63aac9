#include "themata/ingest/comment_codes.hpp"

#include <catch2/catch.hpp>

using namespace themata::ingest;
using Codes = std::vector<std::string>;

TEST_CASE("a comment is a code's name", "[comments]") {
  CHECK(read_comment("Breathing").codes == Codes{"Breathing"});
  CHECK(read_comment("  Caring for the group \n").codes == Codes{"Caring for the group"});
  CHECK(read_comment("Breathing").remark.empty());
  CHECK(read_comment("").codes.empty());
  CHECK(read_comment(" ; ;\n").codes.empty());
}

TEST_CASE("several codes are parted by semicolons or lines", "[comments]") {
  CHECK(read_comment("Breathing; Water;cake").codes == Codes{"Breathing", "Water", "cake"});
  CHECK(read_comment("Breathing\nWater").codes == Codes{"Breathing", "Water"});
  CHECK(read_comment("Water; WATER").codes == Codes{"Water"});
  CHECK(read_comment("Code: Water; codes: Cake").codes == Codes{"Water", "Cake"});
  CHECK(read_comment("Home: a place").codes == Codes{"Home: a place"});
}

TEST_CASE("what reads like a remark is none", "[comments]") {
  const CommentReading question = read_comment("Is this about her mother?");
  CHECK(question.codes.empty());
  CHECK(question.remark == "Is this about her mother?");
  CHECK(read_comment("She says it as if she had never been asked before by anybody").codes.empty());
  CHECK(read_comment("Note: compare Marek").codes.empty());
  CHECK(read_comment("TODO: ask Ben").remark == "TODO: ask Ben");
  CHECK(read_comment(std::string(100, 'x')).codes.empty());
}

TEST_CASE("a comment may hold codes and a remark", "[comments]") {
  const CommentReading both = read_comment("Water; compare with Marek's cake!; Breathing\nReally?");
  CHECK(both.codes == Codes{"Water", "Breathing"});
  CHECK(both.remark == "compare with Marek's cake!; Really?");
}
