#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "themata/analysis/detail/matrix_axis.hpp"

namespace themata::analysis::detail {

/// The lines of the segments at one place of a text, and of how many of them each is.
class ActiveLines {
 public:
  void add(std::span<const LineNumber> lines) {
    for (const LineNumber line : lines) {
      if (line >= entries_.size()) entries_.resize(line + 1);
      Entry& entry = entries_[line];
      if (entry.count++ > 0) continue;
      entry.place = present_.size();
      present_.push_back(line);
    }
  }

  void remove(std::span<const LineNumber> lines) {
    for (const LineNumber line : lines) {
      Entry& entry = entries_[line];
      if (--entry.count > 0) continue;
      present_[entry.place] = present_.back();
      entries_[present_.back()].place = entry.place;
      present_.pop_back();
    }
  }

  void clear() {
    for (const LineNumber line : present_) entries_[line].count = 0;
    present_.clear();
  }

  /// In no order, each once.
  [[nodiscard]] std::span<const LineNumber> present() const { return present_; }
  [[nodiscard]] std::size_t count(LineNumber line) const { return entries_[line].count; }

 private:
  struct Entry {
    std::size_t count = 0;
    std::size_t place = 0;  ///< in `present_`, if the count is not 0
  };
  std::vector<Entry> entries_;
  std::vector<LineNumber> present_;
};

}  // namespace themata::analysis::detail
