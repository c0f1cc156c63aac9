#include "themata/store/readings.hpp"

#include "themata/store/detail/query.hpp"
#include "themata/store/detail/reading_rows.hpp"

namespace themata::store {

std::vector<model::Reading> readings(Database& database) {
  std::vector<model::Reading> result;
  Query query(database, "SELECT target, target_id, coder_id, created FROM reading ORDER BY id");
  while (query.next()) {
    result.push_back({query.word<model::parse_reading_target>(0), query.integer(1),
                      query.id<model::CoderId>(2), query.text(3)});
  }
  return result;
}

void add_reading(Database& database, const model::Reading& reading) {
  Query(database,
        "INSERT INTO reading (target, target_id, coder_id, created) VALUES (?1, ?2, ?3, ?4)",
        model::to_string(reading.target), reading.target_id, reading.coder, reading.created)
      .run();
}

void remove_readings_of(Database& database, model::ReadingTarget target, std::int64_t target_id) {
  Query(database, "DELETE FROM reading WHERE target = ?1 AND target_id = ?2",
        model::to_string(target), target_id)
      .run();
}

}  // namespace themata::store
