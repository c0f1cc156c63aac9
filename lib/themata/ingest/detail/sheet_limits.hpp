#pragma once

#include <cstddef>

#include "themata/error.hpp"

namespace themata::ingest::detail {

/// Counts what is taken from one table: cells, counting the gaps before them in their rows, and
/// bytes of text.
class SheetLimits {
 public:
  /// Throws `InputError` if with these the table is larger than any that is read.
  void add(std::size_t cells, std::size_t bytes) {
    constexpr std::size_t most_cells = 10'000'000;
    constexpr std::size_t most_bytes = std::size_t{256} << 20U;
    cells_ += cells;
    bytes_ += bytes;
    if (cells_ <= most_cells && bytes_ <= most_bytes) return;
    throw InputError(
        "the table is too large: at most 10 million cells, counting the empty ones before others "
        "in their rows, and 256 MB of text are read; divide it");
  }

 private:
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace themata::ingest::detail
