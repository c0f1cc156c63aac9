#include "themata/store/sources.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "themata/error.hpp"
#include "themata/store/detail/coding_rows.hpp"
#include "themata/store/detail/content.hpp"
#include "themata/store/detail/memo_rows.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/detail/reading_rows.hpp"

namespace themata::store {
namespace {

/// A query about one source, at its row. Throws `NotFound`.
void require_source(Query& query, model::SourceId id) {
  if (!query.next()) throw NotFound("there is no source with the id " + std::to_string(id.value));
}

std::string content_of(Database& database, model::SourceId id, const char* content_id_query) {
  const ReadTransaction transaction(database);
  Query query(database, content_id_query, id);
  require_source(query, id);
  std::string bytes;
  load_content(database, query.integer(0), bytes);
  return bytes;
}

Sha256 hash_at(Database& database, const Query& row, int column) {
  const std::string_view bytes = row.view(column);
  Sha256 hash{};
  if (bytes.size() != hash.size()) {
    throw_damaged(database.path(), "the SHA-256 of a file is cut short");
  }
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

constexpr const char* source_columns =
    "SELECT s.id, s.guid, s.name, s.kind, s.occasion, "
    "iif(s.language = '', t.language, s.language) FROM source s, study t ";

model::Source source_at(const Query& row) {
  return {row.id<model::SourceId>(0),
          row.text(1),
          row.text(2),
          row.word<model::parse_source_kind>(3),
          row.text(4),
          row.text(5),
          {}};
}

/// Both in the study's order.
void add_details(Database& database, std::vector<model::Source>& sources) {
  Query query(database,
              "SELECT d.source_id, d.key, d.value FROM source_detail d "
              "JOIN source s ON s.id = d.source_id ORDER BY s.position, s.id, d.position");
  auto source = sources.begin();
  while (query.next()) {
    const auto id = query.id<model::SourceId>(0);
    source = std::find_if(source, sources.end(), [&](const auto& s) { return s.id == id; });
    source->details.push_back({query.text(1), query.text(2)});
  }
}

}  // namespace

std::vector<model::Source> sources(Database& database) {
  const std::string sql = std::string(source_columns) + "ORDER BY s.position, s.id";
  const ReadTransaction transaction(database);
  std::vector<model::Source> result;
  Query query(database, sql);
  while (query.next()) result.push_back(source_at(query));
  add_details(database, result);
  return result;
}

model::Source source(Database& database, model::SourceId id) {
  const std::string sql = std::string(source_columns) + "WHERE s.id = ?1";
  const ReadTransaction transaction(database);
  Query query(database, sql, id);
  require_source(query, id);
  model::Source result = source_at(query);
  Query details(database,
                "SELECT key, value FROM source_detail WHERE source_id = ?1 ORDER BY position", id);
  while (details.next()) result.details.push_back({details.text(0), details.text(1)});
  return result;
}

SourceFile source_file(Database& database, model::SourceId id) {
  Query query(database,
              "SELECT r.file_name, r.encoding, r.convention, r.imported, c.sha256, length(c.bytes) "
              "FROM source s JOIN transcript r ON r.id = s.transcript_id "
              "JOIN content c ON c.id = coalesce(r.original_id, r.text_id) WHERE s.id = ?1",
              id);
  require_source(query, id);
  return {query.text(0),
          query.text(1),
          query.text(2),
          query.text(3),
          to_hex(hash_at(database, query, 4)),
          query.size(5)};
}

Sha256 original_hash(Database& database, model::SourceId id) {
  Query query(database,
              "SELECT c.sha256 FROM source s JOIN transcript r ON r.id = s.transcript_id "
              "JOIN content c ON c.id = coalesce(r.original_id, r.text_id) WHERE s.id = ?1",
              id);
  require_source(query, id);
  return hash_at(database, query, 0);
}

std::string source_text(Database& database, model::SourceId id) {
  return content_of(database, id,
                    "SELECT r.text_id FROM source s "
                    "JOIN transcript r ON r.id = s.transcript_id WHERE s.id = ?1");
}

std::string source_original(Database& database, model::SourceId id) {
  return content_of(database, id,
                    "SELECT coalesce(r.original_id, r.text_id) FROM source s "
                    "JOIN transcript r ON r.id = s.transcript_id WHERE s.id = ?1");
}

void rename_source(Database& database, model::SourceId id, const std::string& name) {
  Query(database, "UPDATE source SET name = ?2 WHERE id = ?1", id, name).run();
  require_row(database, "source", id.value);
}

void set_source_kind(Database& database, model::SourceId id, model::SourceKind kind) {
  Query(database, "UPDATE source SET kind = ?2 WHERE id = ?1", id, model::to_string(kind)).run();
  require_row(database, "source", id.value);
}

void set_source_occasion(Database& database, model::SourceId id, const std::string& occasion) {
  Query(database, "UPDATE source SET occasion = ?2 WHERE id = ?1", id, occasion).run();
  require_row(database, "source", id.value);
}

void remove_source(Database& database, model::SourceId id) {
  remove_codings_of(database, "source_id", id.value);
  Query(database, "DELETE FROM term_hit WHERE source_id = ?1", id).run();
  Query(database, "DELETE FROM speaker WHERE source_id = ?1", id).run();
  Query(database, "DELETE FROM source_detail WHERE source_id = ?1", id).run();
  remove_memos_on(database, model::MemoTarget::source, id.value);
  remove_memos_on(database, model::MemoTarget::turn, id.value);
  remove_readings_of(database, model::ReadingTarget::source, id.value);
  Query(database, "DELETE FROM source WHERE id = ?1", id).run();
  require_row(database, "source", id.value);
}

}  // namespace themata::store
