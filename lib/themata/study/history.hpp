#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "themata/store/changed_values.hpp"
#include "themata/store/history.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using store::ChangedValue;
using store::ChangeKind;
using store::LogEntry;

/// A command as the log lists it.
struct LogLine {
  LogEntry entry;
  std::optional<std::int64_t> taken_back_by;  ///< the undo that took it back, if it still is
};

/// Which commands are asked for; what is empty asks for all.
struct LogFilter {
  std::string noun;   ///< "code", "theme", ...; "coding" for all commands that apply codes
  std::string coder;  ///< by this very name
  std::string from;   ///< a date or time, ISO 8601, and all of what it begins
  std::string to;
};

/// The commands that changed the study, oldest first.
std::vector<LogLine> log_lines(Project& project, const LogFilter& filter);

/// One command. Throws `NotFound`.
LogLine log_line(Project& project, std::int64_t change);
/// What it did, a value at a time.
void list_changed_values(Project& project, std::int64_t change,
                         const std::function<void(const ChangedValue&)>& sink);

}  // namespace themata::study
