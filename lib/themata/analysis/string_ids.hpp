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
  std::size_t id(std::string_view string) { return id(string, Key(string)); }
  /// The same for the part of `text` that begins at `begin` and has `size` bytes; faster, as it may
  /// look at what follows.
  std::size_t id(std::string_view text, std::size_t begin, std::size_t size) {
    const std::string_view string = text.substr(begin, size);
    const bool has_room = size <= Key::whole && text.size() - begin >= Key::whole;
    return id(string, has_room ? Key(text.data() + begin, size) : Key(string));
  }
  /// The string with the number `id`. The view holds until the next new string.
  [[nodiscard]] std::string_view string(std::size_t id) const;
  [[nodiscard]] std::size_t size() const { return ends_.size(); }

 private:
  /// Sixteen bytes that stand for a string: all of it up to that size, which few words exceed, so
  /// that most are compared without reading them anywhere else; else its beginning and its end.
  struct Key {
    static constexpr std::size_t whole = 16;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint32_t size = 0;
    std::uint32_t hash = 0;

    Key() = default;
    explicit Key(std::string_view string) : size(static_cast<std::uint32_t>(string.size())) {
      if (is_whole()) {
        char padded[whole] = {};
        std::memcpy(padded, string.data(), string.size());
        load(padded, padded + 8);
      } else {
        load(string.data(), string.data() + string.size() - 8);
      }
    }
    /// Of at most `whole` bytes, where as many can be read.
    Key(const char* bytes, std::size_t count) : size(static_cast<std::uint32_t>(count)) {
      constexpr char ones = '\xFF';
      static constexpr char mask[2 * whole] = {ones, ones, ones, ones, ones, ones, ones, ones,
                                               ones, ones, ones, ones, ones, ones, ones, ones};
      load(bytes, bytes + 8);
      std::uint64_t kept = 0;
      std::memcpy(&kept, mask + whole - count, 8);
      first &= kept;
      std::memcpy(&kept, mask + whole - count + 8, 8);
      last &= kept;
      hash = mixed();
    }
    [[nodiscard]] bool is_whole() const { return size <= whole; }
    bool operator==(const Key& other) const {
      return first == other.first && last == other.last && size == other.size;
    }

   private:
    void load(const char* first_eight, const char* last_eight) {
      std::memcpy(&first, first_eight, 8);
      std::memcpy(&last, last_eight, 8);
      hash = mixed();
    }
    [[nodiscard]] std::uint32_t mixed() const {
      std::uint64_t bits = (first ^ size) * 0x9E3779B97F4A7C15U;
      bits = (bits ^ (bits >> 32) ^ last) * 0xD6E8FEB86659FD93U;
      return static_cast<std::uint32_t>(bits >> 32);
    }
  };
  struct Slot {
    Key key;
    std::uint32_t id_plus_one = 0;  // 0: free
  };
  std::size_t id(std::string_view string, const Key& key) {
    const Slot& likely = slots_[key.hash & (slots_.size() - 1)];
    if (likely.id_plus_one != 0 && key.is_whole() && likely.key == key) {
      return likely.id_plus_one - 1;
    }
    return id_of_other(string, key);
  }
  std::size_t id_of_other(std::string_view string, const Key& key);
  void grow();

  std::vector<Slot> slots_;  // open addressing; a power of two, at most half of it taken
  std::string bytes_;        // the strings one after the other
  std::vector<std::size_t> ends_;
};

}  // namespace themata::analysis
