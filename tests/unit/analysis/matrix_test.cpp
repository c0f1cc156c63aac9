#include "themata/analysis/matrix.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "support/numbered.hpp"

using namespace themata;
using analysis::count_matrix;
using analysis::Matrix;
using analysis::MatrixAxis;
using analysis::MatrixCell;
using test::MemoryCorpus;
using By = analysis::Grouping::By;
using Of = MatrixAxis::Of;

namespace {

const MatrixAxis codes{Of::codes};
const MatrixAxis themes{Of::themes};
const MatrixAxis participants{Of::groups, {By::participant, {}}};
const MatrixAxis sources{Of::groups, {By::source, {}}};
const MatrixAxis occasions{Of::groups, {By::occasion, {}}};

std::size_t at(const Matrix& matrix, const std::string& row, const std::string& column) {
  const auto r = std::find(matrix.rows.begin(), matrix.rows.end(), row);
  const auto c = std::find(matrix.columns.begin(), matrix.columns.end(), column);
  REQUIRE(r != matrix.rows.end());
  REQUIRE(c != matrix.columns.end());
  return matrix.at(static_cast<std::size_t>(r - matrix.rows.begin()),
                   static_cast<std::size_t>(c - matrix.columns.begin()));
}

/// "a long walk" has three codes on it and within it.
MemoryCorpus sample() {
  MemoryCorpus study;
  study.add_source("One", "Int: and?\nBen: a long walk home\nMia: calm and slow", "before");
  study.code("walk", "a long walk");
  study.code("walk", "a long walk", "Bob");
  study.code("long", "long");
  study.code("home", "walk home");
  study.code("both", "home\nMia: calm");
  study.add_source("Two", "Mia: slow", "after");
  study.code("walk", "slow");
  study.add_theme("Going", {"walk", "home"});
  study.add_theme("Being", {"long"}, "Going");
  study.add_theme("Empty", {});
  study.add_code("unused");
  return study;
}

}  // namespace

TEST_CASE("co-occurrence counts pairs of excerpts that share text, a code by itself its excerpts") {
  MemoryCorpus study = sample();
  const Matrix matrix = count_matrix(study, codes, codes, MatrixCell::excerpts);
  CHECK(matrix.rows == std::vector<std::string>{"walk", "long", "home", "both", "unused"});
  CHECK(matrix.columns == matrix.rows);
  CHECK(at(matrix, "walk", "walk") == 2);
  CHECK(at(matrix, "walk", "long") == 1);
  CHECK(at(matrix, "walk", "home") == 1);
  CHECK(at(matrix, "long", "home") == 0);
  CHECK(at(matrix, "home", "both") == 1);
  CHECK(at(matrix, "unused", "unused") == 0);
  CHECK(matrix.row_totals == std::vector<std::size_t>{2, 1, 1, 1, 0});
  CHECK(matrix.column_totals == matrix.row_totals);
  CHECK(matrix.total == 5);
}

TEST_CASE("where co-occurring excerpts share text, people speak and words are said") {
  MemoryCorpus study = sample();
  const Matrix people = count_matrix(study, codes, codes, MatrixCell::participants);
  CHECK(at(people, "home", "both") == 1);  // Ben: Mia's part of "both" is not shared
  CHECK(at(people, "both", "both") == 2);
  CHECK(at(people, "walk", "walk") == 2);
  const Matrix words = count_matrix(study, codes, codes, MatrixCell::words);
  CHECK(at(words, "walk", "walk") == 4);  // a long walk; slow
  CHECK(at(words, "walk", "home") == 1);  // walk
  CHECK(at(words, "home", "both") == 1);  // home
  CHECK(at(words, "both", "both") == 2);
  CHECK(words.total == 6);  // a long walk home, calm, slow
}

TEST_CASE("themes take in what lies below, and people count what they speak in") {
  MemoryCorpus study = sample();
  const Matrix matrix = count_matrix(study, themes, participants, MatrixCell::excerpts);
  CHECK(matrix.rows == std::vector<std::string>{"Going", "Being", "Empty"});
  CHECK(matrix.columns == std::vector<std::string>{"Ben", "Mia"});
  CHECK(matrix.cells == std::vector<std::size_t>{3, 1, 1, 0, 0, 0});
  CHECK(matrix.row_totals == std::vector<std::size_t>{4, 1, 0});
  CHECK(matrix.column_totals == std::vector<std::size_t>{3, 1});
  CHECK(matrix.total == 4);
  const Matrix shared = count_matrix(study, codes, participants, MatrixCell::excerpts);
  CHECK(at(shared, "both", "Ben") == 1);
  CHECK(at(shared, "both", "Mia") == 1);
  CHECK(shared.row_totals[3] == 1);  // one excerpt of two people
}

TEST_CASE("groups by groups count coded excerpts and all words") {
  MemoryCorpus study = sample();
  const Matrix excerpts = count_matrix(study, participants, occasions, MatrixCell::excerpts);
  CHECK(excerpts.columns == std::vector<std::string>{"before", "after"});
  CHECK(excerpts.cells == std::vector<std::size_t>{4, 0, 1, 1});
  CHECK(excerpts.total == 5);
  const Matrix words = count_matrix(study, participants, sources, MatrixCell::words);
  CHECK(words.cells == std::vector<std::size_t>{4, 0, 3, 1});
  CHECK(words.row_totals == std::vector<std::size_t>{4, 4});
  CHECK(words.total == 8);
}

TEST_CASE("two axes of people never mix two people of one excerpt") {
  MemoryCorpus study = sample();
  const Matrix matrix = count_matrix(study, participants, participants, MatrixCell::excerpts);
  CHECK(matrix.cells == std::vector<std::size_t>{4, 0, 0, 2});
}

