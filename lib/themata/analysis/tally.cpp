#include "themata/analysis/tally.hpp"

#include <utility>

namespace themata::analysis {

void Tally::look_up(model::ParticipantId who) {
  const auto next = static_cast<std::uint32_t>(numbers_.size());
  latest_number_ = numbers_.try_emplace(who, next).first->second;
  latest_participant_ = who;
  any_latest_ = true;
}

/// Makes `block` the row's own. Those who come back, as in a group, find their block near the
/// chain's beginning.
void Tally::bring_in(Row& row, std::uint32_t block) {
  Block outgoing{row.members, row.block, none};
  const bool is_new = block > row.highest;
  row.block = block;
  row.members = 0;
  if (is_new) row.highest = block;
  for (std::uint32_t at = is_new ? none : row.earlier; at != none; at = blocks_[at].earlier) {
    Block& known = blocks_[at];
    std::swap(known.members, outgoing.members);
    std::swap(known.block, outgoing.block);
    if (outgoing.block == block) {
      row.members = outgoing.members;
      return;
    }
  }
  if (outgoing.members == 0) return;
  outgoing.earlier = row.earlier;
  row.earlier = static_cast<std::uint32_t>(blocks_.size());
  blocks_.push_back(outgoing);
}

}  // namespace themata::analysis
