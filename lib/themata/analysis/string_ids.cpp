#include "themata/analysis/string_ids.hpp"

#include <functional>
#include <utility>

namespace themata::analysis {

namespace {

constexpr std::size_t first_size = 1024;

std::uint32_t hash_of(std::string_view string) {
  const std::size_t hash = std::hash<std::string_view>{}(string);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

StringIds::StringIds() : slots_(first_size) {}

std::string_view StringIds::string(std::size_t id) const {
  const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
  return std::string_view(bytes_).substr(begin, ends_[id] - begin);
}

std::size_t StringIds::slot_of(std::string_view wanted, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id_plus_one != 0) {
    if (slots_[at].hash == hash && string(slots_[at].id_plus_one - 1) == wanted) break;
    at = (at + 1) & mask;
  }
  return at;
}

std::size_t StringIds::id(std::string_view wanted) {
  const std::uint32_t hash = hash_of(wanted);
  std::size_t at = slot_of(wanted, hash);
  if (slots_[at].id_plus_one == 0) {
    if (2 * (size() + 1) > slots_.size()) {
      grow();
      at = slot_of(wanted, hash);
    }
    bytes_ += wanted;
    ends_.push_back(bytes_.size());
    slots_[at] = {hash, static_cast<std::uint32_t>(ends_.size())};
  }
  return slots_[at].id_plus_one - 1;
}

void StringIds::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id_plus_one == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id_plus_one != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace themata::analysis
