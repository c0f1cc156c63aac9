#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace themata::analysis {

/// How varied a run of words is. Feed it the words in order, as numbers that are equal where the
/// words are. Memory grows with the distinct words and with the window.
class LexicalDiversity {
 public:
  /// `window`, at least 1: how many consecutive words MATTR looks at.
  explicit LexicalDiversity(std::size_t window) : window_(window) {}

  void add(std::size_t word);

  [[nodiscard]] std::size_t tokens() const { return tokens_; }
  [[nodiscard]] std::size_t types() const { return in_all_.size(); }
  /// Type-token ratio: types / tokens. It falls as a text grows, so compare it only between texts
  /// of one length. Undefined where nothing was said.
  [[nodiscard]] std::optional<double> ttr() const;
  /// Moving-average type-token ratio: the mean of the ratios of all runs of `window` consecutive
  /// words (Covington and McFall 2010). Undefined for fewer words than one window.
  [[nodiscard]] std::optional<double> mattr() const;

 private:
  std::size_t window_;
  std::size_t tokens_ = 0;
  std::unordered_set<std::size_t> in_all_;
  std::deque<std::size_t> latest_;  // the words of the window
  std::unordered_map<std::size_t, std::size_t> in_window_;
  std::size_t windows_ = 0;
  std::size_t types_in_windows_ = 0;  // summed over all windows
};

}  // namespace themata::analysis
