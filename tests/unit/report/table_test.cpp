#include "themata/report/table.hpp"

#include <cmath>
#include <limits>
#include <random>
#include <sstream>

#include <catch2/catch.hpp>
#include <rapidjson/document.h>

using namespace themata::report;

namespace {

using Rows = std::vector<std::vector<Cell>>;

std::string written(TableFormat format, const std::vector<Column>& columns, const Rows& rows) {
  std::ostringstream out;
  const auto writer = make_table_writer(format, out);
  writer->begin(columns);
  for (const auto& row : rows) writer->row(row);
  writer->finish();
  writer->close();
  return out.str();
}

const std::vector<Column> term_columns{{"term", Column::Kind::text},
                                       {"frequency", Column::Kind::number}};

std::vector<Cell> term(std::string text, std::int64_t frequency) {
  return {std::move(text), frequency};
}

}  // namespace

TEST_CASE("Formats are known by their words and by the extensions of files") {
  CHECK(parse_table_format("text") == TableFormat::text);
  CHECK(parse_table_format("csv") == TableFormat::csv);
  CHECK(parse_table_format("tsv") == TableFormat::tsv);
  CHECK(parse_table_format("json") == TableFormat::json);
  CHECK(parse_table_format("md") == TableFormat::md);
  CHECK_FALSE(parse_table_format("txt"));
  CHECK_FALSE(parse_table_format("CSV"));
  CHECK_FALSE(parse_table_format(""));
  CHECK(table_format_of("out.txt") == TableFormat::text);
  CHECK(table_format_of("a.b/c d.CSV") == TableFormat::csv);
  CHECK(table_format_of("x.y.tsv") == TableFormat::tsv);
  CHECK(table_format_of("x.json") == TableFormat::json);
  CHECK(table_format_of(".md") == TableFormat::md);
  CHECK_FALSE(table_format_of("csv"));
  CHECK_FALSE(table_format_of("folder.csv/table"));
  CHECK_FALSE(table_format_of("x."));
}

TEST_CASE("CSV has its header first, line feeds, and quotes only where they are needed") {
  CHECK(written(TableFormat::csv, term_columns,
                {term("calm", 3), term("it's, well", 0), term("say \"hi\"", -1),
                 term("two\nlines", std::numeric_limits<std::int64_t>::max()), term("=1+1", 1),
                 term(" a\tb; ", 1), term("", 2), term("cr\rhere", 1)}) ==
        "term,frequency\n"
        "calm,3\n"
        "\"it's, well\",0\n"
        "\"say \"\"hi\"\"\",-1\n"
        "\"two\nlines\",9223372036854775807\n"
        "=1+1,1\n"
        " a\tb; ,1\n"
        ",2\n"
        "\"cr\rhere\",1\n");
}

TEST_CASE("TSV quotes cells with tabs, quotes or line breaks, not those with commas") {
  CHECK(written(TableFormat::tsv, term_columns,
                {term("a, b", 1), term("a\tb", 2), term("\"", 3), term("x\ny", 4)}) ==
        "term\tfrequency\na, b\t1\n\"a\tb\"\t2\n\"\"\"\"\t3\n\"x\ny\"\t4\n");
}

TEST_CASE("A delimited table of one column has no blank lines, and no doubtful delimiter") {
  const std::vector<Column> one{{"a;b", Column::Kind::text}};
  CHECK(written(TableFormat::csv, one, {{""}, {" "}, {"x"}, {"y;z"}}) ==
        "\"a;b\"\n\"\"\n\" \"\nx\n\"y;z\"\n");
  CHECK(written(TableFormat::tsv, one, {{"x,y"}}) == "\"a;b\"\n\"x,y\"\n");
}

TEST_CASE("A name that begins as a byte order mark does is quoted, or it would be taken for one") {
  CHECK(written(TableFormat::csv, {{"\uFEFFa", Column::Kind::text}, {"b", Column::Kind::text}},
                {}) == "\"\uFEFFa\",b\n");
}

TEST_CASE("A table without rows still has its header") {
  CHECK(written(TableFormat::csv, term_columns, {}) == "term,frequency\n");
  CHECK(written(TableFormat::json, term_columns, {}) == "[]\n");
  CHECK(written(TableFormat::md, term_columns, {}) == "| term | frequency |\n| --- | ---: |\n");
}

TEST_CASE("Text leaves out a column that is to be there only if it says something") {
  const std::vector<Column> columns{{"term", Column::Kind::text},
                                    {"time", Column::Kind::text, true},
                                    {"n", Column::Kind::number}};
  const Rows empty{{"a", "", std::int64_t{1}}, {"b", "", std::int64_t{2}}};
  const Rows filled{{"a", "", std::int64_t{1}}, {"b", "00:01", std::int64_t{2}}};
  CHECK(written(TableFormat::text, columns, empty).starts_with("term  n\n"));
  CHECK(written(TableFormat::text, columns, filled).starts_with("term  time   n\n"));
  CHECK(written(TableFormat::csv, columns, empty) == "term,time,n\na,,1\nb,,2\n");
}

