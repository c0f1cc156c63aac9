#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace themata::text {

/// A position between two characters of a text, counted from 0 in one unit. Offsets of different
/// units are different types and do not convert; `OffsetIndex` translates.
template <class Unit>
struct Offset {
  std::size_t value = 0;

  constexpr Offset() = default;
  constexpr explicit Offset(std::size_t v) : value(v) {}
  constexpr auto operator<=>(const Offset&) const = default;
  constexpr Offset operator+(std::size_t n) const { return Offset{value + n}; }
  constexpr Offset operator-(std::size_t n) const { return Offset{value - n}; }
  constexpr std::size_t operator-(Offset other) const { return value - other.value; }
};

using ByteOffset = Offset<struct ByteUnit>;            ///< UTF-8 bytes
using CodePointOffset = Offset<struct CodePointUnit>;  ///< Unicode code points
using Utf16Offset = Offset<struct Utf16Unit>;          ///< UTF-16 code units

/// A half-open range [begin, end) of a text; `begin <= end`.
template <class Position>
struct Range {
  Position begin;
  Position end;

  constexpr Range() = default;
  constexpr Range(Position b, Position e) : begin(b), end(e) {}
  constexpr auto operator<=>(const Range&) const = default;
  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Position p) const { return begin <= p && p < end; }
  [[nodiscard]] constexpr bool contains(const Range& other) const {
    return begin <= other.begin && other.end <= end;
  }
  /// True if the two share at least one unit.
  [[nodiscard]] constexpr bool overlaps(const Range& other) const {
    return begin < other.end && other.begin < end;
  }
};

/// What the library uses inside: UTF-8 bytes, both ends on code point boundaries.
using TextRange = Range<ByteOffset>;
/// What people and other programs see: code points.
using CodePointRange = Range<CodePointOffset>;

/// The range of a text from `begin` to `end`, given as plain byte counts.
constexpr TextRange byte_range(std::size_t begin, std::size_t end) {
  return {ByteOffset{begin}, ByteOffset{end}};
}

/// The part of `text` that `range` names. `range` must lie within `text`.
constexpr std::string_view slice(std::string_view text, TextRange range) {
  return text.substr(range.begin.value, range.size());
}

}  // namespace themata::text
