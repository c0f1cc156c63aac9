#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/model/source_data.hpp"
#include "themata/text/offset_index.hpp"

namespace themata::study::detail {

/// Finds the segments of one source that people mean by quotes, ranges and turns.
class SegmentFinder {
 public:
  explicit SegmentFinder(model::SourceData source);
  SegmentFinder(const SegmentFinder&) = delete;  // the index refers to the text beside it
  SegmentFinder& operator=(const SegmentFinder&) = delete;

  [[nodiscard]] const model::SourceData& source() const { return source_; }
  [[nodiscard]] text::CodePointRange code_points(text::TextRange range) const {
    return index_.code_points(range);
  }

  /// Throws `NotFound` (with the nearest places) or `Conflict` (with all places).
  [[nodiscard]] text::TextRange by_quote(std::string_view quote,
                                         std::optional<std::size_t> nth) const;
  /// Throws `InputError`: empty, reversed, past the end.
  [[nodiscard]] text::TextRange by_range(text::CodePointRange range) const;
  /// Throws `InputError` with the nearest boundaries if an end of `range` is inside a grapheme.
  void refuse_cut_graphemes(text::TextRange range) const;
  /// Throws `InputError` for turns there are not, or that run backwards.
  void require_turns(std::size_t first, std::size_t last) const;
  /// From the first turn's text to the last one's. Throws `InputError`, also if that is none.
  [[nodiscard]] text::TextRange by_turns(std::size_t first, std::size_t last) const;

 private:
  [[nodiscard]] std::string place(text::TextRange range) const;
  [[nodiscard]] std::string places(const std::vector<text::TextRange>& ranges) const;

  model::SourceData source_;
  text::OffsetIndex index_;
  std::vector<text::TextRange> unspoken_;
};

}  // namespace themata::study::detail
