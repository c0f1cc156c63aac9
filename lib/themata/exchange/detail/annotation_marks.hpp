#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/exchange/annotation.hpp"

namespace themata::exchange::detail {

/// `{{Trust#2}}` or `{{/Trust#2}}`, taken apart.
struct Mark {
  bool closes = false;
  std::string code;        ///< empty: a closing mark for whatever was opened last
  std::size_t number = 1;  ///< tells codings with one code apart
};

/// What stands between the braces of a mark; nothing if that is no mark: no name, or one that ends
/// in a backslash.
std::optional<Mark> parse_mark(std::string_view inside);

/// The inverse.
std::string written_mark(const Mark& mark);

/// A text with its marks taken out. Lines are counted from `first_line`; `file` is for messages.
struct UnmarkedText {
  std::string text;
  std::vector<AnnotatedCoding> codings;
};
UnmarkedText without_marks(const std::string& file, std::size_t first_line,
                           std::string_view marked);

}  // namespace themata::exchange::detail
