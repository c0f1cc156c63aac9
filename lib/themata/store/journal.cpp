#include "themata/store/journal.hpp"

#include "themata/store/detail/query.hpp"

namespace themata::store {

std::vector<model::JournalEntry> journal_entries(Database& database) {
  std::vector<model::JournalEntry> entries;
  Query query(database,
              "SELECT id, guid, coder_id, created, phase, text FROM journal_entry "
              "ORDER BY created, id");
  while (query.next()) {
    entries.push_back({query.id<model::JournalEntryId>(0), query.text(1),
                       query.id<model::CoderId>(2), query.text(3),
                       static_cast<int>(query.integer(4)), query.text(5)});
  }
  return entries;
}

model::JournalEntryId add_journal_entry(Database& database, const model::JournalEntry& entry) {
  Query(database,
        "INSERT INTO journal_entry (guid, coder_id, created, phase, text) "
        "VALUES (?1, ?2, ?3, ?4, ?5)",
        entry.guid, entry.author, entry.created, entry.phase, entry.text)
      .run();
  return model::JournalEntryId{last_id(database)};
}

std::vector<model::PhaseMove> phase_moves(Database& database) {
  std::vector<model::PhaseMove> moves;
  Query query(database, "SELECT guid, phase, coder_id, created, note FROM phase_move ORDER BY id");
  while (query.next()) {
    moves.push_back({query.text(0), static_cast<int>(query.integer(1)), query.id<model::CoderId>(2),
                     query.text(3), query.text(4)});
  }
  return moves;
}

void add_phase_move(Database& database, const model::PhaseMove& move) {
  Query(database,
        "INSERT INTO phase_move (guid, phase, coder_id, created, note) VALUES (?1, ?2, ?3, ?4, ?5)",
        move.guid, move.phase, move.coder, move.created, move.note)
      .run();
}

}  // namespace themata::store
