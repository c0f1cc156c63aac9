#include "themata/report/table_note.hpp"

#include <sstream>

#include <catch2/catch.hpp>

using namespace themata::report;

namespace {

std::string written(const std::vector<std::string>& sentences, TableFormat format,
                    std::size_t width = 0) {
  std::ostringstream out;
  write_table_note(sentences, format, width, out);
  return out.str();
}

const std::vector<std::string> note = {"Counted: Calm: calm 3, calmer 1.", "Themata 1."};

}  // namespace

TEST_CASE("a note stands below a text table, each sentence on a line") {
  CHECK(written(note, TableFormat::text) ==
        "Note. Counted: Calm: calm 3, calmer 1.\n  Themata 1.\n");
  CHECK(written({}, TableFormat::text).empty());
}

TEST_CASE("a note is wrapped to the terminal") {
  CHECK(written(note, TableFormat::text, 24) ==
        "Note. Counted: Calm:\n  calm 3, calmer 1.\n  Themata 1.\n");
}

TEST_CASE("a note in Markdown is a paragraph, its words as they are") {
  CHECK(written({"Safe: *safe* 1.", "Themata 1."}, TableFormat::md) ==
        "*Note.* Safe: \\*safe\\* 1. Themata 1.\n");
}

TEST_CASE("only formats for people carry a note") {
  CHECK(carries_note(TableFormat::text));
  CHECK(carries_note(TableFormat::md));
  CHECK_FALSE(carries_note(TableFormat::csv));
  CHECK_FALSE(carries_note(TableFormat::tsv));
  CHECK_FALSE(carries_note(TableFormat::json));
}
