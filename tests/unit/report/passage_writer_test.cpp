#include <sstream>

#include <catch2/catch.hpp>

#include "themata/report/table.hpp"

using namespace themata::report;

namespace {

const std::vector<Column> columns{{"source", Column::Kind::text},
                                  {"start", Column::Kind::number},
                                  {"before", Column::Kind::leading_text},
                                  {"keyword", Column::Kind::keyword},
                                  {"after", Column::Kind::trailing_text}};

std::string written(const std::vector<std::vector<Cell>>& rows, std::size_t width = 0) {
  std::ostringstream out;
  const auto writer = make_table_writer(TableFormat::text, out,
                                        {.width = width, .highlight = width > 0, .passages = true});
  writer->begin(columns);
  for (const auto& row : rows) writer->row(row);
  writer->finish();
  return out.str();
}

const std::string heading = "source  start\n  before {keyword} after\n";

}  // namespace

TEST_CASE("Each row is a passage below a line for its other cells") {
  CHECK(written({{"Joanne", 1013, "takes your ", "breath", ", it does"},
                 {"Marek", 7, "", "Breathe", ""}}) == heading +
                                                          "\nJoanne  1013\n"
                                                          "  takes your {breath}, it does\n"
                                                          "\nMarek  7\n"
                                                          "  {Breathe}\n");
}

TEST_CASE("Without a row there is the heading") { CHECK(written({}) == heading); }

TEST_CASE("A passage is one line, however long it is, and no line ends in spaces") {
  const std::string longest(5000, 'x');
  CHECK(written({{"Joanne", 1, longest + "\n", "breath", "\ny  "}}) ==
        heading + "\nJoanne  1\n  " + longest + " {breath} y\n");
}

TEST_CASE("On a terminal passages are wrapped, the keyword in reverse video, also over two lines") {
  CHECK(written({{"Joanne", 1, "it takes all your ", "safe place", " away, and then it is gone"}},
                26) ==
        "source  start\n  before \033[7mkeyword\033[0m after\n"
        "\nJoanne  1\n"
        "  it takes all your \033[7msafe\n"
        "  place\033[0m away, and then it\n"
        "  is gone\n");
}

TEST_CASE("What a terminal would obey, and what could pass for a mark, is replaced in passages") {
  CHECK(written({{"a\033[2J", 1, "\x01", "breath", "\x02"}}) ==
        heading + "\na\uFFFD[2J  1\n  \uFFFD{breath}\uFFFD\n");
}

TEST_CASE("A column that may be empty is not named, and shown where it is filled") {
  std::ostringstream out;
  const auto writer = make_table_writer(TableFormat::text, out, {.passages = true});
  std::vector<Column> timed = columns;
  timed.push_back({"time", Column::Kind::text, true});
  writer->begin(timed);
  writer->row({"Joanne", 1, "a ", "breath", "", ""});
  writer->row({"Marek", 7, "a ", "breath", "", "00:12:31"});
  writer->finish();
  CHECK(out.str() == heading +
                         "\nJoanne  1\n  a {breath}\n"
                         "\nMarek  7  00:12:31\n  a {breath}\n");
}
