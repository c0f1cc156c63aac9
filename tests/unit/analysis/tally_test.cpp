#include "themata/analysis/tally.hpp"

#include <random>
#include <set>

#include <catch2/catch.hpp>

using themata::analysis::Tally;
using themata::model::ParticipantId;

TEST_CASE("a row counts occurrences, and each participant once") {
  Tally tally(2);
  tally.add_occurrence(1);
  tally.add_occurrence(1);
  tally.add_participant(1, ParticipantId{0});
  tally.add_participant(1, ParticipantId{7});
  tally.add_participant(1, ParticipantId{0});
  CHECK(tally.rows() == 2);
  CHECK(tally.frequency(0) == 0);
  CHECK(tally.participants(0) == 0);
  CHECK(tally.frequency(1) == 2);
  CHECK(tally.participants(1) == 2);
}

TEST_CASE("rows come into being when they are named") {
  Tally tally;
  tally.add_occurrence(4);
  CHECK(tally.rows() == 5);
  CHECK(tally.frequency(3) == 0);
}

TEST_CASE("random contributions agree with a set of pairs") {
  std::mt19937 random(11);
  Tally tally(300);
  std::vector<std::set<std::int64_t>> expected(300);
  for (int i = 0; i < 50'000; ++i) {
    const std::size_t row = random() % 300;
    const std::int64_t who = static_cast<std::int64_t>(random() % 500) * 1'000'003;
    tally.add_participant(row, ParticipantId{who});
    expected[row].insert(who);
  }
  for (std::size_t row = 0; row < 300; ++row) {
    CHECK(tally.participants(row) == expected[row].size());
  }
}

TEST_CASE("thousands of participants who come, go and come back are each counted once") {
  std::mt19937 random(3);
  Tally tally;
  std::vector<std::set<std::int64_t>> expected(40);
  for (std::int64_t first = 0; first < 5'000; first += 100) {
    for (int i = 0; i < 2'000; ++i) {
      const std::size_t row = random() % 40;
      const bool from_before = random() % 50 == 0;  // else those of a group take turns
      const auto who = from_before ? static_cast<std::int64_t>(random() % 5'000)
                                   : first + static_cast<std::int64_t>(random() % 100);
      tally.add_participant(row, ParticipantId{who});
      tally.add_occurrences(row, 2);
      expected[row].insert(who);
    }
  }
  for (std::size_t row = 0; row < 40; ++row) {
    CHECK(tally.participants(row) == expected[row].size());
  }
}
