#include "themata/store/participants.hpp"

#include <algorithm>
#include <unordered_map>

#include "themata/error.hpp"
#include "themata/store/detail/memo_rows.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

struct AttributeColumns {
  std::vector<model::Attribute> empty;  ///< every attribute, without a value
  std::unordered_map<std::int64_t, std::size_t> place_of_id;
};

AttributeColumns attribute_columns(Database& database) {
  AttributeColumns columns;
  Query query(database, "SELECT id, name FROM attribute ORDER BY position, id");
  while (query.next()) {
    columns.place_of_id.emplace(query.integer(0), columns.empty.size());
    columns.empty.push_back({query.text(1), {}});
  }
  return columns;
}

std::optional<std::int64_t> attribute_id(Database& database, const std::string& name) {
  Query query(database, "SELECT id FROM attribute WHERE name = ?1", name);
  if (!query.next()) return std::nullopt;
  return query.integer(0);
}

}  // namespace

std::vector<model::Participant> participants(Database& database) {
  const ReadTransaction transaction(database);
  const AttributeColumns columns = attribute_columns(database);
  std::vector<model::Participant> result;
  std::unordered_map<std::int64_t, std::size_t> place_of_id;
  Query rows(database, "SELECT id, guid, name FROM participant ORDER BY position, id");
  while (rows.next()) {
    place_of_id.emplace(rows.integer(0), result.size());
    result.push_back({rows.id<model::ParticipantId>(0), rows.text(1), rows.text(2), columns.empty});
  }
  Query values(database, "SELECT participant_id, attribute_id, value FROM participant_attribute");
  while (values.next()) {
    const auto participant = place_of_id.find(values.integer(0));
    const auto attribute = columns.place_of_id.find(values.integer(1));
    if (participant == place_of_id.end() || attribute == columns.place_of_id.end()) {
      throw_damaged(database.path(),
                    "it holds a value of a participant or an attribute that is missing");
    }
    result[participant->second].attributes[attribute->second].value = values.text(2);
  }
  return result;
}

std::vector<StoredAttribute> attributes(Database& database) {
  std::vector<StoredAttribute> result;
  Query query(database, "SELECT guid, name FROM attribute ORDER BY position, id");
  while (query.next()) result.push_back({query.text(0), query.text(1)});
  return result;
}

std::vector<std::string> attribute_names(Database& database) {
  std::vector<std::string> names;
  Query query(database, "SELECT name FROM attribute ORDER BY position, id");
  while (query.next()) names.push_back(query.text(0));
  return names;
}

model::ParticipantId add_participant(Database& database, const std::string& name,
                                     const std::string& guid) {
  Query(database,
        "INSERT INTO participant (guid, name, position) "
        "VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM participant))",
        guid, name)
      .run();
  return model::ParticipantId{last_id(database)};
}

void rename_participant(Database& database, model::ParticipantId id, const std::string& name) {
  Query(database, "UPDATE participant SET name = ?2 WHERE id = ?1", id, name).run();
  require_row(database, "participant", id.value);
}

void remove_participant(Database& database, model::ParticipantId id) {
  Query speakers(database, "SELECT count(*) FROM speaker WHERE participant_id = ?1", id);
  speakers.next();
  if (speakers.integer(0) > 0) {
    throw Conflict("the participant still speaks in a source; set those speakers first");
  }
  remove_memos_on(database, model::MemoTarget::participant, id.value);
  Query(database, "DELETE FROM participant_attribute WHERE participant_id = ?1", id).run();
  Query(database, "DELETE FROM participant WHERE id = ?1", id).run();
  require_row(database, "participant", id.value);
}

void add_attribute(Database& database, const std::string& name, const std::string& guid) {
  if (attribute_id(database, name)) return;
  Query(database,
        "INSERT INTO attribute (guid, name, position) "
        "VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM attribute))",
        guid, name)
      .run();
}

void set_attribute(Database& database, model::ParticipantId id, const std::string& name,
                   const std::string& value) {
  const std::optional<std::int64_t> attribute = attribute_id(database, name);
  if (!attribute)
    throw NotFound("there is no attribute \"" + name + "\"", attribute_names(database));
  if (value.empty()) {
    Query(database,
          "DELETE FROM participant_attribute WHERE participant_id = ?1 AND attribute_id = ?2", id,
          *attribute)
        .run();
    return;
  }
  Query(database,
        "INSERT INTO participant_attribute (participant_id, attribute_id, value) "
        "VALUES (?1, ?2, ?3) "
        "ON CONFLICT (participant_id, attribute_id) DO UPDATE SET value = excluded.value",
        id, *attribute, value)
      .run();
}

}  // namespace themata::store
