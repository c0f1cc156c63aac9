#include "themata/text/delimited.hpp"

#include <catch2/catch.hpp>

#include "themata/error.hpp"

using namespace themata::text;
using Cells = std::vector<std::string>;

namespace {

struct Read {
  std::vector<Cells> rows;
  std::vector<std::size_t> lines;
};

Read read(std::string_view text, Quotes quotes = Quotes::enclose, const std::string& name = "f") {
  DelimitedReader reader(name, text, delimiter_of(text), quotes);
  Read result;
  DelimitedRow row;
  while (reader.next(row)) {
    result.rows.push_back(row.cells);
    result.lines.push_back(row.line);
  }
  return result;
}

}  // namespace

TEST_CASE("The delimiter is the one that the first line has most of, quotes aside") {
  CHECK(delimiter_of("a,b,c") == ',');
  CHECK(delimiter_of("a;b;c\n1,2,3,4") == ';');
  CHECK(delimiter_of("\n \na\tb") == '\t');
  CHECK(delimiter_of("\"What, of all, helped?\";b") == ';');
  CHECK(delimiter_of("a") == ',');
  CHECK(delimiter_of("") == ',');
}

TEST_CASE("Records are cut at delimiters and line ends, and know their lines") {
  const Read found = read("a;b\n\n1;\"x\n\n\"\"y\"\"; z\"\n  \n3;4");
  CHECK(found.rows == std::vector<Cells>{{"a", "b"}, {"1", "x\n\n\"y\"; z"}, {"3", "4"}});
  CHECK(found.lines == std::vector<std::size_t>{1, 3, 7});
}

TEST_CASE("Quotes may be characters like others") {
  CHECK(read("a\tb\n\"Well\" he said\t\"x\n", Quotes::literal).rows ==
        std::vector<Cells>{{"a", "b"}, {"\"Well\" he said", "\"x"}});
}

TEST_CASE("A lone quote is an error that names its line, and the file if it has a name") {
  CHECK_THROWS_WITH(
      read("a,b\n1,\"x\n2,y\n"),
      Catch::StartsWith("f:2: the quote that opens here is never closed; end the cell"));
  CHECK_THROWS_WITH(read("a\n1\n\"x\" y\n", Quotes::enclose, ""),
                    "line 3: there is text after a closing quote; write a \" inside a cell twice");
}

TEST_CASE("The delimiter has a name for messages") {
  const std::string name;
  CHECK(DelimitedReader(name, "", '\t').delimiter() == "tab");
  CHECK(DelimitedReader(name, "", ';').delimiter() == ";");
}
