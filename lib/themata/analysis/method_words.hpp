#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "themata/text/offsets.hpp"

namespace themata::analysis {

/// A word of the method about which a reflexive thematic analysis has something to say.
struct MethodWord {
  std::string_view name;    ///< "emerge", "saturation", "bias", "inter-rater"
  std::string_view remark;  ///< what speaks against the word, with its source
};
std::span<const MethodWord> method_words();

/// A place where a text has one, in any of its English forms ("emerged", "emergent").
struct MethodWordHit {
  std::string_view name;
  text::TextRange range;
};
/// In order. "emergency" is no form of "emerge".
std::vector<MethodWordHit> method_words_in(std::string_view text);

}  // namespace themata::analysis
