#include "themata/store/statements.hpp"

#include "themata/store/detail/query.hpp"

namespace themata::store {

std::vector<model::Statement> statements(Database& database) {
  std::vector<model::Statement> result;
  Query query(database,
              "SELECT guid, kind, topic, coder_id, created, text FROM statement ORDER BY id");
  while (query.next()) {
    result.push_back({query.text(0), query.word<model::parse_statement_kind>(1), query.text(2),
                      query.id<model::CoderId>(3), query.text(4), query.text(5)});
  }
  return result;
}

void add_statement(Database& database, const model::Statement& statement) {
  Query(database,
        "INSERT INTO statement (guid, kind, topic, coder_id, created, text) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        statement.guid, model::to_string(statement.kind), statement.topic, statement.coder,
        statement.created, statement.text)
      .run();
}

}  // namespace themata::store
