#include "themata/study/phase_account.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/model/phase.hpp"
#include "themata/store/history.hpp"
#include "themata/store/study_info.hpp"
#include "themata/study/phases.hpp"

namespace themata::study {

namespace {

struct UsualPhase {
  std::string_view command;  ///< what it begins with
  int phase;
};

// The first that fits counts.
constexpr std::array usual_phases{
    UsualPhase{"theme add", 3},    UsualPhase{"theme assign", 3}, UsualPhase{"theme unassign", 3},
    UsualPhase{"theme define", 5}, UsualPhase{"theme rename", 5}, UsualPhase{"theme", 4},
    UsualPhase{"code merge", 4},   UsualPhase{"code split", 4},   UsualPhase{"code", 2},
    UsualPhase{"apply", 2},        UsualPhase{"unapply", 2},      UsualPhase{"unflag", 2},
    UsualPhase{"autocode", 2},     UsualPhase{"annotate", 2},     UsualPhase{"comments", 2},
    UsualPhase{"excerpts", 6},     UsualPhase{"quotations", 6},   UsualPhase{"import", 1},
    UsualPhase{"source", 1},       UsualPhase{"speaker", 1},      UsualPhase{"participant", 1},
    UsualPhase{"bracket", 1},      UsualPhase{"read", 1},         UsualPhase{"pseudonymise", 1},
    UsualPhase{"terms", 2}};

/// 0: a command that is of no phase.
int usual_phase(std::string_view command) {
  for (const UsualPhase& usual : usual_phases) {
    if (command.starts_with(usual.command)) return usual.phase;
  }
  return 0;
}

/// The phase that the study was in at a time; 0: before the first move.
int phase_at(const std::vector<PhaseMoveLine>& moves, const std::string& time) {
  int phase = 0;
  for (const PhaseMoveLine& move : moves) {
    if (move.time < time) phase = move.phase;
  }
  return phase;
}

/// What one phase's commands come to.
struct Work {
  std::string first;
  std::string last;
  std::set<std::string> coders;
  std::map<std::string, std::size_t> commands;
};

std::string day_of(const std::string& time) { return time.substr(0, 10); }

std::string joined(const std::map<std::string, std::size_t>& commands) {
  std::vector<std::string> parts;
  for (const auto& [command, count] : commands)
    parts.push_back(fmt::format("{} {}", command, count));
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

std::vector<PhaseAccount> phase_account(Project& project) {
  const std::vector<PhaseMoveLine> moves = phase_moves(project);
  std::map<int, Work> work;
  for (const store::LogEntry& entry : store::log_entries(project.database())) {
    if (entry.kind != store::ChangeKind::command || entry.command.starts_with("phase")) continue;
    int phase = phase_at(moves, entry.time);
    if (phase == 0) phase = usual_phase(entry.command);
    if (phase == 0) continue;
    Work& done = work[phase];
    if (done.first.empty()) done.first = entry.time;
    done.last = entry.time;
    done.coders.insert(entry.coder);
    ++done.commands[entry.command];
  }
  std::vector<PhaseAccount> account;
  const model::PhaseNames names = store::study_info(project.database()).phase_names;
  for (int phase = 1; phase <= 6; ++phase) {
    const Work& done = work[phase];
    PhaseAccount& one = account.emplace_back();
    one.phase = phase;
    one.name = model::phase_name(phase, names);
    one.from = day_of(done.first);
    one.to = day_of(done.last);
    one.coders.assign(done.coders.begin(), done.coders.end());
    one.done = joined(done.commands);
    std::vector<std::string> notes;
    for (const PhaseMoveLine& move : moves) {
      if (move.phase == phase && !move.note.empty()) notes.push_back(move.note);
    }
    one.notes = fmt::format("{}", fmt::join(notes, "; "));
  }
  return account;
}

}  // namespace themata::study
