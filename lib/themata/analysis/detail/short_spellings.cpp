#include "themata/analysis/detail/short_spellings.hpp"

namespace themata::analysis::detail {

std::size_t ShortSpellings::free_place(const ShortWord& word) const {
  std::size_t at = word.hash() >> shift_;
  while (!slots_[at].word.empty()) at = (at + 1) & (slots_.size() - 1);
  return at;
}

SpellingCount& ShortSpellings::add(const Slot& slot, std::size_t at) {
  if (2 * ++taken_ > slots_.size()) {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    --shift_;
    for (const Slot& known : old) {
      if (!known.word.empty()) slots_[free_place(known.word)] = known;
    }
    at = free_place(slot.word);
  }
  slots_[at] = slot;
  return slots_[at].counts;
}

}  // namespace themata::analysis::detail