TEST_CASE("presence is 1 or 0, and its totals count the cells") {
  MemoryCorpus study = sample();
  const Matrix matrix = count_matrix(study, codes, sources, MatrixCell::presence);
  CHECK(matrix.cells == std::vector<std::size_t>{1, 1, 1, 0, 1, 0, 1, 0, 0, 0});
  CHECK(matrix.row_totals == std::vector<std::size_t>{2, 1, 1, 1, 0});
  CHECK(matrix.column_totals == std::vector<std::size_t>{4, 1});
  CHECK(matrix.total == 5);
}

TEST_CASE("a selection narrows a matrix, and its codes are its lines") {
  MemoryCorpus study = sample();
  study.select().codes = {study.code_id("walk"), study.code_id("home")};
  const Matrix matrix = count_matrix(study, codes, codes, MatrixCell::excerpts);
  CHECK(matrix.rows == std::vector<std::string>{"walk", "home"});
  CHECK(matrix.cells == std::vector<std::size_t>{2, 1, 1, 1});
  study.select() = {};
  study.select().participants = {study.participant_id("Mia")};
  const Matrix of_mia = count_matrix(study, codes, sources, MatrixCell::excerpts);
  CHECK(of_mia.total == 2);  // "both", and "slow"
  study.select() = {};
  study.select().coders = {study.coder_id("Bob")};
  CHECK(count_matrix(study, codes, sources, MatrixCell::excerpts).total == 1);
}

TEST_CASE("what nobody says or what has no occasion has a column of its own") {
  MemoryCorpus study;
  study.add_source("One", "Int: and?\nBen: well");
  study.code("ask", "and?");
  const Matrix people = count_matrix(study, codes, participants, MatrixCell::excerpts);
  CHECK(people.columns == std::vector<std::string>{"Ben", "(no participant)"});
  CHECK(people.cells == std::vector<std::size_t>{0, 1});
  const Matrix times = count_matrix(study, codes, occasions, MatrixCell::excerpts);
  CHECK(times.columns == std::vector<std::string>{"(no occasion)"});
}

TEST_CASE("an empty study has an empty matrix") {
  MemoryCorpus study;
  const Matrix matrix = count_matrix(study, codes, participants, MatrixCell::presence);
  CHECK(matrix.rows.empty());
  CHECK(matrix.cells.empty());
  CHECK(matrix.total == 0);
}

namespace {

struct Segment {
  std::string source;
  text::TextRange range;
  auto operator<=>(const Segment&) const = default;
};

using SegmentsOf = std::map<std::string, std::set<Segment>>;

/// Adds random codings; returns the segments of each code and each theme.
SegmentsOf add_random_codings(MemoryCorpus& study, std::mt19937& random) {
  SegmentsOf segments;
  for (const char* name : {"One", "Two"}) {
    auto& source = study.add_source(name, "Ben: 0 1 2 3 4 5\nMia: 6 7 8\nInt: 9 0\nZoe: 1 2 3 4");
    for (int i = 0; i < 25; ++i) {
      const std::size_t begin = random() % (source.text.size() - 1);
      const std::size_t end =
          begin + 1 + random() % std::min<std::size_t>(12, source.text.size() - begin - 1);
      const std::string code = test::numbered("c", random() % 6);
      study.code_range(source, code, text::byte_range(begin, end), random() % 2 ? "A" : "B");
      segments[code].insert({name, text::byte_range(begin, end)});
      for (const auto& theme : study.codebook().themes()) {
        const auto below = study.codebook().codes_below(theme.id);
        if (std::find(below.begin(), below.end(), study.code_id(code)) == below.end()) continue;
        segments[theme.name].insert({name, text::byte_range(begin, end)});
      }
    }
  }
  return segments;
}

/// All ways to take a segment of each, if they share text.
template <class See>
void each_overlap(const std::set<Segment>& a, const std::set<Segment>& b, See see) {
  for (const Segment& one : a) {
    for (const Segment& other : b) {
      if (one.source != other.source) continue;
      const auto begin = std::max(one.range.begin, other.range.begin);
      const auto end = std::min(one.range.end, other.range.end);
      if (begin < end) see(one.source, text::TextRange{begin, end});
    }
  }
}

}  // namespace

TEST_CASE("random codings agree with all pairs of segments") {
  std::mt19937 random(41);
  for (int round = 0; round < 25; ++round) {
    MemoryCorpus study;
    for (int i = 0; i < 6; ++i) study.add_code(test::numbered("c", i));
    study.add_theme("t0", {"c0", "c1"});
    study.add_theme("t1", {"c2"}, "t0");
    study.add_theme("t2", {"c2", "c3"});
    SegmentsOf segments = add_random_codings(study, random);
    for (const auto& [rows, columns] :
         {std::pair{codes, codes}, {codes, themes}, {themes, themes}}) {
      const Matrix pairs = count_matrix(study, rows, columns, MatrixCell::excerpts);
      const Matrix people = count_matrix(study, rows, columns, MatrixCell::participants);
      for (std::size_t r = 0; r < pairs.rows.size(); ++r) {
        for (std::size_t c = 0; c < pairs.columns.size(); ++c) {
          const auto& a = segments[pairs.rows[r]];
          const auto& b = segments[pairs.columns[c]];
          std::size_t expected = 0;
          std::set<std::int64_t> who;
          each_overlap(a, b, [&](const std::string& source, text::TextRange shared) {
            ++expected;
            for (const auto one : study.source(source).participants_in(shared)) {
              who.insert(one.value);
            }
          });
          if (pairs.rows[r] == pairs.columns[c]) expected = a.size();
          CHECK(pairs.at(r, c) == expected);
          CHECK(people.at(r, c) == who.size());
        }
        CHECK(people.row_totals[r] <= 3);
      }
    }
  }
}
