#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "themata/analysis/codebook_difference.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using analysis::CodebookDifference;

/// A mark in the history that names the state of the study.
struct Snapshot {
  std::int64_t change = 0;  ///< its place in the log
  std::string name;
  std::string coder;
  std::string time;  ///< ISO 8601, UTC
};

/// Oldest first.
std::vector<Snapshot> snapshots(Project& project);

/// Marks the state as it is. Throws `Conflict` if a snapshot has the name, `InputError` if it is no
/// name or only a number.
Snapshot take_snapshot(Project& project, const std::string& name);

/// The study as it was at a snapshot, or after the change with this number, in memory. Texts are
/// those of then as well. Throws `NotFound`, and `Conflict` if what was taken out for good since
/// (by a pseudonymisation or a withdrawal) makes the state unreachable.
Project as_of(Project& project, const std::string& when);

/// How the codebook and the theme tree changed from one state to another, or until now.
std::vector<CodebookDifference> compare_snapshots(Project& project, const std::string& before,
                                                  const std::optional<std::string>& after);

}  // namespace themata::study
