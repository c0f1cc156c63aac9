#pragma once

#include <string>
#include <vector>

#include "themata/study/project.hpp"

namespace themata::study {

/// What was done in a phase, for the methods section or the appendix.
struct PhaseAccount {
  int phase = 1;
  std::string name;
  std::string from;  ///< the day of its first command, ISO 8601; empty: nothing was done
  std::string to;    ///< of its last
  std::vector<std::string> coders;  ///< who worked, by name
  std::string done;                 ///< "import 2, code add 14": commands and how many of each
  std::string notes;                ///< on the moves to it, joined by "; "
};

/// All six. A command belongs to the phase that the study was in by the log of phases; before its
/// first move, to the phase that such work is done in (Braun and Clarke 2006, table 1): importing
/// and reading to 1, coding to 2, making themes to 3, moving and merging them to 4, defining and
/// naming them to 5, choosing excerpts to 6.
std::vector<PhaseAccount> phase_account(Project& project);

}  // namespace themata::study
