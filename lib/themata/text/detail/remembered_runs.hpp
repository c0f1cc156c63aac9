#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::text::detail {

/// The words of short runs of characters between those that stand apart, as ICU found them: Korean
/// words, short replies in Chinese or Thai, names. What is between such characters is cut alike
/// wherever it stands. Memory is bounded: once so many are known, all are forgotten.
class RememberedRuns {
 public:
  static constexpr std::size_t longest = 64;  // bytes; longer ones seldom come again
  static constexpr std::size_t most = 16'384;

  /// Words as ranges of the run.
  using Words = std::vector<std::pair<std::uint8_t, std::uint8_t>>;

  /// Null if the run is not known. Valid until the next `add`.
  [[nodiscard]] const Words* find(std::string_view run) const {
    const auto known = runs_.find(run);
    return known == runs_.end() ? nullptr : &known->second;
  }
  /// `words` are those of `run`, which begins at byte `begin` of the text that they are ranges of.
  const Words& add(std::string_view run, std::size_t begin, const std::vector<TextRange>& words) {
    if (runs_.size() == most) runs_.clear();
    Words& own = runs_[std::string(run)];
    const auto within = [&](ByteOffset place) {
      return static_cast<std::uint8_t>(place.value - begin);
    };
    for (const TextRange word : words) own.emplace_back(within(word.begin), within(word.end));
    return own;
  }
  [[nodiscard]] std::size_t size() const { return runs_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view run) const {
      return std::hash<std::string_view>{}(run);
    }
  };
  std::unordered_map<std::string, Words, Hash, std::equal_to<>> runs_;
};

}  // namespace themata::text::detail
