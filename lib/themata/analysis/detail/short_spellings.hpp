#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::analysis::detail {

/// The bytes of a short word in two registers, zeros behind them. As no word ends with a zero byte,
/// two are equal only if their words are.
struct ShortWord {
  static constexpr std::size_t longest = 16;  // bytes; few words have more
  std::uint64_t first = 0;
  std::uint64_t last = 0;

  ShortWord() = default;
  /// The part `word` of `text`, of at most `longest` bytes.
  ShortWord(std::string_view text, text::TextRange word) {
    const std::size_t begin = word.begin.value;
    if (text.size() - begin >= longest) {
      load(text.data() + begin);
      keep(word.size());
    } else {
      char padded[longest] = {};
      std::memcpy(padded, text.data() + begin, word.size());
      load(padded);
    }
  }
  bool operator==(const ShortWord&) const = default;
  [[nodiscard]] bool empty() const { return (first | last) == 0; }
  /// Its upper bits are mixed best.
  [[nodiscard]] std::uint64_t hash() const {
    return first * 0x9E3779B97F4A7C15U + std::rotl(last * 0xD6E8FEB86659FD93U, 32) + last;
  }

 private:
  void load(const char* bytes) {
    std::memcpy(&first, bytes, 8);
    std::memcpy(&last, bytes + 8, 8);
  }
  void keep(std::size_t size) {
    constexpr char ones = '\xFF';
    static constexpr char mask[2 * longest] = {ones, ones, ones, ones, ones, ones, ones, ones,
                                               ones, ones, ones, ones, ones, ones, ones, ones};
    const char* from = mask + longest - size;
    std::uint64_t kept = 0;
    std::memcpy(&kept, from, 8);
    first &= kept;
    std::memcpy(&kept, from + 8, 8);
    last &= kept;
  }
};

/// What is counted of a spelling.
struct SpellingCount {
  std::uint64_t count = 0;
  std::uint32_t row = 0;      // of the table that it is counted in
  std::uint32_t speaker = 0;  // who said it last
};

/// The counts of short spellings, by open addressing: spelling and count lie side by side.
class ShortSpellings {
 public:
  struct Slot {
    ShortWord word;  // empty: the slot is free
    SpellingCount counts;
  };

  ShortSpellings() : slots_(std::size_t{1} << first_bits), shift_(64 - first_bits) {}

  /// The counts of `word`; if it is new, what `make` gives. Valid until the next call.
  template <class Make>
  SpellingCount& at(const ShortWord& word, Make make) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = word.hash() >> shift_;; at = (at + 1) & mask) {
      Slot& slot = slots_[at];
      if (slot.word == word) return slot.counts;
      if (slot.word.empty()) return add({word, make()}, at);
    }
  }
  [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }

 private:
  static constexpr unsigned first_bits = 10;
  SpellingCount& add(const Slot& slot, std::size_t at);
  [[nodiscard]] std::size_t free_place(const ShortWord& word) const;

  std::vector<Slot> slots_;  // a power of two, at most half of them taken
  std::size_t taken_ = 0;
  unsigned shift_;  // leaves of a hash the number of a slot
};

}  // namespace themata::analysis::detail
