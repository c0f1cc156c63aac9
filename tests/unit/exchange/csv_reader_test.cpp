#include "themata/exchange/csv_reader.hpp"

#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/report/table.hpp"

using themata::InputError;
using themata::exchange::CsvFile;
using Cells = std::vector<std::string>;

namespace {

std::vector<Cells> cells_of(const CsvFile& file) {
  std::vector<Cells> rows;
  for (const auto& row : file.rows()) rows.push_back(row.cells);
  return rows;
}

CsvFile read(std::string_view bytes) { return {"f.csv", bytes}; }

}  // namespace

TEST_CASE("A plain file gives its header and its rows") {
  const CsvFile file = read("source,code\nann,Trust\nben,Calm\n");
  CHECK(file.name() == "f.csv");
  CHECK(file.header() == Cells{"source", "code"});
  CHECK(cells_of(file) == std::vector<Cells>{{"ann", "Trust"}, {"ben", "Calm"}});
  CHECK(file.rows()[1].number == 2);
  CHECK(file.rows()[1].line == 3);
}

TEST_CASE("A file may end without a line end, and have a header only") {
  CHECK(cells_of(read("a,b\n1,2")) == std::vector<Cells>{{"1", "2"}});
  CHECK(read("a,b").rows().empty());
  CHECK(read("a,b\n").rows().empty());
}

TEST_CASE(
    "Quoted cells hold delimiters, quotes and line breaks, and lines are counted through them") {
  const CsvFile file =
      read("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"one\ntwo\n\nthree\",z\nlast,row\n");
  CHECK(cells_of(file) ==
        std::vector<Cells>{{"x, y", "say \"hi\""}, {"one\ntwo\n\nthree", "z"}, {"last", "row"}});
  CHECK(file.rows()[1].line == 3);
  CHECK(file.rows()[2].line == 7);
}

TEST_CASE("Quotes at the edges of a quoted cell are told from its ends") {
  CHECK(cells_of(read("a\n\"\"\n\"\"\"\"\n\"\"\"x\"\"\"\n\"\"\"\"\"\"\n")) ==
        std::vector<Cells>{{""}, {"\""}, {"\"x\""}, {"\"\""}});
}

TEST_CASE("A quote in the middle of a plain cell is a character like others") {
  CHECK(cells_of(read("a,b\n6\" pipe,5'\n")) == std::vector<Cells>{{"6\" pipe", "5'"}});
}

TEST_CASE("Spaces around a quoted cell are passed over, those of a plain cell are kept") {
  CHECK(cells_of(read("a,b,c\n1, \"x, y\" , z \n")) == std::vector<Cells>{{"1", "x, y", " z "}});
}

TEST_CASE("CRLF and CR end lines as LF does, also inside cells") {
  const std::vector<Cells> rows{{"1", "x\ny"}, {"2", ""}};
  CHECK(cells_of(read("a,b\r\n1,\"x\r\ny\"\r\n2,\r\n")) == rows);
  CHECK(cells_of(read("a,b\r1,\"x\ry\"\r2,\r")) == rows);
}

TEST_CASE("A byte order mark is no part of the first column's name") {
  CHECK(read("\xEF\xBB\xBF"
             "file,kind\n")
            .header() == Cells{"file", "kind"});
  const std::string utf16(
      "\xFF\xFE"
      "a\0,\0b\0\n\0\xE9\0,\0x\0",
      16);
  const CsvFile file = read(utf16);
  CHECK(file.header() == Cells{"a", "b"});
  CHECK(cells_of(file) == std::vector<Cells>{{"é", "x"}});
}

TEST_CASE("Windows-1252, as spreadsheets on Windows save it, is decoded") {
  const CsvFile file = read(
      "name,note\nRen\xE9"
      "e,she said it\x92s a caf\xE9 near the sea\n");
  CHECK(cells_of(file) == std::vector<Cells>{{"Renée", "she said it’s a café near the sea"}});
}

TEST_CASE("The delimiter is the one of which the header has most outside of quotes") {
  CHECK(read("a;b;c\n1;2,5;3\n").header() == Cells{"a", "b", "c"});
  CHECK(cells_of(read("a;b\n1,5;2\n")) == std::vector<Cells>{{"1,5", "2"}});
  CHECK(cells_of(read("a\tb\n1, 2\t3;4\n")) == std::vector<Cells>{{"1, 2", "3;4"}});
  CHECK(read("a,b;c\n").header() == Cells{"a", "b;c"});
  CHECK(read("\"a;b;c\",d\n").header() == Cells{"a;b;c", "d"});
  CHECK(read("\n\na;b\n").header() == Cells{"a", "b"});
  CHECK(read("only\n").header() == Cells{"only"});
}

