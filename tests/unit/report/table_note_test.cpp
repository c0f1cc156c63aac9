#include "themata/report/table_note.hpp"

#include <sstream>

#include <catch2/catch.hpp>

using namespace themata::report;

namespace {

std::string as_text(const TableFoot& foot, std::size_t width = 0) {
  std::ostringstream out;
  write_text_foot(foot, width, out);
  return out.str();
}

std::string as_markdown(const TableFoot& foot) {
  std::ostringstream out;
  write_markdown_foot(foot, out);
  return out.str();
}

const std::vector<std::string> note = {"Counted: Calm: calm 3, calmer 1.", "Themata 1."};

}  // namespace

TEST_CASE("a note stands below a text table, each sentence on a line") {
  CHECK(as_text({note, {}}) == "Note. Counted: Calm: calm 3, calmer 1.\n  Themata 1.\n");
  CHECK(as_text({}).empty());
}

TEST_CASE("a note is wrapped to the terminal") {
  CHECK(as_text({note, {}}, 24) == "Note. Counted: Calm:\n  calm 3, calmer 1.\n  Themata 1.\n");
}

TEST_CASE("footnotes stand below the note, begun by their letters") {
  const TableFoot foot{{"One."}, {{'a', "Not a sum."}, {'b', "Of those who spoke."}}};
  CHECK(as_text(foot) == "Note. One.\nᵃ Not a sum.\nᵇ Of those who spoke.\n");
  CHECK(as_markdown(foot) == "*Note.* One.\n\nᵃ Not a sum.\n\nᵇ Of those who spoke.\n");
}

TEST_CASE("a note in Markdown is a paragraph, its words as they are") {
  CHECK(as_markdown({{"Safe: *safe* 1.", "Themata 1."}, {}}) ==
        "*Note.* Safe: \\*safe\\* 1. Themata 1.\n");
}

TEST_CASE("a title stands above a text table, wrapped, with an empty line below") {
  std::ostringstream out;
  write_table_title("Words used for safeness", 12, out);
  write_table_title("", 12, out);
  CHECK(out.str() == "Words used\nfor safeness\n\n");
}
