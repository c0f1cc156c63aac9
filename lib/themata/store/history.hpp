#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "themata/store/database.hpp"

namespace themata::store {

/// One command that changed the study.
struct LogEntry {
  std::int64_t id = 0;
  std::string time;
  std::string coder;
  std::string command;
  std::string summary;
};

/// The history, oldest first.
std::vector<LogEntry> log_entries(Database& database);

/// The tables whose rows the history records, in no order. (For tests: every other table is
/// append-only content or the history itself.)
std::vector<std::string> recorded_tables();

}  // namespace themata::store
