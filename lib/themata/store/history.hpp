#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "themata/store/database.hpp"

namespace themata::store {

/// What a row of the history stands for. Undo and redo are not undone themselves; a snapshot marks
/// the state that the rows before it made.
enum class ChangeKind { command, undo, redo, snapshot };
std::string_view to_string(ChangeKind kind);

/// One command that changed the study, or a mark in its history.
struct LogEntry {
  std::int64_t id = 0;
  std::string time;
  std::string coder;
  std::string command;
  std::string summary;
  ChangeKind kind = ChangeKind::command;
  std::string why;                    ///< the reason that the coder gave; may be empty
  std::vector<std::int64_t> targets;  ///< what an undo took back or a redo gave again, in order
  bool recorded = true;  ///< a command with what it changed; false: it can never be taken back
};

/// The history, oldest first.
std::vector<LogEntry> log_entries(Database& database);

/// What the history's undos and redos come to.
struct UndoStacks {
  std::vector<std::int64_t> done;    ///< commands in effect; undo takes back the last first
  std::vector<std::int64_t> undone;  ///< commands that redo gives again, the last first
};
UndoStacks undo_stacks(const std::vector<LogEntry>& log);

/// The tables whose rows the history records, in no order. (For tests: every other table is
/// append-only content or the history itself.)
std::vector<std::string> recorded_tables();

}  // namespace themata::store
