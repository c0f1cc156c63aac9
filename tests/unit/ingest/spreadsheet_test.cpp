#include "themata/ingest/spreadsheet.hpp"

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "unit/ingest/workbooks.hpp"

using namespace themata::ingest;
using namespace themata::ingest::test;
using Catch::Contains;
using themata::InputError;
using Cells = std::vector<std::string>;
using Rows = std::vector<Cells>;

namespace {

Rows cells_of(const Sheet& sheet) {
  Rows rows;
  for (const SheetRow& row : sheet.rows) rows.push_back(row.cells);
  return rows;
}

Rows csv(std::string_view bytes) { return cells_of(read_rows(bytes, FileFormat::csv)); }
Rows tsv(std::string_view bytes) { return cells_of(read_rows(bytes, FileFormat::tsv)); }
Rows xlsx(const std::string& bytes) { return cells_of(read_rows(bytes, FileFormat::xlsx)); }

std::string sample(const std::string& path) {
  std::ifstream file(std::string{THEMATA_SOURCE_DIR} + "/" + path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string notices_of(const Sheet& sheet) {
  std::string all;
  for (const Diagnostic& notice : sheet.notices) all += notice.message + "\n";
  return all;
}

}  // namespace

TEST_CASE("Tables in text are read whatever their delimiter, line ends and quotes") {
  CHECK(csv("\xEF\xBB\xBFid;q\r\n1;\"a;\r\n\"\"b\"\"\"\r\n") ==
        Rows{{"id", "q"}, {"1", "a;\n\"b\""}});
  CHECK(csv("id\tq\n1\ta,b\n") == Rows{{"id", "q"}, {"1", "a,b"}});
  CHECK(tsv("a,b\tc\n1\t2,3\n") == Rows{{"a,b", "c"}, {"1", "2,3"}});
  CHECK(csv("a,b\n1\n1,2,3\n") == Rows{{"a", "b"}, {"1"}, {"1", "2", "3"}});
  CHECK(read_rows("a\n\n\"b\nc\"\nd\n", FileFormat::csv).rows.at(2).number == 5);
}

TEST_CASE("A lone quote is an error with its line, but a character in what Whisper writes") {
  CHECK_THROWS_WITH(csv("a,b\n1,\"2\n"), Contains("line 2: the quote that opens here"));
  CHECK(tsv("start\tend\ttext\n0\t9\t\"Well\" he said\n1\t2\t\"\n") ==
        Rows{{"start", "end", "text"}, {"0", "9", "\"Well\" he said"}, {"1", "2", "\""}});
}

TEST_CASE("A table file of another kind, or without a byte, is refused") {
  CHECK_THROWS_WITH(csv(""), "the file is empty");
  CHECK_THROWS_WITH(csv(workbook_of_rows("")), Contains("a ZIP file"));
  CHECK_THROWS_WITH(read_rows("a", FileFormat::xlsx), Contains("no .xlsx file"));
  CHECK_THROWS_WITH(read_rows("a", FileFormat::csv, "Data"), Contains("has no sheets"));
  CHECK_THROWS_AS(xlsx(zipped({{"word/document.xml", "<a/>"}})), InputError);
}

TEST_CASE("Which formats are tables") {
  CHECK(is_table(FileFormat::xlsx));
  CHECK_FALSE(is_table(FileFormat::docx));
  CHECK(row_noun(FileFormat::xlsx) == "row");
  CHECK(row_noun(FileFormat::csv) == "line");
}

TEST_CASE("Cells of every kind are given as text") {
  WorkbookParts parts;
  parts.strings =
      "<si><t>plain</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">rich "
      "</t></r><r><t>text</t>"
      "</r><rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh></si>";
  parts.styles =
      "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/></cellXfs>";
  parts.rows =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
      "<c r=\"C1\" t=\"inlineStr\"><is><t>in &lt;line&gt; &amp; all</t></is></c>"
      "<c r=\"D1\"><v>3.0</v></c><c r=\"E1\" t=\"b\"><v>1</v></c><c r=\"F1\" "
      "t=\"e\"><v>#N/A</v></c>"
      "<c r=\"G1\" s=\"1\"><v>45415</v></c><c r=\"H1\" s=\"2\"><v>0.25</v></c>"
      "<c r=\"I1\" t=\"str\"><f>A1&amp;B1</f><v>made</v></c><c r=\"J1\"/></row>";
  CHECK(xlsx(workbook(parts)) == Rows{{"plain", "rich text", "in <line> & all", "3", "TRUE", "#N/A",
                                       "2024-05-03", "06:00:00", "made"}});
  parts.properties = "<workbookPr date1904=\"1\"/>";
  CHECK(xlsx(workbook(parts)).at(0).at(6) == "2028-05-04");
}

TEST_CASE("Rows and columns that are not there stay empty, whatever their number") {
  const Sheet sheet =
      read_rows(workbook_of_rows(
                    "<row r=\"3\"><c r=\"C3\"><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c>"
                    "</row><row r=\"1048576\"><c r=\"XFD1048576\"><v>4</v></c></row>"),
                FileFormat::xlsx);
  REQUIRE(sheet.rows.size() == 3);
  CHECK(sheet.name == "Data");
  CHECK(sheet.rows[0].number == 3);
  CHECK(sheet.rows[0].cells == Cells{"", "", "1"});
  CHECK(sheet.rows[1].number == 4);
  CHECK(sheet.rows[1].cells == Cells{"2", "3"});
  CHECK(sheet.rows[2].cells.size() == 16'384);
}

TEST_CASE("Cells merged over rows hold for each of them, and hidden rows are told") {
  WorkbookParts parts;
  parts.rows =
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
      "<row r=\"2\" hidden=\"1\"><c r=\"B2\"><v>3</v></c></row><row r=\"4\"><c "
      "r=\"B4\"><v>4</v></c></row>";
  parts.after_rows =
      "<mergeCells><mergeCell ref=\"A1:A1048576\"/><mergeCell ref=\"B4:C4\"/><mergeCell ref=\"?\"/>"
      "</mergeCells>";
  const Sheet sheet = read_rows(workbook(parts), FileFormat::xlsx);
  CHECK(cells_of(sheet) == Rows{{"1", "2"}, {"1", "3"}, {"1", "4"}});
  CHECK_THAT(notices_of(sheet), Contains("1 row is hidden in the workbook"));
  CHECK_THAT(notices_of(sheet), Contains("merged over several rows"));
  const Sheet once =
      read_rows(workbook(parts), FileFormat::xlsx, std::nullopt, MergedCells::in_first_row);
  CHECK(cells_of(once) == Rows{{"1", "2"}, {"", "3"}, {"", "4"}});
  CHECK(notices_of(once).find("merged") == std::string::npos);
}

TEST_CASE("The first sheet with content is read unless another is named") {
  WorkbookParts parts;
  parts.more_sheets = "<sheet name=\"More\" sheetId=\"2\" state=\"hidden\" r:id=\"rId4\"/>";
  const std::string bytes = workbook(parts);
  Sheet sheet = read_rows(bytes, FileFormat::xlsx);  // the first is empty
  CHECK(sheet.name == "More");
  CHECK_THAT(notices_of(sheet), Contains("\"More\" is hidden"));
  CHECK(read_rows(bytes, FileFormat::xlsx, "more").name == "More");
  CHECK_THROWS_WITH(read_rows(bytes, FileFormat::xlsx, "Mora"), Contains("did you mean \"More\""));
  CHECK_THROWS_WITH(xlsx(workbook_of_rows("")), "the workbook is empty");
  parts.rows = "<row><c><v>1</v></c></row>";
  sheet = read_rows(workbook(parts), FileFormat::xlsx);
  CHECK(sheet.name == "Data");
  CHECK_THAT(notices_of(sheet), Contains("has \"More\" (hidden) besides"));
}

TEST_CASE("A workbook made by LibreOffice is read as the table it was made from") {
  CHECK(xlsx(sample("corpora/survey/answers.xlsx")) == csv(sample("corpora/survey/answers.csv")));
}

TEST_CASE("Bombs are refused before they take memory") {
  std::string wide;
  for (int row = 1; row <= 700; ++row) {
    wide += "<row r=\"" + std::to_string(row) + "\"><c r=\"XFD" + std::to_string(row) +
            "\"><v>1</v></c></row>";
  }
  CHECK_THROWS_WITH(xlsx(workbook_of_rows(wide)), Contains("10 million cells"));
  WorkbookParts parts;
  parts.strings = "<si><t>" + std::string(1'000'000, 'x') + "</t></si>";
  for (int cell = 0; cell < 300; ++cell) parts.rows += "<row><c t=\"s\"><v>0</v></c></row>";
  CHECK_THROWS_WITH(xlsx(workbook(parts)), Contains("256 MB of text"));
}

TEST_CASE("Tables in text are refused before they take memory, as workbooks are") {
  CHECK_THROWS_WITH(csv(std::string(1'100'000, ',')),
                    Contains("line 1: the row has more than a million cells"));
  std::string rows;
  for (int row = 0; row < 11; ++row) rows += std::string(999'999, ',') + "\n";
  CHECK_THROWS_WITH(csv(rows), Contains("10 million cells"));
}

TEST_CASE("A row has a cell for every column") {
  const SheetRow row{1, {"a"}};
  CHECK(row.cell(0) == "a");
  CHECK(row.cell(1'000'000).empty());
}

TEST_CASE("Damaged workbooks are refused") {
  CHECK_THROWS_WITH(xlsx(workbook_of_rows("<row r=\"0\"><c><v>1</v></c></row>")),
                    Contains("impossible number"));
  CHECK_THROWS_WITH(xlsx(workbook_of_rows("<row><c r=\"XFE1\"><v>1</v></c></row>")),
                    Contains("impossible reference"));
  CHECK_THROWS_WITH(xlsx(workbook_of_rows("<row><c t=\"s\"><v>9</v></c></row>")),
                    Contains("a text that is not there"));
  CHECK_THROWS_AS(xlsx(workbook_of_rows("<row>")), InputError);
  CHECK_THROWS_WITH(
      xlsx(zipped({{"xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook/>"}})),
      Contains("entities"));
}

TEST_CASE("A workbook cut short at any byte is refused or read, never worse") {
  const std::string bytes = workbook_of_rows("<row><c><v>1</v></c></row>");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_THROWS_AS(xlsx(bytes.substr(0, size)), InputError);
  }
}
