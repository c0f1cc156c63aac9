#include "themata/report/excerpt_document.hpp"

#include <sstream>

#include <catch2/catch.hpp>

using namespace themata::report;

TEST_CASE("a theme has its definition, its codes, and their excerpts with name, source and turn") {
  Quotation excerpt;
  excerpt.text = "I felt safe.";
  excerpt.participant = "Maureen";
  excerpt.source = "m1";
  excerpt.turn = 3;
  excerpt.occasion = "12 months";
  Quotation same_name;
  same_name.text = "So did I.";
  same_name.participant = "Kit";
  same_name.source = "Kit";
  std::ostringstream out;
  write_document(excerpt_document(
                     "Excerpts",
                     {{"1 Safety", "Being held", 0, {{"Trust", "in others", {excerpt, same_name}}}},
                      {"", "", 0, {{"Loose", "", {same_name}}}}}),
                 DocumentFormat::md, out);
  CHECK(out.str() ==
        "# Excerpts\n\n## 1 Safety\n\n*Being held*\n\n**Trust**: in others\n\nMaureen, m1, turn 3 "
        "(12 "
        "months)\n\n> I felt safe.\n\nKit\n\n> So did I.\n\n## Codes in no "
        "theme\n\n**Loose**\n\nKit\n\n> "
        "So did I.\n");
}
