#include "themata/store/questions.hpp"

#include "themata/store/detail/query.hpp"

namespace themata::store {

std::vector<Question> questions(Database& database) {
  std::vector<Question> result;
  Query query(database, "SELECT guid, text FROM question ORDER BY position, id");
  while (query.next()) result.push_back({query.text(0), query.text(1)});
  return result;
}

void set_questions(Database& database, const std::vector<Question>& questions) {
  Query(database, "DELETE FROM question").run();
  Query query(database, "INSERT INTO question (guid, position, text) VALUES (?1, ?2, ?3)");
  std::int64_t position = 0;
  for (const Question& one : questions) query.bind(one.guid, ++position, one.text).run();
}

}  // namespace themata::store
