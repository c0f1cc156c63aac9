#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace themata::analysis {

/// How often something occurs in one of the parts of a corpus.
struct InPart {
  std::size_t part = 0;       ///< number of the part, from 0
  std::size_t frequency = 0;  ///< occurrences there
  bool operator==(const InPart&) const = default;
};

/// The parts that a corpus is divided into, by their sizes in words. A part without a word is no
/// part: it is left out of the number of parts, n.
class PartSizes {
 public:
  explicit PartSizes(std::vector<std::size_t> sizes);

  [[nodiscard]] std::size_t count() const { return count_; }  ///< n
  [[nodiscard]] std::size_t words() const { return words_; }  ///< of all parts together
  [[nodiscard]] std::size_t least() const { return least_; }  ///< size of the smallest; 0 if n = 0
  [[nodiscard]] std::size_t size(std::size_t part) const { return sizes_.at(part); }

 private:
  std::vector<std::size_t> sizes_;
  std::size_t count_ = 0;
  std::size_t words_ = 0;
  std::size_t least_ = 0;
};

/// How evenly something is spread over the parts of a corpus. With v_i its frequency in part i, f
/// the sum of all v_i, s_i the size of the part as a share of the corpus, p_i = v_i / size_i.
/// Absent measures are undefined: of what does not occur, of what occurs in a part without words,
/// and, where a single part leaves nothing to compare, of all that divides by n - 1 or log n.
/// Beware the directions: D, D2 and S are 1 where the spread is even, DP is 0 there.
struct Dispersion {
  /// Parts in which it occurs, of n.
  std::size_t range = 0;
  /// Juilland's D = 1 - V / sqrt(n - 1), V the population standard deviation of the p_i over their
  /// mean (Juilland and Chang-Rodríguez 1964; with relative frequencies, as in Gries 2008, pp.
  /// 406-416, so that parts need not be of equal size).
  std::optional<double> juilland_d;
  /// Gries' DP = 1/2 sum |v_i / f - s_i|, from 0 (even) to nearly 1 (Gries 2008, pp. 406-416).
  std::optional<double> dp;
  /// DP / (1 - min s_i), from 0 to 1 (Lijffijt and Gries 2012, p. 148).
  std::optional<double> dp_norm;
  /// Carroll's D2: the entropy of the p_i over their sum, divided by log n (Carroll 1970, pp.
  /// 13-14).
  std::optional<double> carroll_d2;
  /// Rosengren's S = (sum sqrt(s_i v_i))^2 / f (Rosengren 1971; in Gries 2008, pp. 406-416).
  std::optional<double> rosengren_s;
};

/// `occurrences` names each part at most once; parts it does not name have none. Time follows
/// their number, not the number of parts.
Dispersion dispersion(const std::vector<InPart>& occurrences, const PartSizes& parts);

}  // namespace themata::analysis
