#include "themata/report/quotations.hpp"

#include <sstream>

#include <catch2/catch.hpp>

using namespace themata::report;

namespace {

std::vector<Quotation> sample() {
  Quotation one;
  one.coding = 7;
  one.themes = {"Safety", "Trust"};
  one.text = "I said \"no\" [...] and ... \u201Cyes\u201D";
  one.words = 4;
  one.participant = "Maureen";
  one.about = "45";
  one.source = "m1";
  one.occasion = "12 months";
  one.turn = 3;
  one.question = "And then?";
  Quotation same = one;
  same.coding = 9;
  same.text = "Long.";
  same.words = 40;
  Quotation other;
  other.coding = 8;
  other.text = "Loose";
  other.source = "group";
  return {one, same, other};
}

std::string text(const std::vector<Quotation>& quotations, const QuotationStyle& style) {
  std::ostringstream out;
  write_document(quotation_text(quotations, style), DocumentFormat::text, out);
  return out.str();
}

}  // namespace

TEST_CASE("short quotations stand in marks, long ones are set in, whose they are behind") {
  CHECK(
      text(sample(), {}) ==
      "Safety\n──────\n\nTrust\n\n\u201CI said \u2018no\u2019 [...] and ... "
      "\u2018yes\u2019\u201D (Maureen, 45)\n\n    Long. (Maureen, 45)\n\n(no theme)\n──────────\n\n"
      "\u201CLoose\u201D (group)\n");
}

TEST_CASE("the style says how omissions look, where blocks begin and what stands with them") {
  QuotationStyle style;
  style.omission = "…";
  style.block_from = 4;
  style.questions = true;
  style.occasions = true;
  const std::string shown = text(sample(), style);
  CHECK(shown.find("And then?\n\n    I said \"no\" … and ... ") != std::string::npos);
  CHECK(shown.find("(Maureen, 45, 12 months)") != std::string::npos);
}

TEST_CASE("a table for people has each theme once, one for programs in every row") {
  const Table people = quotation_table(sample(), {}, TableReader::person);
  CHECK(people.rows[0][1] == Cell(std::string("Trust")));
  CHECK(people.rows[1][0] == Cell(std::string()));
  CHECK(people.rows[1][1] == Cell(std::string()));
  CHECK(people.columns.size() == 7);
  const Table program = quotation_table(sample(), {}, TableReader::program);
  CHECK(program.rows[1][0] == Cell(std::string("Safety")));
  CHECK(program.rows[0].back() == Cell(std::int64_t{7}));
  const Table paper = quotation_table(sample(), {}, TableReader::paper);
  CHECK(paper.columns.back().name == "participant");
  CHECK(paper.rows[0].size() == 4);
}

TEST_CASE("voices are counted by theme") {
  const Table table = voice_table({{"1 Safety", 3, {{"Ben", 2}, {"Mia", 1}}, {"Zoe"}}});
  CHECK(table.rows[0] == std::vector<Cell>{std::string("1 Safety"), std::int64_t{3},
                                           std::int64_t{2}, std::int64_t{3},
                                           std::string("Ben 2, Mia 1"), std::string("Zoe")});
}
