#include "themata/study/snapshots.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/store/undo.hpp"
#include "themata/study/analyses.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study {

namespace {

bool is_number(const std::string& word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
}

std::optional<std::int64_t> change_of(const std::string& word,
                                      const std::vector<store::LogEntry>& log) {
  constexpr std::size_t most_digits = 18;
  if (!is_number(word) || word.size() > most_digits) return std::nullopt;
  const std::int64_t change = std::stoll(word);
  const bool known = change == 0 || std::any_of(log.begin(), log.end(), [&](const auto& entry) {
                       return entry.id == change;
                     });
  return known ? std::optional(change) : std::nullopt;
}

std::int64_t find_state(Project& project, const std::string& when) {
  if (const auto change = change_of(when, store::log_entries(project.database()))) return *change;
  const std::vector<Snapshot> known = snapshots(project);
  return model::find_named("snapshot", when, known).change;
}

analysis::CodebookState state_of(Project& project) {
  CountedCodebook counted = count_codings(project, {});
  return {std::move(counted.codebook), std::move(counted.counts)};
}

}  // namespace

std::vector<Snapshot> snapshots(Project& project) {
  std::vector<Snapshot> result;
  for (const store::LogEntry& entry : store::log_entries(project.database())) {
    if (entry.kind != store::ChangeKind::snapshot) continue;
    result.push_back({entry.id, entry.summary, entry.coder, entry.time});
  }
  return result;
}

Snapshot take_snapshot(Project& project, const std::string& name) {
  const std::string checked = model::checked_name("snapshot", name);
  if (is_number(checked)) {
    throw InputError(fmt::format(
        "\"{}\" would be taken for a number of the log; give the snapshot a name", checked));
  }
  for (const Snapshot& other : snapshots(project)) {
    if (text::name_key(other.name) != text::name_key(checked)) continue;
    throw Conflict(
        fmt::format("there is a snapshot \"{}\" already, of {}", other.name, other.time));
  }
  store::add_snapshot(
      project.database(),
      {project.now(), model::checked_name("coder", project.environment().coder), "snapshot"},
      checked);
  return snapshots(project).back();
}

Project as_of(Project& project, const std::string& when) {
  const std::int64_t change = find_state(project, when);
  Project copy = project.copy_in_memory();
  store::go_back_to(copy.database(), change);
  return copy;
}

std::vector<CodebookDifference> compare_snapshots(Project& project, const std::string& before,
                                                  const std::optional<std::string>& after) {
  Project earlier = as_of(project, before);
  const analysis::CodebookState old = state_of(earlier);
  if (!after) return analysis::codebook_differences(old, state_of(project));
  Project later = as_of(project, *after);
  return analysis::codebook_differences(old, state_of(later));
}

}  // namespace themata::study
