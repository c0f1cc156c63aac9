#include "themata/store/chosen_excerpts.hpp"

#include "themata/store/detail/query.hpp"

namespace themata::store {

std::vector<ChosenExcerpt> chosen_excerpts(Database& database) {
  std::vector<ChosenExcerpt> result;
  Query query(database,
              "SELECT coding_id, chosen FROM chosen_excerpt ORDER BY position, coding_id");
  while (query.next()) result.push_back({query.id<model::CodingId>(0), query.text(1)});
  return result;
}

bool choose_excerpt(Database& database, const ChosenExcerpt& excerpt) {
  Query(database,
        "INSERT INTO chosen_excerpt (coding_id, position, chosen) VALUES (?1, "
        "(SELECT coalesce(max(position), 0) + 1 FROM chosen_excerpt), ?2) "
        "ON CONFLICT (coding_id) DO NOTHING",
        excerpt.coding, excerpt.chosen)
      .run();
  return rows_changed(database) > 0;
}

bool drop_chosen_excerpt(Database& database, model::CodingId coding) {
  Query(database, "DELETE FROM chosen_excerpt WHERE coding_id = ?1", coding).run();
  return rows_changed(database) > 0;
}

}  // namespace themata::store
