#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/exchange/exchanged_text.hpp"
#include "themata/text/offsets.hpp"

namespace themata::exchange {

/// What a program counts when it says where a selection begins and ends.
struct OffsetConvention {
  enum class Unit { code_points, utf16 };
  /// A line end is one character however its file writes it, two, or as many as the file has.
  enum class LineEnds { as_in_file, one, two };
  Unit unit = Unit::code_points;
  LineEnds line_ends = LineEnds::as_in_file;
  bool counts_mark = false;    ///< the byte order mark is the first character
  bool end_inclusive = false;  ///< the end is that of the last character, not behind it

  auto operator<=>(const OffsetConvention&) const = default;
};

/// "UTF-16 units, CRLF counts 2, end exclusive": for people.
std::string describe(const OffsetConvention& convention);
/// Reads what a person writes after `--offsets`: words with commas between them, of `code-points`,
/// `utf16`, `line-end=file|1|2`, `bom`, `inclusive`, `exclusive`; what is not said is as in the
/// standard. Throws `InputError`.
OffsetConvention parse_offset_convention(std::string_view words);

/// Finds positions of any convention in a text. Built in one pass; each position costs O(log n) and
/// looks at no more than a few dozen bytes. The text must outlive the map.
class PositionMap {
 public:
  explicit PositionMap(const ExchangedText& text);

  /// The byte at the position; nothing for one before the text, behind its end, or within a
  /// character. Between a CR and its LF is before both.
  [[nodiscard]] std::optional<text::ByteOffset> at(std::int64_t position,
                                                   const OffsetConvention& convention) const;
  /// The same for both ends; nothing if the range is empty or reversed besides.
  [[nodiscard]] std::optional<text::TextRange> range(std::int64_t start, std::int64_t end,
                                                     const OffsetConvention& convention) const;

  [[nodiscard]] std::string_view text() const { return text_.text; }
  /// The convention, of those that mean the same in this text, that is nearest to the standard.
  [[nodiscard]] OffsetConvention simplest(OffsetConvention convention) const;

 private:
  struct Mark {  // what stands before a byte
    std::size_t byte = 0;
    std::size_t code_points = 0;
    std::size_t utf16 = 0;
    std::size_t lines = 0;
    std::size_t crlf = 0;
  };
  [[nodiscard]] static std::int64_t units(const Mark& mark, const OffsetConvention& convention);
  [[nodiscard]] bool is_crlf(const Mark& mark) const;

  const ExchangedText& text_;
  std::vector<Mark> marks_;
};

}  // namespace themata::exchange
