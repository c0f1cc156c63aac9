#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace themata::analysis {

/// Numbers distinct strings from 0 in order of first sight. Looking up one that is known allocates
/// nothing; memory grows with the distinct strings only.
class StringIds {
 public:
  StringIds();

  /// The number of `string`; a new one if it was never seen.
  std::size_t id(std::string_view string) {
    const Key key(string);
    const Slot& first = slots_[key.hash & (slots_.size() - 1)];
    if (first.id_plus_one != 0 && key.is_whole() && first.key == key) return first.id_plus_one - 1;
    return id_of_other(string, key);
  }
  /// The string with the number `id`. The view holds until the next new string.
  [[nodiscard]] std::string_view string(std::size_t id) const;
  [[nodiscard]] std::size_t size() const { return ends_.size(); }

 private:
  /// The first and the last eight bytes of a string: all of it up to sixteen bytes, which few words
  /// exceed, so that most are compared without reading them anywhere else.
  struct Key {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint32_t size = 0;
    std::uint32_t hash = 0;

    Key() = default;
    explicit Key(std::string_view string) : size(static_cast<std::uint32_t>(string.size())) {
      const char* bytes = string.data();
      if (size >= 8) {
        std::memcpy(&first, bytes, 8);
        std::memcpy(&last, bytes + size - 8, 8);
      } else if (size >= 4) {
        std::uint32_t halves[2];
        std::memcpy(&halves[0], bytes, 4);
        std::memcpy(&halves[1], bytes + size - 4, 4);
        first = std::uint64_t{halves[1]} << 32 | halves[0];
      } else if (size > 0) {  // one to three bytes: the first, the middle one, the last
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
        first = std::uint64_t{byte(0)} | std::uint64_t{byte(size / 2)} << 8 |
                std::uint64_t{byte(size - 1)} << 16;
      }
      hash = mixed();
    }
    [[nodiscard]] bool is_whole() const { return size <= 16; }
    bool operator==(const Key& other) const {
      return first == other.first && last == other.last && size == other.size;
    }

   private:
    [[nodiscard]] std::uint32_t mixed() const {
      std::uint64_t hash_bits = (first ^ size) * 0x9E3779B97F4A7C15U;
      hash_bits = (hash_bits ^ (hash_bits >> 32) ^ last) * 0xD6E8FEB86659FD93U;
      return static_cast<std::uint32_t>(hash_bits >> 32);
    }
  };
  struct Slot {
    Key key;
    std::uint32_t id_plus_one = 0;  // 0: free
  };
  std::size_t id_of_other(std::string_view string, const Key& key);
  void grow();

  std::vector<Slot> slots_;  // open addressing; a power of two, at most half of it taken
  std::string bytes_;        // the strings one after the other
  std::vector<std::size_t> ends_;
};

}  // namespace themata::analysis
