#include "themata/analysis/tally.hpp"

#include <algorithm>
#include <bit>

namespace themata::analysis {

namespace {

constexpr std::size_t first_size = 1024;

/// Where a pair is first looked for among `size` (a power of two) places.
std::size_t home_of(std::uint64_t pair, std::size_t size) {
  pair *= 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio: every bit has a say in the highest ones
  return static_cast<std::size_t>(pair >> (std::countl_zero(size) + 1));
}

}  // namespace

Tally::Row& Tally::at(std::size_t row) {
  if (row >= rows_.size()) rows_.resize(row + 1);
  return rows_[row];
}

std::uint32_t Tally::number_of(model::ParticipantId who) {
  if (latest_number_ == 0 || who != latest_participant_) {
    const auto next = static_cast<std::uint32_t>(numbers_.size() + 1);
    latest_number_ = numbers_.try_emplace(who, next).first->second;
    latest_participant_ = who;
  }
  return latest_number_;
}

void Tally::add_participant(std::size_t row, model::ParticipantId who) {
  const std::uint32_t number = number_of(who);
  Row& counts = at(row);
  if (counts.latest == number) return;
  counts.latest = number;
  if (insert_pair(static_cast<std::uint64_t>(row) << 32 | number)) ++counts.participants;
}

bool Tally::insert_pair(std::uint64_t pair) {
  if (2 * (pair_count_ + 1) > pairs_.size()) {
    std::vector<std::uint64_t> old(std::max(first_size, 2 * pairs_.size()));
    old.swap(pairs_);
    for (const std::uint64_t known : old) {
      if (known != 0) place_pair(known);
    }
  }
  std::size_t at = home_of(pair, pairs_.size());
  while (pairs_[at] != 0) {
    if (pairs_[at] == pair) return false;
    at = (at + 1) & (pairs_.size() - 1);
  }
  pairs_[at] = pair;
  ++pair_count_;
  return true;
}

void Tally::place_pair(std::uint64_t pair) {
  std::size_t at = home_of(pair, pairs_.size());
  while (pairs_[at] != 0) at = (at + 1) & (pairs_.size() - 1);
  pairs_[at] = pair;
}

}  // namespace themata::analysis
