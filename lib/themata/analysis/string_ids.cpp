#include "themata/analysis/string_ids.hpp"

#include <utility>

namespace themata::analysis {

namespace {

constexpr std::size_t first_size = 1024;

}  // namespace

StringIds::StringIds() : slots_(first_size) {}

std::string_view StringIds::string(std::size_t id) const {
  const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
  return std::string_view(bytes_).substr(begin, ends_[id] - begin);
}

std::size_t StringIds::id_of_other(std::string_view wanted, const Key& key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.hash & mask;
  for (; slots_[at].id_plus_one != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.key == key && (key.is_whole() || string(slot.id_plus_one - 1) == wanted)) {
      return slot.id_plus_one - 1;
    }
  }
  bytes_ += wanted;
  ends_.push_back(bytes_.size());
  slots_[at] = {key, static_cast<std::uint32_t>(ends_.size())};
  if (2 * size() > slots_.size()) grow();
  return size() - 1;
}

void StringIds::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id_plus_one == 0) continue;
    std::size_t at = slot.key.hash & mask;
    while (slots_[at].id_plus_one != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace themata::analysis
