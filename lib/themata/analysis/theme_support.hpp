#pragma once

#include <cstddef>
#include <vector>

#include "themata/model/corpus.hpp"

namespace themata::analysis {

/// On how much a theme rests, what lies below it included.
struct ThemeSupport {
  model::ThemeId theme;
  std::size_t excerpts = 0;
  std::size_t sources = 0;
  std::size_t participants = 0;
  std::size_t of_one_participant = 0;  ///< excerpts in which the one with the most speaks
};

/// Every theme, in the tree's order. An excerpt counts once for a theme, and once for each
/// participant who speaks in it. Needs no texts. One pass.
std::vector<ThemeSupport> theme_support(model::Corpus& corpus);

}  // namespace themata::analysis
