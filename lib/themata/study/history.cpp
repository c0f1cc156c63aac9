#include "themata/study/history.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "themata/error.hpp"

namespace themata::study {

namespace {

/// Commands whose first word does not say that they change codings.
constexpr std::array coding_commands{"apply",    "unapply", "autocode", "annotate",
                                     "comments", "kwic",    "excerpts", "unflag"};

bool is_about(const std::string& command, const std::string& noun) {
  const std::string first = command.substr(0, command.find(' '));
  if (first == noun) return true;
  if (noun == "source" && (first == "import" || first == "read")) return true;
  if (noun == "speaker" && command == "source turns") return true;
  return noun == "coding" &&
         std::find(coding_commands.begin(), coding_commands.end(), first) != coding_commands.end();
}

bool is_wanted(const LogEntry& entry, const LogFilter& filter) {
  if (!filter.noun.empty() && !is_about(entry.command, filter.noun)) return false;
  if (!filter.coder.empty() && entry.coder != filter.coder) return false;
  if (!filter.from.empty() && entry.time < filter.from) return false;
  return filter.to.empty() || entry.time.substr(0, filter.to.size()) <= filter.to;
}

/// For each command that is taken back, by which undo.
std::unordered_map<std::int64_t, std::int64_t> taken_back(const std::vector<LogEntry>& log) {
  std::unordered_map<std::int64_t, std::int64_t> by;
  for (const LogEntry& entry : log) {
    for (const std::int64_t target : entry.targets) {
      if (entry.kind == store::ChangeKind::undo) {
        by[target] = entry.id;
      } else {
        by.erase(target);
      }
    }
  }
  return by;
}

}  // namespace

std::vector<LogLine> log_lines(Project& project, const LogFilter& filter) {
  const std::vector<LogEntry> log = store::log_entries(project.database());
  const auto by = taken_back(log);
  std::vector<LogLine> lines;
  for (const LogEntry& entry : log) {
    if (!is_wanted(entry, filter)) continue;
    const auto found = by.find(entry.id);
    lines.push_back({entry, found == by.end() ? std::nullopt : std::optional(found->second)});
  }
  return lines;
}

LogLine log_line(Project& project, std::int64_t change) {
  for (LogLine& line : log_lines(project, {})) {
    if (line.entry.id == change) return line;
  }
  throw NotFound(
      fmt::format("there is no change {}; see the column id of \"themata log\"", change));
}

void list_changed_values(Project& project, std::int64_t change,
                         const std::function<void(const ChangedValue&)>& sink) {
  store::each_changed_value(project.database(), change, sink);
}

}  // namespace themata::study
