#pragma once

#include <string>
#include <vector>

namespace themata::model {

/// One pattern of a term family.
struct TermPattern {
  enum class Kind {
    words,  ///< one or more words adjacent in a turn, each folded and perhaps with `*`
    stem,   ///< every form with the stem of `words[0]`
    code,   ///< the excerpts of the code named `words[0]` (as typed)
  };
  Kind kind = Kind::words;
  std::vector<std::string> words;
  bool excluded = false;  ///< `-pattern`: take these hits out again
};

/// A label and the forms counted under it: `Breathe, Breather, Breath: breath*`.
struct TermFamily {
  std::string label;
  std::vector<TermPattern> patterns;
};

}  // namespace themata::model
