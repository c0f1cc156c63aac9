#include "themata/store/coding_flags.hpp"

#include "themata/store/detail/query.hpp"

namespace themata::store {

namespace {

std::vector<CodingFlag> flags_of(Query& query) {
  std::vector<CodingFlag> flags;
  while (query.next()) {
    flags.push_back({query.id<model::CodingId>(0), query.text(1), query.text(2), query.text(3)});
  }
  return flags;
}

}  // namespace

std::vector<CodingFlag> coding_flags(Database& database) {
  Query query(database,
              "SELECT coding_id, excerpt, reason, flagged FROM coding_flag ORDER BY coding_id");
  return flags_of(query);
}

std::vector<CodingFlag> coding_flags(Database& database, model::SourceId source) {
  // CROSS JOIN: from the source's codings to their flags, however few flags there are.
  Query query(database,
              "SELECT f.coding_id, f.excerpt, f.reason, f.flagged FROM coding c "
              "CROSS JOIN coding_flag f ON f.coding_id = c.id WHERE c.source_id = ?1 "
              "ORDER BY f.coding_id",
              source);
  return flags_of(query);
}

void flag_coding(Database& database, const CodingFlag& flag) {
  Query(database,
        "INSERT INTO coding_flag (coding_id, excerpt, reason, flagged) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (coding_id) DO UPDATE SET excerpt = excluded.excerpt, "
        "reason = excluded.reason, flagged = excluded.flagged",
        flag.coding, flag.excerpt, flag.reason, flag.flagged)
      .run();
}

bool clear_flag(Database& database, model::CodingId coding) {
  Query(database, "DELETE FROM coding_flag WHERE coding_id = ?1", coding).run();
  return rows_changed(database) > 0;
}

}  // namespace themata::store
