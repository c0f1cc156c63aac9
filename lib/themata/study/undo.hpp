#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "themata/store/history.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// The last `count` commands in effect, the latest first: what undo would take back. Throws
/// `Conflict` if there are fewer, or if one can never be taken back.
std::vector<store::LogEntry> next_undone(Project& project, std::size_t count);
/// The last `count` commands that were taken back: what redo would give again, in that order.
/// Throws `Conflict` if there are fewer.
std::vector<store::LogEntry> next_redone(Project& project, std::size_t count);

/// Takes back what `next_undone` told, or gives again what `next_redone` told, as one entry of the
/// history. Throws `Conflict` if the study has been changed since.
void undo(Project& project, const std::vector<store::LogEntry>& commands);
void redo(Project& project, const std::vector<store::LogEntry>& commands);

/// The command with this number in the log, if undo may take it back by itself. Throws `NotFound`
/// if there is none, `Conflict` if it is taken back already or can never be.
store::LogEntry single_undone(Project& project, std::int64_t change);
/// Takes one command back, whatever came after it. Throws `Conflict` that names the later commands
/// that stand on it; then nothing is changed.
void undo_only(Project& project, const store::LogEntry& command);

}  // namespace themata::study
