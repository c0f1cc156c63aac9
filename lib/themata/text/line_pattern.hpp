#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "themata/text/offsets.hpp"

namespace themata::text {

/// A regular expression (ICU's syntax) for the beginning of lines. Not for sharing between threads.
class LinePattern {
 public:
  /// Throws `InputError` with the place for an expression that is not well-formed or that matches
  /// nothing at all (an empty line).
  explicit LinePattern(const std::string& expression);
  ~LinePattern();
  LinePattern(LinePattern&&) noexcept;
  LinePattern& operator=(LinePattern&&) noexcept;

  struct Match {
    TextRange whole;
    TextRange group;  ///< the first group; the whole match if the expression has none
  };
  /// How `line`, valid UTF-8, begins; ranges are bytes of the line. An expression that takes far
  /// too long on a line throws `InputError`.
  std::optional<Match> match(std::string_view line);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace themata::text
