#include "themata/spreadsheet/xlsx_writer.hpp"

#include <sstream>

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "themata/container/zip_archive.hpp"
#include "themata/error.hpp"

using namespace themata;
using report::Column;
using report::Table;

namespace {

std::string written(const std::vector<Table>& tables) {
  std::ostringstream out;
  const auto writer = spreadsheet::make_xlsx_writer(out);
  for (const Table& table : tables) report::write_table(table, *writer);
  writer->close();
  return out.str();
}

Table sample() {
  return {"Counts",
          {{"term"}, {"n", Column::Kind::number, false, "Of all."}, {"rate", Column::Kind::number}},
          {{std::string("=1+1"), std::int64_t{3}, report::Decimal{0.25, 2}},
           {std::string("<b>\n\x01"), std::int64_t{0}, report::Decimal{std::nullopt, 2}}},
          {"A note."}};
}

std::string part(const std::string& bytes, const char* name) {
  return container::ZipArchive(bytes).read(name);
}

}  // namespace

TEST_CASE("texts are strings and numbers are numbers, and nothing is a formula") {
  const std::string bytes = written({sample()});
  pugi::xml_document sheet;
  REQUIRE(sheet.load_string(part(bytes, "xl/worksheets/sheet1.xml").c_str()));
  CHECK(sheet.select_nodes("//f").empty());
  const auto cell = [&](const char* place) {
    return sheet.select_node(("//c[@r='" + std::string(place) + "']").c_str()).node();
  };
  CHECK(std::string(cell("A2").attribute("t").value()) == "s");
  CHECK(std::string(cell("B2").child_value("v")) == "3");
  CHECK_FALSE(cell("B2").attribute("t"));
  CHECK(std::string(cell("C2").child_value("v")) == "0.25");
  CHECK(std::string(cell("C3").attribute("t").value()) == "s");  // undefined
  const std::string strings = part(bytes, "xl/sharedStrings.xml");
  CHECK(strings.find("=1+1") != std::string::npos);
  CHECK(strings.find("&lt;b&gt;") != std::string::npos);
}

TEST_CASE("the header stays in view, and what is said about a table has a sheet of its own") {
  const std::string bytes = written({sample(), sample()});
  CHECK(part(bytes, "xl/worksheets/sheet1.xml").find("state=\"frozen\"") != std::string::npos);
  const std::string book = part(bytes, "xl/workbook.xml");
  CHECK(book.find("name=\"Table 1\"") != std::string::npos);
  CHECK(book.find("name=\"Table 2\"") != std::string::npos);
  CHECK(book.find("name=\"About\"") != std::string::npos);
  const std::string strings = part(bytes, "xl/sharedStrings.xml");
  for (const char* text : {"Counts", "A note.", "Of all.", "nᵃ"}) {
    CHECK(strings.find(text) != std::string::npos);
  }
}

TEST_CASE("the same tables give the same bytes") {
  CHECK(written({sample()}) == written({sample()}));
}

TEST_CASE("a text too long for a cell is refused, and so is nothing else") {
  Table table{"", {{"text"}}, {{std::string(32767, 'x')}}, {}};
  CHECK_FALSE(written({table}).empty());
  table.rows[0] = {std::string(32768, 'x')};
  CHECK_THROWS_AS(written({table}), Error);
}
