#include "themata/store/kept_parts.hpp"

#include "themata/store/detail/content.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/sha256.hpp"

namespace themata::store {

std::vector<model::KeptPart> kept_parts(Database& database) {
  std::vector<model::KeptPart> parts;
  Query query(database,
              "SELECT guid, kind, name, xml_id, file_name, file_id FROM kept_part ORDER BY id");
  while (query.next()) {
    model::KeptPart part{query.text(0), query.text(1), query.text(2), {}, query.text(4), {}};
    load_content(database, query.integer(3), part.xml);
    if (!query.null(5)) load_content(database, query.integer(5), part.file);
    parts.push_back(std::move(part));
  }
  return parts;
}

bool keep_part(Database& database, const model::KeptPart& part) {
  Query known(database, "SELECT 1 FROM kept_part WHERE guid = ?1 AND kind = ?2", part.guid,
              part.kind);
  if (known.next()) return false;
  const std::int64_t xml = store_content(database, sha256(part.xml), part.xml);
  std::optional<std::int64_t> file;
  if (!part.file_name.empty()) file = store_content(database, sha256(part.file), part.file);
  Query(database,
        "INSERT INTO kept_part (guid, kind, name, xml_id, file_name, file_id) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        part.guid, part.kind, part.name, xml, part.file_name, file)
      .run();
  return true;
}

std::size_t remove_kept_parts(Database& database) {
  Query(database, "DELETE FROM kept_part").run();
  return static_cast<std::size_t>(rows_changed(database));
}

}  // namespace themata::store
