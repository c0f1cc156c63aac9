#include "themata/store/history.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "themata/store/detail/history_rows.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

constexpr std::array<std::pair<ChangeKind, std::string_view>, 4> kinds{
    {{ChangeKind::command, "command"},
     {ChangeKind::undo, "undo"},
     {ChangeKind::redo, "redo"},
     {ChangeKind::snapshot, "snapshot"}}};

std::optional<ChangeKind> parse_change_kind(std::string_view word) {
  for (const auto& [kind, spelling] : kinds) {
    if (spelling == word) return kind;
  }
  return std::nullopt;
}

std::unordered_map<std::int64_t, std::vector<std::int64_t>> targets(Database& database) {
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> result;
  Query query(database,
              "SELECT change_id, target_id FROM change_target ORDER BY change_id, position");
  while (query.next()) result[query.integer(0)].push_back(query.integer(1));
  return result;
}

/// Moves `id` from one stack, near whose top it is, onto the other.
void move_over(std::int64_t id, std::vector<std::int64_t>& from, std::vector<std::int64_t>& to) {
  const auto found = std::find(from.rbegin(), from.rend(), id);
  if (found == from.rend()) return;
  from.erase(std::next(found).base());
  to.push_back(id);
}

}  // namespace

std::string_view to_string(ChangeKind kind) {
  return std::find_if(kinds.begin(), kinds.end(),
                      [&](const auto& spelling) { return spelling.first == kind; })
      ->second;
}

std::vector<LogEntry> log_entries(Database& database) {
  const ReadTransaction transaction(database);
  auto targets_of = targets(database);
  std::vector<LogEntry> result;
  Query query(database,
              "SELECT id, time, coder, command, summary, kind, why, length(changeset) FROM change "
              "ORDER BY id");
  while (query.next()) {
    result.push_back({query.integer(0), query.text(1), query.text(2), query.text(3), query.text(4),
                      query.word<parse_change_kind>(5), query.text(6),
                      std::move(targets_of[query.integer(0)]), query.integer(7) > 0});
  }
  return result;
}

UndoStacks undo_stacks(const std::vector<LogEntry>& log) {
  UndoStacks stacks;
  for (const LogEntry& entry : log) {
    switch (entry.kind) {
      case ChangeKind::command:
        stacks.done.push_back(entry.id);
        stacks.undone.clear();
        break;
      case ChangeKind::undo:
        for (const auto id : entry.targets) move_over(id, stacks.done, stacks.undone);
        break;
      case ChangeKind::redo:
        for (const auto id : entry.targets) move_over(id, stacks.undone, stacks.done);
        break;
      case ChangeKind::snapshot:
        break;
    }
  }
  return stacks;
}

std::int64_t add_history_row(Database& database, const ChangeInfo& info, ChangeKind kind,
                             const std::string& summary, std::string_view changeset) {
  Query(database,
        "INSERT INTO change (time, coder, command, summary, kind, why, schema, changeset) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        info.time, info.coder, info.command, summary, to_string(kind), info.why, current_schema(),
        Blob{changeset})
      .run();
  return last_id(database);
}

std::vector<std::string> recorded_tables() {
  return {"study",
          "coder",
          "source",
          "source_detail",
          "participant",
          "attribute",
          "participant_attribute",
          "speaker",
          "bracket_rule",
          "code",
          "theme",
          "code_theme",
          "coding",
          "memo",
          "term_family",
          "term_form",
          "term_hit",
          "coding_flag",
          "journal_entry",
          "phase_move",
          "reading",
          "statement",
          "chosen_excerpt",
          "kept_part",
          "question"};
}

}  // namespace themata::store
