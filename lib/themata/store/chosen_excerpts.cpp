#include "themata/store/chosen_excerpts.hpp"

#include <algorithm>

#include "themata/store/detail/query.hpp"

namespace themata::store {

std::vector<ChosenExcerpt> chosen_excerpts(Database& database) {
  std::vector<ChosenExcerpt> result;
  Query query(database,
              "SELECT coding_id, chosen, wording FROM chosen_excerpt ORDER BY position, coding_id");
  while (query.next())
    result.push_back({query.id<model::CodingId>(0), query.text(1), query.text(2)});
  return result;
}

bool choose_excerpt(Database& database, const ChosenExcerpt& excerpt) {
  Query(database,
        "INSERT INTO chosen_excerpt (coding_id, position, chosen, wording) VALUES (?1, "
        "(SELECT coalesce(max(position), 0) + 1 FROM chosen_excerpt), ?2, ?3) "
        "ON CONFLICT (coding_id) DO NOTHING",
        excerpt.coding, excerpt.chosen, excerpt.wording)
      .run();
  return rows_changed(database) > 0;
}

bool word_chosen_excerpt(Database& database, model::CodingId coding, const std::string& wording) {
  Query(database, "UPDATE chosen_excerpt SET wording = ?2 WHERE coding_id = ?1 AND wording <> ?2",
        coding, wording)
      .run();
  return rows_changed(database) > 0;
}

void order_chosen_excerpts(Database& database, const std::vector<model::CodingId>& first) {
  std::vector<model::CodingId> order = first;
  for (const ChosenExcerpt& one : chosen_excerpts(database)) {
    if (std::find(first.begin(), first.end(), one.coding) == first.end()) {
      order.push_back(one.coding);
    }
  }
  Query query(database,
              "UPDATE chosen_excerpt SET position = ?2 WHERE coding_id = ?1 AND position <> ?2");
  std::int64_t position = 0;
  for (const model::CodingId coding : order) query.bind(coding, ++position).run();
}

bool drop_chosen_excerpt(Database& database, model::CodingId coding) {
  Query(database, "DELETE FROM chosen_excerpt WHERE coding_id = ?1", coding).run();
  return rows_changed(database) > 0;
}

}  // namespace themata::store
