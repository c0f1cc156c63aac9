#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_set>
#include <vector>

#include "themata/analysis/detail/matrix_axis.hpp"

namespace themata::analysis::detail {

/// The counts of a matrix whose lines come to be known as they are met.
class MatrixCounts {
 public:
  void add(LineNumber row, LineNumber column, std::size_t count = 1) {
    if (row >= rows_.size()) rows_.resize(row + 1);
    std::vector<std::size_t>& cells = rows_[row];
    if (column >= cells.size()) cells.resize(column + 1);
    cells[column] += count;
  }

  /// Counts a participant in a cell once.
  void add_participant(LineNumber row, LineNumber column, model::ParticipantId who) {
    if (seen_.insert({cell_key(row, column), who.value}).second) add(row, column);
  }

  [[nodiscard]] std::size_t at(LineNumber row, LineNumber column) const {
    if (row >= rows_.size() || column >= rows_[row].size()) return 0;
    return rows_[row][column];
  }

 private:
  struct Seen {
    std::uint64_t cell = 0;
    std::int64_t participant = 0;
    bool operator==(const Seen&) const = default;
  };
  struct SeenHash {
    std::size_t operator()(const Seen& seen) const {
      constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
      return (seen.cell * odd) ^ (static_cast<std::uint64_t>(seen.participant) * odd >> 29U);
    }
  };

  static std::uint64_t cell_key(LineNumber row, LineNumber column) {
    return std::uint64_t{row} << 32U | column;
  }

  std::vector<std::vector<std::size_t>> rows_;
  std::unordered_set<Seen, SeenHash> seen_;
};

}  // namespace themata::analysis::detail
