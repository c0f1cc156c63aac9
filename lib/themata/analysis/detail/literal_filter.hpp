#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace themata::analysis::detail {

/// Tells texts that cannot hold a word of some pattern, without taking them apart: whatever meets
/// `breath*` has `breath` in it, in ASCII of either case, or a character that folds to ASCII. Never
/// denies a text that has such a word.
class LiteralFilter {
 public:
  /// A pattern of these words in a row, each with `*` for zero or more characters, folded.
  void add(const std::vector<std::string>& folded_words);
  /// There is a pattern that no literal stands for: every text may hold a word.
  void admit_all() { admits_all_ = true; }

  [[nodiscard]] bool may_hold(std::string_view text) const;

 private:
  std::vector<std::string> literals_;  // in lower case, none of them shorter than two bytes
  bool admits_all_ = false;
};

}  // namespace themata::analysis::detail
