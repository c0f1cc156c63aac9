#pragma once

#include <vector>

#include "themata/model/record.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// The journal, oldest first.
std::vector<model::JournalEntry> journal_entries(Database& database);
/// `entry.id` is ignored.
model::JournalEntryId add_journal_entry(Database& database, const model::JournalEntry& entry);

/// Every move to a phase, oldest first.
std::vector<model::PhaseMove> phase_moves(Database& database);
void add_phase_move(Database& database, const model::PhaseMove& move);

}  // namespace themata::store
