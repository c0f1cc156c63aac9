#include "themata/analysis/collocates.hpp"

#include <algorithm>
#include <optional>
#include <random>

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "support/numbered.hpp"
#include "term_notation.hpp"
#include "themata/error.hpp"

using namespace themata;
using analysis::Collocate;
using analysis::CollocateOptions;
using analysis::collocates;
using test::family;
using test::MemoryCorpus;

namespace {

/// "term together/participants in all", in the table's order.
std::vector<std::string> rows_of(MemoryCorpus& study, const std::string& pattern,
                                 std::size_t window) {
  CollocateOptions options;
  options.window = window;
  std::vector<std::string> rows;
  for (const Collocate& row : collocates(study, family("node", {pattern}), options)) {
    rows.push_back(row.term + " " + std::to_string(row.meeting.together) + "/" +
                   std::to_string(row.participants) + " " + std::to_string(row.meeting.second));
  }
  return rows;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("collocates stand in the window, inside the turn") {
  MemoryCorpus study;
  study.add_source("One", "Ben: far off a deep breath (laughs) slowly out there\nMia: deep breath");
  study.add_source("Two", "Int: breath deep\nMia: deep");
  CHECK(rows_of(study, "breath", 1) == Rows{"deep 2/2 3", "slowly 1/1 1"});
  CHECK(rows_of(study, "breath", 2) == Rows{"deep 2/2 3", "a 1/1 1", "out 1/1 1", "slowly 1/1 1"});
  CHECK(rows_of(study, "never", 5).empty());
}

TEST_CASE("the meeting has the counts that the measures need") {
  MemoryCorpus study;
  study.add_source("One", "Ben: deep breath, deep breath");
  const auto rows = collocates(study, family("node", {"breath*"}), {3, {}});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].term == "deep");
  CHECK(rows[0].meeting.together == 4);  // each is near both breaths
  CHECK(rows[0].meeting.first == 2);
  CHECK(rows[0].meeting.second == 2);
  CHECK(rows[0].meeting.words == 4);
  CHECK(rows[0].meeting.span == 6);
  CHECK(rows[1].term == "breath");  // of the other occurrence
  CHECK(rows[1].meeting.together == 2);
}

TEST_CASE("a phrase's own words are not near it") {
  MemoryCorpus study;
  study.add_source("One", "Ben: my safe (um) place there");
  CHECK(rows_of(study, "\"safe place\"", 1) == Rows{"my 1/1 1", "there 1/1 1"});
}

TEST_CASE("words out of the coded text are not counted but keep their places") {
  MemoryCorpus study;
  study.add_source("One", "Ben: one two three four");
  study.code("a", "one");
  study.code("a", "three four");
  study.select().codes = {study.code_id("a")};
  CHECK(rows_of(study, "three", 1) == Rows{"four 1/1 1"});
  CHECK(rows_of(study, "three", 2) == Rows{"four 1/1 1", "one 1/1 1"});
}

TEST_CASE("words that are left out keep their places") {
  MemoryCorpus study;
  study.add_source("One", "Ben: breath and calm");
  CollocateOptions options;
  options.window = 1;
  options.words.without_function_words = true;
  CHECK(collocates(study, family("node", {"breath"}), options).empty());
  options.window = 2;
  CHECK(collocates(study, family("node", {"breath"}), options).at(0).term == "calm");
}

TEST_CASE("a huge window is the whole turn, and right-to-left text counts in its own order") {
  MemoryCorpus study;
  study.add_source("One", "Ben: שלום עולם טוב");
  CHECK(rows_of(study, "עולם", static_cast<std::size_t>(-1) / 4).size() == 2);
  CHECK(rows_of(study, "שלום", 1) == Rows{"עולם 1/1 1"});
}

TEST_CASE("a code has no window") {
  MemoryCorpus study;
  study.add_source("One", "Ben: breath");
  study.code("a", "breath");
  CHECK_THROWS_AS(collocates(study, family("node", {"code:\"a\""}), {}), InputError);
}

TEST_CASE("two words are as near to each other as the other way round") {
  std::mt19937 random(31);
  const std::vector<std::string> words{"calm", "deep", "breath", "on"};
  for (int round = 0; round < 40; ++round) {
    MemoryCorpus study;
    std::string lines;
    for (int turn = 0; turn < 6; ++turn) {
      lines += test::numbered(turn == 0 ? "P" : "\nP", turn % 2) + ":";
      for (std::size_t i = random() % 15; i > 0; --i) lines += " " + words[random() % 4];
      lines += " .";
    }
    study.add_source("One", lines);
    const CollocateOptions options{1 + random() % 4, {}};
    const auto meeting_of = [&](const std::string& node,
                                const std::string& near) -> std::optional<analysis::Meeting> {
      for (const Collocate& row : collocates(study, family(node, {node}), options)) {
        if (row.term == near) return row.meeting;
      }
      return std::nullopt;
    };
    for (const auto& a : words) {
      for (const auto& b : words) {
        if (a == b) continue;
        const auto there = meeting_of(a, b);
        const auto back = meeting_of(b, a);
        REQUIRE(there.has_value() == back.has_value());
        if (!there) continue;
        CHECK(there->together == back->together);
        CHECK(analysis::mutual_information(*there) == analysis::mutual_information(*back));
        CHECK(analysis::log_dice(*there) == analysis::log_dice(*back));
      }
    }
  }
}
