#include "themata/study/undo.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/store/consistency.hpp"
#include "themata/store/undo.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

using Log = std::vector<store::LogEntry>;

const store::LogEntry& entry_of(const Log& log, std::int64_t id) {
  return *std::lower_bound(
      log.begin(), log.end(), id,
      [](const store::LogEntry& entry, auto wanted) { return entry.id < wanted; });
}

std::string name_of(const store::LogEntry& entry) {
  return fmt::format("change {} ({}{}{})", entry.id, entry.command,
                     entry.summary.empty() ? "" : ": ", entry.summary);
}

void refuse_final(const store::LogEntry& entry) {
  if (entry.recorded) return;
  throw Conflict(fmt::format(
      "{} cannot be taken back, nor what came before the last command that took something out for "
      "good (source pseudonymise, participant withdraw)",
      name_of(entry)));
}

/// The top of a stack, from the last on.
Log top(const Log& log, const std::vector<std::int64_t>& stack, std::size_t count,
        const char* what) {
  if (stack.empty() || count == 0) throw Conflict(fmt::format("there is nothing to {}", what));
  if (count > stack.size()) {
    throw Conflict(fmt::format("there {} {} to {}, not {}", stack.size() == 1 ? "is" : "are",
                               text::plural(stack.size(), "command"), what, count));
  }
  Log result;
  for (std::size_t i = 0; i < count; ++i) {
    result.push_back(entry_of(log, stack[stack.size() - 1 - i]));
    refuse_final(result.back());
  }
  return result;
}

store::ChangeInfo info_of(Project& project, const char* command) {
  return {project.now(), model::checked_name("coder", project.environment().coder), command};
}

std::string summary_of(const Log& commands) {
  if (commands.size() == 1) return name_of(commands.front());
  const auto [first, last] = std::minmax(commands.front().id, commands.back().id);
  return fmt::format("{}, changes {} to {}", text::plural(commands.size(), "command"), first, last);
}

bool are_same(const Log& some, const Log& others) {
  return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                    [](const auto& one, const auto& other) { return one.id == other.id; });
}

void refuse_if_changed(const Log& now, const Log& expected) {
  if (are_same(now, expected)) return;
  throw Conflict("the study has been changed meanwhile, so nothing was done; look at the log");
}

[[noreturn]] void refuse_misfit(Project& project, const store::LogEntry& entry) {
  throw StoreError(fmt::format(
      "{}: the study is not as {} left it, so another program has written to it; nothing was "
      "changed; \"themata verify\" says more",
      project.database().path().string(), name_of(entry)));
}

[[noreturn]] void refuse_standing(Project& project, const store::LogEntry& command, const Log& log,
                                  const std::vector<std::int64_t>& done) {
  const auto place = std::find(done.begin(), done.end(), command.id);
  const std::vector<std::int64_t> later(std::next(place), done.end());
  const auto standing = store::standing_on(project.database(), command.id, later);
  constexpr std::size_t most_named = 5;
  std::string named;
  for (std::size_t i = 0; i < std::min(standing.size(), most_named); ++i) {
    named += (i == 0 ? "" : "; ") + name_of(entry_of(log, standing[i]));
  }
  if (standing.size() > most_named) {
    named += fmt::format("; and {} more", standing.size() - most_named);
  }
  throw Conflict(
      fmt::format("{} cannot be taken back alone, for something stands on it: {}; "
                  "nothing was changed",
                  name_of(command), named.empty() ? "what came after it" : named));
}

}  // namespace

Log next_undone(Project& project, std::size_t count) {
  const Log log = store::log_entries(project.database());
  return top(log, store::undo_stacks(log).done, count, "undo");
}

Log next_redone(Project& project, std::size_t count) {
  const Log log = store::log_entries(project.database());
  return top(log, store::undo_stacks(log).undone, count, "redo");
}

void undo(Project& project, const Log& commands) {
  store::Reversal reversal(project.database(), info_of(project, "undo"));
  refuse_if_changed(
      top(reversal.log(), store::undo_stacks(reversal.log()).done, commands.size(), "undo"),
      commands);
  for (const store::LogEntry& command : commands) {
    if (!reversal.take_back(command.id)) refuse_misfit(project, command);
  }
  reversal.commit(store::ChangeKind::undo, summary_of(commands));
}

void redo(Project& project, const Log& commands) {
  store::Reversal reversal(project.database(), info_of(project, "redo"));
  refuse_if_changed(
      top(reversal.log(), store::undo_stacks(reversal.log()).undone, commands.size(), "redo"),
      commands);
  for (const store::LogEntry& command : commands) {
    if (!reversal.give_again(command.id)) refuse_misfit(project, command);
  }
  reversal.commit(store::ChangeKind::redo, summary_of(commands));
}

store::LogEntry single_undone(Project& project, std::int64_t change) {
  const Log log = store::log_entries(project.database());
  const auto found =
      std::find_if(log.begin(), log.end(), [&](const auto& entry) { return entry.id == change; });
  if (found == log.end()) {
    throw NotFound(
        fmt::format("there is no change {}; see the column id of \"themata log\"", change));
  }
  if (found->kind != store::ChangeKind::command) {
    throw Conflict(fmt::format("change {} is {} {}, which is not undone itself", change,
                               found->kind == store::ChangeKind::undo ? "an" : "a",
                               store::to_string(found->kind)));
  }
  const auto done = store::undo_stacks(log).done;
  if (std::find(done.begin(), done.end(), change) == done.end()) {
    throw Conflict(fmt::format("{} has been taken back already", name_of(*found)));
  }
  refuse_final(*found);
  return *found;
}

void undo_only(Project& project, const store::LogEntry& command) {
  store::Reversal reversal(project.database(), info_of(project, "undo"));
  const auto done = store::undo_stacks(reversal.log()).done;
  if (std::find(done.begin(), done.end(), command.id) == done.end()) {
    throw Conflict(fmt::format("{} has been taken back already", name_of(command)));
  }
  const auto before = store::inconsistencies(project.database());
  if (!reversal.take_back(command.id) || store::inconsistencies(project.database()) != before) {
    refuse_standing(project, command, reversal.log(), done);
  }
  reversal.commit(store::ChangeKind::undo, summary_of({command}));
}

}  // namespace themata::study
