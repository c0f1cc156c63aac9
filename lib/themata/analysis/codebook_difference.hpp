#pragma once

#include <string>
#include <vector>

#include "themata/analysis/coding_counts.hpp"
#include "themata/model/codebook.hpp"

namespace themata::analysis {

/// A codebook at one time, and how often its codes and themes had been applied.
struct CodebookState {
  model::Codebook codebook;
  CodingCounts counts;
};

/// One thing that is other in a later codebook.
struct CodebookDifference {
  std::string noun;  ///< "code" or "theme"
  std::string name;  ///< a theme by its path; as it is later, or was if it is gone
  std::string
      change;  ///< "added", "removed", or what of it changed: "name", "theme", "parent", ...
  std::string before;
  std::string after;
};

/// How a codebook and its theme tree changed. Codes and themes are the same if their GUIDs are.
/// First themes, then codes; each in the later order, then those that are gone in the earlier
/// order.
std::vector<CodebookDifference> codebook_differences(const CodebookState& before,
                                                     const CodebookState& after);

}  // namespace themata::analysis
