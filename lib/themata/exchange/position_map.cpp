#include "themata/exchange/position_map.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/text/utf8.hpp"

namespace themata::exchange {

namespace {

constexpr std::size_t spacing = 64;  ///< bytes between marks, at least

using Unit = OffsetConvention::Unit;
using LineEnds = OffsetConvention::LineEnds;

}  // namespace

std::string describe(const OffsetConvention& convention) {
  std::string words = convention.unit == Unit::utf16 ? "UTF-16 units" : "code points";
  if (convention.line_ends == LineEnds::one) words += ", each line end counts 1";
  if (convention.line_ends == LineEnds::two) words += ", each line end counts 2";
  if (convention.line_ends == LineEnds::as_in_file) words += ", line ends as in the file";
  if (convention.counts_mark) words += ", byte order mark counted";
  words += convention.end_inclusive ? ", end inclusive" : ", end exclusive";
  return words;
}

OffsetConvention parse_offset_convention(std::string_view words) {
  OffsetConvention convention;
  while (!words.empty()) {
    const std::size_t comma = std::min(words.find(','), words.size());
    const std::string_view word = words.substr(0, comma);
    words.remove_prefix(std::min(comma + 1, words.size()));
    if (word == "utf16") {
      convention.unit = Unit::utf16;
    } else if (word == "line-end=1") {
      convention.line_ends = LineEnds::one;
    } else if (word == "line-end=2") {
      convention.line_ends = LineEnds::two;
    } else if (word == "bom") {
      convention.counts_mark = true;
    } else if (word == "inclusive") {
      convention.end_inclusive = true;
    } else if (word != "code-points" && word != "line-end=file" && word != "exclusive") {
      throw InputError(fmt::format(
          "\"{}\" says nothing of offsets; give some of code-points, utf16, line-end=file, "
          "line-end=1, line-end=2, bom, inclusive, exclusive, with commas between them",
          word));
    }
  }
  return convention;
}

PositionMap::PositionMap(const ExchangedText& text) : text_(text) {
  const std::string_view bytes = text_.text;
  marks_.reserve(bytes.size() / spacing + 2);
  Mark mark;
  marks_.push_back(mark);
  while (mark.byte < bytes.size()) {
    if (mark.byte >= marks_.back().byte + spacing) marks_.push_back(mark);
    if (bytes[mark.byte] == '\n') {
      if (is_crlf(mark)) ++mark.crlf;
      ++mark.lines;
    }
    const char32_t c = text::next_code_point(bytes, mark.byte);
    ++mark.code_points;
    mark.utf16 += c > 0xFFFFU ? 2 : 1;
  }
  marks_.push_back(mark);
}

bool PositionMap::is_crlf(const Mark& mark) const {
  return mark.crlf < text_.crlf.size() && text_.crlf[mark.crlf] == mark.byte;
}

std::int64_t PositionMap::units(const Mark& mark, const OffsetConvention& convention) {
  std::size_t count = convention.unit == Unit::utf16 ? mark.utf16 : mark.code_points;
  if (convention.line_ends == LineEnds::two) count += mark.lines;
  if (convention.line_ends == LineEnds::as_in_file) count += mark.crlf;
  return static_cast<std::int64_t>(count);
}

OffsetConvention PositionMap::simplest(OffsetConvention convention) const {
  const Mark& end = marks_.back();
  if (!text_.had_mark) convention.counts_mark = false;
  if (end.utf16 == end.code_points) convention.unit = Unit::code_points;
  const bool all_crlf = end.crlf == end.lines;
  if (end.lines == 0 || (convention.line_ends == LineEnds::one && end.crlf == 0) ||
      (convention.line_ends == LineEnds::two && all_crlf)) {
    convention.line_ends = LineEnds::as_in_file;
  }
  return convention;
}

std::optional<text::ByteOffset> PositionMap::at(std::int64_t position,
                                                const OffsetConvention& convention) const {
  if (position < 0) return std::nullopt;
  if (convention.counts_mark && text_.had_mark && position > 0) --position;
  if (position > units(marks_.back(), convention)) return std::nullopt;
  auto next = std::upper_bound(
      marks_.begin(), marks_.end(), position,
      [&](std::int64_t value, const Mark& mark) { return value < units(mark, convention); });
  Mark mark = *std::prev(next);
  const std::string_view bytes = text_.text;
  while (units(mark, convention) < position) {
    const Mark before = mark;
    const bool is_line_end = bytes[mark.byte] == '\n';
    if (is_line_end) {
      if (is_crlf(mark)) ++mark.crlf;
      ++mark.lines;
    }
    const char32_t c = text::next_code_point(bytes, mark.byte);
    ++mark.code_points;
    mark.utf16 += c > 0xFFFFU ? 2 : 1;
    if (units(mark, convention) <= position) continue;
    if (!is_line_end) return std::nullopt;  // within a surrogate pair
    return text::ByteOffset{before.byte};
  }
  return text::ByteOffset{mark.byte};
}

std::optional<text::TextRange> PositionMap::range(std::int64_t start, std::int64_t end,
                                                  const OffsetConvention& convention) const {
  if (convention.end_inclusive) {
    if (end == INT64_MAX) return std::nullopt;
    ++end;
  }
  if (end <= start) return std::nullopt;
  const auto first = at(start, convention);
  const auto last = at(end, convention);
  if (!first || !last || *last <= *first) return std::nullopt;
  return text::TextRange{*first, *last};
}

}  // namespace themata::exchange
