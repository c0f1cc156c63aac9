#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "themata/model/corpus.hpp"
#include "themata/model/term_family.hpp"
#include "themata/text/offsets.hpp"

namespace themata::analysis {

/// A keyword in its context. The texts are cut verbatim from the turn in which the hit begins,
/// white space trimmed at the outer ends.
struct KwicLine {
  std::string source;
  std::string participant;  ///< who says it; the speaker's label for a researcher
  text::CodePointRange range;
  std::string before;
  std::string keyword;
  std::string after;
  std::optional<std::chrono::milliseconds> started = std::nullopt;  ///< of the turn, if it is told
};

/// A window that takes in the whole turn.
inline constexpr std::size_t whole_turn = static_cast<std::size_t>(-1);

/// Every occurrence of `family` with up to `window` words that are said on either side, notes and
/// the like between them, in the study's order, handed to `sink` one at a time. Throws as
/// `TermMatcher` does.
void kwic(model::Corpus& corpus, const model::TermFamily& family, std::size_t window,
          const std::function<void(const KwicLine&)>& sink);

}  // namespace themata::analysis
