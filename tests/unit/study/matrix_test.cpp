#include "themata/study/matrix.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/error.hpp"
#include "themata/study/analyses.hpp"

using namespace themata;
using namespace themata::study;

TEST_CASE("axes are known by their words", "[matrix]") {
  CHECK(parse_matrix_axis("codes")->of == MatrixAxis::Of::codes);
  CHECK(parse_matrix_axis("theme")->of == MatrixAxis::Of::themes);
  CHECK(line_noun(*parse_matrix_axis("participants")) == "participant");
  CHECK(line_noun(*parse_matrix_axis("attribute:age")) == "age");
  CHECK_FALSE(parse_matrix_axis("turns"));
  CHECK_FALSE(parse_matrix_axis("attribute:"));
  CHECK_FALSE(parse_matrix_axis(""));
}

TEST_CASE("a matrix agrees with the counts of themes", "[matrix]") {
  test::SampleStudy study;
  Project& project = study.project();
  const Matrix matrix = count_matrix(project, {}, *parse_matrix_axis("themes"),
                                     *parse_matrix_axis("sources"), MatrixCell::excerpts);
  const CountedCodebook counted = count_codings(project, {});
  REQUIRE(matrix.rows.size() == counted.codebook.themes().size());
  for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
    const auto& theme = counted.codebook.themes()[i];
    CHECK(matrix.rows[i] == theme.name);
    CHECK(matrix.row_totals[i] == counted.counts.themes.at(theme.id).excerpts);
  }
}

TEST_CASE("an attribute is found by its name, and one that is not there is told", "[matrix]") {
  test::SampleStudy study;
  const MatrixAxis codes = *parse_matrix_axis("codes");
  const Matrix matrix = count_matrix(study.project(), {}, codes,
                                     *parse_matrix_axis("attribute:AGE"), MatrixCell::words);
  CHECK(matrix.columns[0] == "45");
  CHECK_THROWS_AS(count_matrix(study.project(), {}, codes, *parse_matrix_axis("attribute:shoe"),
                               MatrixCell::excerpts),
                  NotFound);
}
