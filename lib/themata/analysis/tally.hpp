#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "themata/model/id.hpp"

namespace themata::analysis {

/// Counts for the numbered rows of a table: how often, and how many distinct participants. Rows
/// exist from when they are first named. Participants are held by blocks of 64, so that a row costs
/// 16 bytes more for each block that contributes to it, and nothing for what is counted.
class Tally {
 public:
  explicit Tally(std::size_t rows = 0) : rows_(rows) {}

  void add_occurrence(std::size_t row) { add_occurrences(row, 1); }
  void add_occurrences(std::size_t row, std::size_t count) { at(row).frequency += count; }
  /// `who` contributes to the row; any number of times is once.
  void add_participant(std::size_t row, model::ParticipantId who) {
    const std::uint32_t number = number_of(who);
    Row& counts = at(row);
    if (counts.block != number / block_size) bring_in(counts, number / block_size);
    const std::uint64_t bit = std::uint64_t{1} << (number % block_size);
    counts.participants += (counts.members & bit) == 0 ? 1 : 0;
    counts.members |= bit;
  }

  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  [[nodiscard]] std::size_t frequency(std::size_t row) const { return rows_[row].frequency; }
  [[nodiscard]] std::size_t participants(std::size_t row) const { return rows_[row].participants; }

 private:
  static constexpr std::uint32_t block_size = 64;
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Row {
    std::size_t frequency = 0;
    std::uint64_t members = 0;  // of the block that contributed last, a bit for each
    std::uint32_t block = 0;    // which that is
    std::uint32_t participants = 0;
    std::uint32_t highest = 0;     // of all blocks that contributed
    std::uint32_t earlier = none;  // the other blocks: a chain in `blocks_`, the latest first
  };
  struct Block {
    std::uint64_t members = 0;
    std::uint32_t block = 0;
    std::uint32_t earlier = none;
  };
  Row& at(std::size_t row) {
    if (row >= rows_.size()) rows_.resize(row + 1);
    return rows_[row];
  }
  std::uint32_t number_of(model::ParticipantId who) {
    if (!any_latest_ || who != latest_participant_) look_up(who);
    return latest_number_;
  }
  void look_up(model::ParticipantId who);
  void bring_in(Row& row, std::uint32_t block);

  std::vector<Row> rows_;
  std::vector<Block> blocks_;
  std::unordered_map<model::ParticipantId, std::uint32_t> numbers_;  // of participants, from 0
  model::ParticipantId latest_participant_;
  std::uint32_t latest_number_ = 0;
  bool any_latest_ = false;
};

}  // namespace themata::analysis
