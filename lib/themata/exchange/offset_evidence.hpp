#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "themata/exchange/position_map.hpp"

namespace themata::exchange {

/// A selection as another program's file states it.
struct ClaimedRange {
  std::int64_t start = 0;
  std::int64_t end = 0;
  std::string_view name;  ///< often the beginning of its text
};

/// How well each convention fits the selections of one source, or of several. A selection speaks
/// for a convention by which its text is, or begins with, its name; and, less, for one by which it
/// begins and ends where words and lines do. One that has no text by it speaks against it.
class OffsetEvidence {
 public:
  static constexpr std::size_t convention_count = 24;
  /// All conventions, the standard's first, then the likelier before the rarer.
  static const std::array<OffsetConvention, convention_count>& conventions();

  OffsetEvidence() = default;
  /// Looks at no more than 500 of the ranges, evenly spread.
  OffsetEvidence(const PositionMap& map, const std::vector<ClaimedRange>& ranges);

  OffsetEvidence& operator+=(const OffsetEvidence& other);

  struct Choice {
    OffsetConvention convention;
    /// Another one fits as well, and means other texts.
    bool is_doubtful = false;
    std::size_t names_that_fit = 0;  ///< of the names that were looked at and have a text
    std::size_t names = 0;
    std::size_t ranges = 0;
  };
  /// The convention that fits these ranges best; among those that fit about as well, the one that
  /// fits `all`, the evidence of the whole project, best.
  [[nodiscard]] Choice choose(const OffsetEvidence& all, const PositionMap& map,
                              const std::vector<ClaimedRange>& ranges) const;

 private:
  /// What one range says of the convention in this place; `name` is its name, squeezed.
  void look_at(const PositionMap& map, const ClaimedRange& claimed, std::string_view name,
               std::size_t convention);

  std::array<double, convention_count> scores_{};
  std::array<std::size_t, convention_count> names_that_fit_{};
  std::array<std::size_t, convention_count> names_{};
  std::size_t ranges_ = 0;
};

/// True if `excerpt` is `name`, or begins with it where the name is cut off; runs of white space
/// are as good as a space.
bool is_name_of(std::string_view name, std::string_view excerpt);

}  // namespace themata::exchange
