#include "themata/store/undo.hpp"

#include <algorithm>
#include <utility>

#include "themata/error.hpp"
#include "themata/store/detail/changeset.hpp"
#include "themata/store/detail/history_rows.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

std::string changeset_of(Database& database, std::int64_t change) {
  Query query(database, "SELECT changeset FROM change WHERE id = ?1", change);
  if (!query.next()) throw NotFound("there is no change " + std::to_string(change));
  return std::string(query.view(0));
}

void begin(Database& database) { Query(database, "BEGIN IMMEDIATE").run(); }

void roll_back(Database& database) { connection_of(database).roll_back("ROLLBACK"); }

[[noreturn]] void refuse_misfit(Database& database, std::int64_t change) {
  throw StoreError(database.path().string() + ": the study is not as change " +
                   std::to_string(change) +
                   " left it, so another program has written to it; nothing was changed; "
                   "\"themata verify\" says more");
}

void step(Database& copy, std::int64_t change, Direction direction) {
  if (apply_changeset(connection_of(copy), changeset_of(copy, change), direction)) return;
  refuse_misfit(copy, change);
}

/// Takes back what one row of the history did.
void step_back_over(Database& copy, const LogEntry& entry) {
  switch (entry.kind) {
    case ChangeKind::command:
      if (!entry.recorded) {
        throw Conflict("\"" + entry.command + "\" of " + entry.time + " (change " +
                       std::to_string(entry.id) +
                       ") made final what was before it, so earlier states are gone");
      }
      step(copy, entry.id, Direction::back);
      break;
    case ChangeKind::undo:
      for (auto id = entry.targets.rbegin(); id != entry.targets.rend(); ++id) {
        step(copy, *id, Direction::again);
      }
      break;
    case ChangeKind::redo:
      for (auto id = entry.targets.rbegin(); id != entry.targets.rend(); ++id) {
        step(copy, *id, Direction::back);
      }
      break;
    case ChangeKind::snapshot:
      break;
  }
}

}  // namespace

Reversal::Reversal(Database& database, ChangeInfo info)
    : database_(database), info_(std::move(info)) {
  begin(database_);
  try {
    log_ = log_entries(database_);
  } catch (...) {
    roll_back(database_);
    throw;
  }
}

Reversal::~Reversal() { roll_back(database_); }

bool Reversal::take_back(std::int64_t change) { return apply(change, true); }
bool Reversal::give_again(std::int64_t change) { return apply(change, false); }

bool Reversal::apply(std::int64_t change, bool back) {
  Savepoint part(database_);
  if (!apply_changeset(connection_of(database_), changeset_of(database_, change),
                       back ? Direction::back : Direction::again)) {
    return false;
  }
  part.keep();
  applied_.push_back(change);
  return true;
}

void Reversal::commit(ChangeKind kind, const std::string& summary) {
  const std::int64_t row = add_history_row(database_, info_, kind, summary, {});
  Query target(database_,
               "INSERT INTO change_target (change_id, position, target_id) VALUES (?1, ?2, ?3)");
  for (std::size_t i = 0; i < applied_.size(); ++i) target.bind(row, i, applied_[i]).run();
  Query(database_, "COMMIT").run();
}

void add_snapshot(Database& database, const ChangeInfo& info, const std::string& name) {
  begin(database);
  try {
    add_history_row(database, info, ChangeKind::snapshot, name, {});
    Query(database, "COMMIT").run();
  } catch (...) {
    roll_back(database);
    throw;
  }
}

void go_back_to(Database& copy, std::int64_t change, const std::function<void()>& before_step) {
  const std::vector<LogEntry> log = log_entries(copy);
  begin(copy);
  try {
    for (auto entry = log.rbegin(); entry != log.rend() && entry->id > change; ++entry) {
      if (before_step) before_step();
      step_back_over(copy, *entry);
    }
    Query(copy, "DELETE FROM change_target WHERE change_id > ?1", change).run();
    Query(copy, "DELETE FROM change WHERE id > ?1", change).run();
    Query(copy, "COMMIT").run();
  } catch (...) {
    roll_back(copy);
    throw;
  }
}

}  // namespace themata::store
