#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::text {

/// Translates between the three kinds of offset of one text. Built in one pass; afterwards each
/// translation costs O(log n) at most and looks at no more than one block of the text. Memory is
/// under 1 % of the text. An all-ASCII text needs no table at all.
/// The text must be valid UTF-8 and outlive the index; the index may be shared between threads.
class OffsetIndex {
 public:
  explicit OffsetIndex(std::string_view text);

  [[nodiscard]] CodePointOffset code_points(ByteOffset at) const;
  [[nodiscard]] Utf16Offset utf16(ByteOffset at) const;
  /// An offset past the end throws `std::out_of_range`; one inside a surrogate pair gives the
  /// beginning of its code point.
  [[nodiscard]] ByteOffset bytes(CodePointOffset at) const;
  [[nodiscard]] ByteOffset bytes(Utf16Offset at) const;

  [[nodiscard]] CodePointRange code_points(TextRange range) const;
  [[nodiscard]] TextRange bytes(CodePointRange range) const;

  /// The text's whole length.
  [[nodiscard]] CodePointOffset code_point_length() const { return code_point_length_; }
  [[nodiscard]] Utf16Offset utf16_length() const { return utf16_length_; }

 private:
  struct Block {  // what stands before the block's first byte
    std::uint32_t code_points;
    std::uint32_t utf16;
  };
  std::string_view text_;
  std::vector<Block> blocks_;
  CodePointOffset code_point_length_;
  Utf16Offset utf16_length_;
};

/// The number of the line (from 1) on which `at` lies: 1 + the line feeds before it. O(at); for
/// messages only.
std::size_t line_number(std::string_view text, ByteOffset at);

}  // namespace themata::text
