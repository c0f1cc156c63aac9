#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::text {

/// A stretch that two texts have in common: the same bytes in both.
struct EqualRun {
  TextRange before;
  TextRange after;
};

/// Where a stretch of one text is in another.
struct Placement {
  enum class Kind {
    same,     ///< there, with the very same characters
    changed,  ///< what stands in its place is known for certain, but differs
    lost,     ///< little or nothing of it is there
  };
  Kind kind = Kind::lost;
  /// In the new text, on grapheme boundaries. Of a lost stretch: what little is left of it, or an
  /// empty range about where it was.
  TextRange range;
};

/// Which part of a corrected text is which of the text before it. What is found keeps its order: of
/// two passages that changed places one is found and the other is lost. Texts are compared by
/// lines, then, where lines differ, by words, spaces and marks, and, where words differ a little,
/// by characters; likenesses that are small beside what was replaced around them are not believed.
/// What was added or removed is taken for whole lines or words where it can be.
/// Takes time and memory about linear in the texts, whatever was changed; in return, a stretch of
/// more than some thousand words without one row of words in common counts as replaced.
/// Both texts are valid UTF-8 and must outlive the alignment.
class Alignment {
 public:
  Alignment(std::string_view before, std::string_view after);

  /// What is equal, in the order of both texts; a run does not follow on another in both.
  [[nodiscard]] const std::vector<EqualRun>& runs() const { return runs_; }

  /// Where the stretch, which is not empty, is in the new text. O(log n), apart from the number of
  /// changes inside it.
  [[nodiscard]] Placement place(TextRange range) const;

 private:
  struct Gap;
  [[nodiscard]] Gap gap_before(std::size_t run) const;
  [[nodiscard]] std::pair<std::size_t, std::size_t> runs_in(TextRange range) const;
  /// How many bytes of `range` the runs from `first` to `last` have.
  [[nodiscard]] std::size_t left_of(TextRange range, std::size_t first, std::size_t last) const;
  [[nodiscard]] Placement place_in_gap(TextRange range, std::size_t run) const;
  [[nodiscard]] Placement snapped(TextRange before, Placement placement) const;

  std::string_view before_;
  std::string_view after_;
  std::vector<EqualRun> runs_;
};

}  // namespace themata::text
