#pragma once

#include <optional>
#include <string>
#include <vector>

#include "themata/study/project.hpp"

namespace themata::study {

/// A move to a phase, on or back.
struct PhaseMoveLine {
  std::string time;  ///< ISO 8601, UTC
  int phase = 1;
  std::string name;
  std::string coder;
  std::string note;
};

/// Oldest first.
std::vector<PhaseMoveLine> phase_moves(Project& project);

/// Notes that the study is in a phase (1 to 6) from now on: the method is recursive, so any of them
/// may come again. Throws `InputError` for a number that is none.
PhaseMoveLine set_phase(Project& project, int phase, const std::string& note);

/// What the record can and cannot say of a phase.
struct PhaseView {
  int number = 1;
  std::string name;
  bool is_present = false;
  std::size_t times_entered = 0;
  std::vector<std::string> says;  ///< sentences
  std::string cannot_say;         ///< a sentence
};

/// All six. Reads every source.
std::vector<PhaseView> phase_views(Project& project);

}  // namespace themata::study
