#pragma once

#include <cstddef>
#include <optional>

namespace themata::analysis {

/// Two words and how often they meet.
struct Meeting {
  std::size_t together = 0;  ///< O: occurrences of the two together
  std::size_t first = 0;     ///< f_x: occurrences of one, the node
  std::size_t second = 0;    ///< f_y: occurrences of the other, the collocate
  std::size_t words = 0;     ///< N: words in all
  /// Places that are looked at for each occurrence of the node: 1 for the word that follows, 2k
  /// for a window of k words on either side.
  std::size_t span = 1;
};

/// E = f_x f_y span / N: how often they would be together by chance. Undefined without words.
std::optional<double> expected_together(const Meeting& meeting);

/// Mutual information MI = log2(O / E) (Church and Hanks 1990). Undefined where they are
/// never together.
std::optional<double> mutual_information(const Meeting& meeting);

/// t = (O - E) / sqrt(O) (Church et al. 1991; Manning and Schütze 1999, 5.3.2). Undefined as MI.
std::optional<double> t_score(const Meeting& meeting);

/// Dice = 2 O / (f_x + f_y) (Smadja et al. 1996, p. 13). Undefined where neither occurs.
std::optional<double> dice(const Meeting& meeting);

/// logDice = 14 + log2(Dice) (Rychlý 2008): at most 14 for neighbours, whatever the size of the
/// corpus; +1 is twice as often. In a window, where a word can stand twice near one occurrence, it
/// can pass 14. Undefined where they are never together.
std::optional<double> log_dice(const Meeting& meeting);

}  // namespace themata::analysis
