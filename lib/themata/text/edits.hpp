#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::text {

/// A stretch of a text and what is put in its place; nothing cuts it out.
struct Edit {
  TextRange range;
  std::string with;
};

/// Edits of one text, made at once, and where every place of the text is afterwards. An edit may
/// not be an empty range.
class Edits {
 public:
  Edits() = default;
  /// The edits in order; they do not overlap (it is a bug of the caller if they do).
  explicit Edits(std::vector<Edit> edits);

  [[nodiscard]] bool empty() const { return edits_.empty(); }
  [[nodiscard]] std::size_t size() const { return edits_.size(); }
  [[nodiscard]] const std::vector<Edit>& list() const { return edits_; }

  /// The text with every edit made.
  [[nodiscard]] std::string apply(std::string_view text) const;

  /// Where what begins at `at` begins afterwards: inside an edit, that is where the edit's own text
  /// begins. O(log n).
  [[nodiscard]] ByteOffset begin(ByteOffset at) const;
  /// Where what ends at `at` ends afterwards: inside an edit, that is where the edit's own text
  /// ends.
  [[nodiscard]] ByteOffset end(ByteOffset at) const;
  /// Both ends; empty if nothing is left of it.
  [[nodiscard]] TextRange moved(TextRange range) const;
  /// True if `at` lies inside an edit, not at its ends.
  [[nodiscard]] bool cuts(ByteOffset at) const;
  /// True if the character that begins at `at` was cut out, nothing being put in its place.
  [[nodiscard]] bool cut_out(ByteOffset at) const;
  /// True if `range` begins or ends inside an edit, or if its first or its last character was cut
  /// out.
  [[nodiscard]] bool change_ends(TextRange range) const;

 private:
  /// The first edit that ends behind `at`.
  [[nodiscard]] std::size_t reaching(ByteOffset at) const;
  /// Where `at` is afterwards, the first `edits` edits being before it and the others behind.
  [[nodiscard]] ByteOffset after(std::size_t edits, ByteOffset at) const;

  std::vector<Edit> edits_;
  std::vector<std::size_t> placed_;  // where each edit's text begins afterwards
};

}  // namespace themata::text
