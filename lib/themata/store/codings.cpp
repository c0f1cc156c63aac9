#include "themata/store/codings.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "themata/error.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/detail/coding_rows.hpp"
#include "themata/store/detail/memo_rows.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/memos.hpp"

namespace themata::store {
namespace {

struct KnownCoding {
  model::CodingId id;
  bool by_rule = false;
};

std::optional<KnownCoding> find(Query& query, const model::Segment& segment, model::CodeId code,
                                model::CoderId coder) {
  const auto& [source, range] = segment;
  query.bind(source, range.begin.value, range.end.value, code, coder);
  if (!query.next()) return std::nullopt;
  return KnownCoding{query.id<model::CodingId>(0), !query.view(1).empty()};
}

constexpr const char* find_coding =
    "SELECT id, rule FROM coding WHERE source_id = ?1 AND begin = ?2 AND \"end\" = ?3 "
    "AND code_id = ?4 AND coder_id = ?5";

void insert(Query& query, const NewCoding& coding) {
  const auto& [source, range] = coding.segment;
  query
      .bind(coding.id, coding.guid, source, range.begin.value, range.end.value, coding.code,
            coding.coder, coding.created, coding.rule)
      .run();
}

bool has_memo(Database& database, const NewCoding& coding, model::CodingId id) {
  Query query(database,
              "SELECT 1 FROM memo WHERE target = 'coding' AND target_id = ?1 AND coder_id = ?2 "
              "AND text = ?3",
              id, coding.coder, coding.memo);
  return query.next();
}

/// Returns false if there is nothing to keep.
bool keep_memo(Database& database, const NewCoding& coding, StoredCoding stored) {
  if (coding.memo.empty()) return false;
  if (!stored.added && has_memo(database, coding, stored.id)) return false;
  const model::Memo memo{{},           coding.memo_guid, model::MemoTarget::coding, stored.id.value,
                         coding.coder, coding.memo};
  add_memo(database, memo, coding.created);
  return true;
}

std::vector<std::size_t> in_order_of_segment(const std::vector<NewCoding>& codings) {
  std::vector<std::size_t> order(codings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return codings[a].segment < codings[b].segment;
  });
  return order;
}

}  // namespace

std::vector<StoredCoding> add_codings(Database& database, const std::vector<NewCoding>& codings) {
  Query lookup(database, find_coding);
  Query acceptance(database, "UPDATE coding SET rule = '' WHERE id = ?1");
  Query insertion(
      database,
      "INSERT INTO coding (id, guid, source_id, begin, \"end\", code_id, coder_id, created, "
      "rule) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  std::vector<StoredCoding> stored(codings.size());
  for (const std::size_t i : in_order_of_segment(codings)) {
    const NewCoding& coding = codings[i];
    const auto known = find(lookup, coding.segment, coding.code, coding.coder);
    if (!known) insert(insertion, coding);
    stored[i] = {known ? known->id : model::CodingId{last_id(database)}, !known};
    stored[i].accepted = known && known->by_rule && coding.rule.empty();
    if (stored[i].accepted) acceptance.bind(known->id).run();
    stored[i].memo_added = keep_memo(database, codings[i], stored[i]);
  }
  return stored;
}

std::vector<model::Coding> codings(Database& database, const std::vector<model::CodingId>& ids) {
  std::vector<model::CodingId> wanted = ids;
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  const ReadTransaction transaction(database);
  Query query(database,
              "SELECT id, guid, source_id, begin, \"end\", code_id, coder_id, rule FROM coding "
              "WHERE id = ?1");
  std::vector<model::Coding> result;
  for (const model::CodingId id : wanted) {
    if (!query.bind(id).next()) continue;
    result.push_back(
        {query.id<model::CodingId>(0),
         query.text(1),
         {query.id<model::SourceId>(2), text::byte_range(query.size(3), query.size(4))},
         query.id<model::CodeId>(5),
         query.id<model::CoderId>(6),
         query.text(7)});
  }
  return result;
}

std::unordered_map<model::CodingId, CodingOrigin> coding_origins(Database& database,
                                                                 model::SourceId source) {
  std::unordered_map<model::CodingId, CodingOrigin> origins;
  Query query(database, "SELECT id, created, rule FROM coding WHERE source_id = ?1", source);
  while (query.next()) {
    origins.emplace(query.id<model::CodingId>(0), CodingOrigin{query.text(1), query.text(2)});
  }
  return origins;
}

bool has_coding(Database& database, const model::Segment& segment, model::CodeId code,
                model::CoderId coder) {
  Query lookup(database, find_coding);
  return find(lookup, segment, code, coder).has_value();
}

std::size_t coding_count(Database& database, model::CodeId code) {
  Query query(database, "SELECT count(*) FROM coding WHERE code_id = ?1", code);
  query.next();
  return query.size(0);
}

void remove_codings_of(Database& database, const std::string& column, std::int64_t id) {
  const std::string these = "(SELECT id FROM coding WHERE " + column + " = ?1)";
  Query(database, "DELETE FROM memo WHERE target = 'coding' AND target_id IN " + these, id).run();
  Query(database, "DELETE FROM coding_flag WHERE coding_id IN " + these, id).run();
  Query(database, "DELETE FROM chosen_excerpt WHERE coding_id IN " + these, id).run();
  Query(database, "DELETE FROM coding WHERE " + column + " = ?1", id).run();
}

void join_codings(Database& database, model::CodingId coding, model::CodingId same) {
  Query(database, "UPDATE memo SET target_id = ?2 WHERE target = 'coding' AND target_id = ?1",
        coding, same)
      .run();
  for (const char* table : {"coding_flag", "chosen_excerpt"}) {
    Query(database,
          std::string("UPDATE OR IGNORE ") + table + " SET coding_id = ?2 WHERE coding_id = ?1",
          coding, same)
        .run();
  }
  remove_codings(database, {coding});
}

void remove_codings(Database& database, const std::vector<model::CodingId>& ids) {
  Query removal(database, "DELETE FROM coding WHERE id = ?1");
  Query unchoosing(database, "DELETE FROM chosen_excerpt WHERE coding_id = ?1");
  for (const model::CodingId id : ids) {
    remove_memos_on(database, model::MemoTarget::coding, id.value);
    clear_flag(database, id);
    unchoosing.bind(id).run();
    removal.bind(id).run();
    require_row(database, "coding", id.value);
  }
}

}  // namespace themata::store