TEST_CASE("JSON is an array with an object a line, numbers as numbers") {
  CHECK(written(TableFormat::json, term_columns,
                {term("calm", 3), term("a \"b\"\n\t\\/\x01", -9007199254740993),
                 term("日本 é שלום", 0)}) ==
        "[\n"
        "{\"term\":\"calm\",\"frequency\":3},\n"
        "{\"term\":\"a \\\"b\\\"\\n\\t\\\\/\\u0001\",\"frequency\":-9007199254740993},\n"
        "{\"term\":\"日本 é שלום\",\"frequency\":0}\n"
        "]\n");
}

TEST_CASE("What is written as JSON is read back, whatever the cells hold") {
  std::mt19937 random(11);
  Rows rows(300);
  for (auto& row : rows) {
    std::string text;
    for (std::size_t n = random() % 8; n > 0; --n) {
      const std::vector<std::string> pieces{
          "\"",     "\\", "\n", "\x1F", "é", "日", "\U0001F600", "a", std::string(1, '\0'),
          "\u2028", "/"};
      text += pieces[random() % pieces.size()];
    }
    row = term(text, static_cast<std::int64_t>(random()) - 1000);
  }
  rapidjson::Document document;
  document.Parse(written(TableFormat::json, term_columns, rows).c_str());
  REQUIRE_FALSE(document.HasParseError());
  REQUIRE(document.Size() == rows.size());
  for (rapidjson::SizeType i = 0; i < document.Size(); ++i) {
    const auto& text = document[i]["term"];
    REQUIRE(std::string(text.GetString(), text.GetStringLength()) ==
            std::get<std::string>(rows[i][0]));
    REQUIRE(document[i]["frequency"].GetInt64() == std::get<std::int64_t>(rows[i][1]));
  }
}

TEST_CASE("Markdown is a pipe table whose cells stay in their places") {
  CHECK(written(TableFormat::md, {{"a|b", Column::Kind::text}, {"n", Column::Kind::number}},
                {term("x | y", 1), term("one\ntwo\n", 20), term("breath*", 3), term("", 0)}) ==
        "| a\\|b | n |\n"
        "| --- | ---: |\n"
        "| x \\| y | 1 |\n"
        "| one<br>two<br> | 20 |\n"
        "| breath\\* | 3 |\n"
        "|  | 0 |\n");
}

TEST_CASE("Every format but text is written as the rows come") {
  for (const TableFormat format :
       {TableFormat::csv, TableFormat::tsv, TableFormat::json, TableFormat::md}) {
    std::ostringstream out;
    const auto writer = make_table_writer(format, out);
    writer->begin(term_columns);
    writer->row(term("calm", 3));
    CHECK_THAT(out.str(), Catch::Contains("calm"));
  }
}

TEST_CASE("Decimals have a fixed number of digits, and say so where they are undefined") {
  CHECK(to_string(Decimal{0.18, 2}) == "0.18");
  CHECK(to_string(Decimal{0.125, 2}) == "0.12");  // of two as near, the even one
  CHECK(to_string(Decimal{1e15, 1}) == "1000000000000000.0");
  CHECK(to_string(Decimal{-2.5, 0}) == "-2");
  CHECK(to_string(Decimal{-0.001, 2}) == "0.00");
  CHECK(to_string(Decimal{-0.0, 0}) == "0");
  for (const double odd : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
    CHECK(to_string(Decimal{odd, 2}) == "undefined");
  }
  CHECK(to_string(Decimal{}) == "undefined");
  CHECK(to_string(Cell{"two\nlines"}) == "two\nlines");
  CHECK(to_string(Cell{std::int64_t{-7}}) == "-7");
}

TEST_CASE("A decimal is a number in every format, an undefined one the word, in JSON null") {
  const std::vector<Column> columns{{"term", Column::Kind::text}, {"rate", Column::Kind::number}};
  const Rows rows{{"calm", Decimal{12.5, 2}}, {"undefined", Decimal{}}};
  CHECK(written(TableFormat::csv, columns, rows) == "term,rate\ncalm,12.50\nundefined,undefined\n");
  CHECK(written(TableFormat::tsv, columns, rows) ==
        "term\trate\ncalm\t12.50\nundefined\tundefined\n");
  CHECK(written(TableFormat::json, columns, rows) ==
        "[\n{\"term\":\"calm\",\"rate\":12.50},\n{\"term\":\"undefined\",\"rate\":null}\n]\n");
  CHECK(written(TableFormat::md, columns, rows) ==
        "| term | rate |\n| --- | ---: |\n| calm | 12.50 |\n| undefined | undefined |\n");
  CHECK(written(TableFormat::text, columns, rows) ==
        "term            rate\n─────────  ─────────\ncalm           12.50\n"
        "undefined  undefined\n");
}
