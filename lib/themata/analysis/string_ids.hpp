#pragma once

#include <cstddef>
#include <cstdint>
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
  std::size_t id(std::string_view string);
  /// The string with the number `id`. The view holds until the next new string.
  [[nodiscard]] std::string_view string(std::size_t id) const;
  [[nodiscard]] std::size_t size() const { return ends_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id_plus_one = 0;  // 0: free
  };
  [[nodiscard]] std::size_t slot_of(std::string_view string, std::uint32_t hash) const;
  void grow();

  std::vector<Slot> slots_;  // open addressing; a power of two, at most half of it taken
  std::string bytes_;        // the strings one after the other
  std::vector<std::size_t> ends_;
};

}  // namespace themata::analysis
