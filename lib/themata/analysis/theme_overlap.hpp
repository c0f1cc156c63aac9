#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "themata/model/corpus.hpp"

namespace themata::analysis {

/// Two themes, neither above the other, and how many excerpts lie right under both.
struct ThemePair {
  model::ThemeId first;  ///< in the tree's order
  model::ThemeId second;
  std::size_t excerpts = 0;
};

/// An excerpt that lies right under several themes, none above another.
struct SharedExcerpt {
  std::string source;
  model::CodingId coding;  ///< the first on it
  std::vector<model::ThemeId> themes;
};

/// The pairs that share an excerpt, in the tree's order; each shared excerpt is handed to `sink`.
/// Needs no texts. One pass.
std::vector<ThemePair> theme_overlaps(model::Corpus& corpus,
                                      const std::function<void(const SharedExcerpt&)>& sink);

/// The same for what the corpus' selection admits, with every theme taken for the one above it that
/// is on a level below `levels` (1: top-level themes alone).
std::vector<ThemePair> theme_links(model::Corpus& corpus, std::size_t levels);

}  // namespace themata::analysis