TEST_CASE("Blank lines are passed over; lines are counted all the same") {
  const CsvFile file = read("\n  \na,b\n\n1,2\n \t \n3,4\n\n\n");
  CHECK(cells_of(file) == std::vector<Cells>{{"1", "2"}, {"3", "4"}});
  CHECK(file.header_line() == 3);
  CHECK(file.rows()[0].line == 5);
  CHECK(file.rows()[1].line == 7);
  CHECK(file.rows()[1].number == 2);
}

TEST_CASE("In a file with tabs, a line of tabs is a row of empty cells") {
  CHECK(cells_of(read("a\tb\n\t\n")) == std::vector<Cells>{{"", ""}});
}

TEST_CASE("Cells missing at the end of a row are empty") {
  CHECK(cells_of(read("a,b,c\n1\n1,2\n")) == std::vector<Cells>{{"1", "", ""}, {"1", "2", ""}});
}

TEST_CASE("Columns are found whatever their case, kind of quotes or spaces") {
  const CsvFile file = read("Source , CODE,Ben’s note\n");
  CHECK(file.column("source") == 0U);
  CHECK(file.column("code") == 1U);
  CHECK(file.column("ben's  note") == 2U);
  CHECK_FALSE(file.column("memo"));
  CHECK(file.required_column("Code") == 1);
}

TEST_CASE("What is wrong with a CSV file is said with its place") {
  CHECK_THROWS_WITH(
      read("a,b\n1,\"two\nthree\n"),
      "f.csv:2: the quote that opens here is never closed; end the cell with a second "
      "\", and write a \" inside it twice");
  CHECK_THROWS_WITH(read("a,b\n\"x\ny\"z,2\n"),
                    "f.csv:3: there is text after a closing quote; write a \" inside a cell twice");
  CHECK_THROWS_WITH(
      read("a,b\n1,2\n1,2,3\n"),
      "f.csv:3: the row has 3 cells but the header names 2 columns; a cell that holds "
      "a , must stand in quotes");
  CHECK_THROWS_WITH(
      read("a\tb\n1\t2\t3\n"),
      "f.csv:2: the row has 3 cells but the header names 2 columns; a cell that holds "
      "a tab must stand in quotes");
  CHECK_THROWS_WITH(read("\na, ,c\n"),
                    "f.csv:2: column 2 has no name; name it in the header or remove it");
  CHECK_THROWS_WITH(read("age,name,Age\n"),
                    "f.csv:1: columns 1 and 3 are both named \"Age\"; rename one of them");
  CHECK_THROWS_WITH(read("source,text\n").required_column("code"),
                    "f.csv:1: there is no column \"code\"; the columns are source, text");
  const std::string empty = "f.csv: the file is empty; its first line must name the columns";
  CHECK_THROWS_WITH(read(""), empty);
  CHECK_THROWS_WITH(read("\xEF\xBB\xBF\r\n \r\n"), empty);
}

TEST_CASE("Errors know their file and line, and bytes that are no text are refused by name") {
  try {
    read("a\n\"x");
    FAIL("an open quote was accepted");
  } catch (const InputError& error) {
    CHECK(error.file() == "f.csv");
    CHECK(error.line() == 2U);
  }
  CHECK_THROWS_WITH(read("a,b\n1,\x01\n"), Catch::StartsWith("f.csv: "));
}

TEST_CASE("What the table writer writes, the reader reads, whatever the cells hold") {
  const Cells pieces{"a",  "B c", ",", ";", "\t",   "\"", "\n", " ",  "é",
                     "日", "=1",  "'", "|", "\"\"", "",   "-",  "ــ", "\n\n"};
  std::mt19937 random(20240607);
  const auto below = [&](std::size_t n) { return random() % n; };
  const auto some_text = [&] {
    std::string text;
    for (std::size_t n = below(5); n > 0; --n) text += pieces[below(pieces.size())];
    return text;
  };
  for (int round = 0; round < 2000; ++round) {
    const std::size_t width = 1 + below(4);
    std::vector<themata::report::Column> columns;
    for (std::size_t i = 0; i < width; ++i) {
      columns.push_back({'c' + std::to_string(i) + some_text() + '.', {}});
    }
    std::vector<Cells> rows(below(4));
    for (Cells& row : rows) {
      for (std::size_t i = 0; i < width; ++i) row.push_back(some_text());
    }
    using themata::report::TableFormat;
    const auto format = round % 2 == 0 ? TableFormat::csv : TableFormat::tsv;
    std::ostringstream out;
    const auto writer = themata::report::make_table_writer(format, out);
    writer->begin(columns);
    for (const Cells& row : rows) writer->row({row.begin(), row.end()});
    writer->finish();
    INFO(out.str());
    const CsvFile file = read(out.str());
    REQUIRE(cells_of(file) == rows);
    for (std::size_t i = 0; i < width; ++i) REQUIRE(file.header()[i] == columns[i].name);
  }
}
