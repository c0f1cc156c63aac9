#include "themata/store/coders.hpp"

#include "themata/store/detail/query.hpp"

namespace themata::store {

std::vector<model::Coder> coders(Database& database) {
  std::vector<model::Coder> result;
  Query query(database, "SELECT id, name, guid FROM coder ORDER BY id");
  while (query.next()) {
    result.push_back({query.id<model::CoderId>(0), query.text(1), query.text(2)});
  }
  return result;
}

model::CoderId add_coder(Database& database, const std::string& name, const std::string& guid) {
  Query(database, "INSERT INTO coder (guid, name) VALUES (?1, ?2)", guid, name).run();
  return model::CoderId{last_id(database)};
}

}  // namespace themata::store
