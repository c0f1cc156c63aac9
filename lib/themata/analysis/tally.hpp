#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "themata/model/id.hpp"

namespace themata::analysis {

/// Counts for the numbered rows of a table: how often, and how many distinct participants. Rows
/// exist from when they are first named. Memory grows with the distinct pairs of row and
/// participant, not with what is counted.
class Tally {
 public:
  explicit Tally(std::size_t rows = 0) : rows_(rows) {}

  void add_occurrence(std::size_t row) { ++at(row).frequency; }
  /// `who` contributes to the row; any number of times is once.
  void add_participant(std::size_t row, model::ParticipantId who);

  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  [[nodiscard]] std::size_t frequency(std::size_t row) const { return rows_[row].frequency; }
  [[nodiscard]] std::size_t participants(std::size_t row) const { return rows_[row].participants; }

 private:
  struct Row {
    std::size_t frequency = 0;
    std::uint32_t participants = 0;
    std::uint32_t latest = 0;  // the participant added last, numbered from 1
  };
  Row& at(std::size_t row);
  std::uint32_t number_of(model::ParticipantId who);
  bool insert_pair(std::uint64_t pair);
  void place_pair(std::uint64_t pair);

  std::vector<Row> rows_;
  std::unordered_map<model::ParticipantId, std::uint32_t> numbers_;  // of participants, from 1
  model::ParticipantId latest_participant_;
  std::uint32_t latest_number_ = 0;
  std::vector<std::uint64_t> pairs_;  // open addressing; row << 32 | participant; 0 is free
  std::size_t pair_count_ = 0;
};

}  // namespace themata::analysis
