#include "themata/store/recode.hpp"

#include <optional>

#include "themata/store/codings.hpp"
#include "themata/store/detail/coding_rows.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {
namespace {

/// The same coder's coding of the same segment with `code`, if there is one.
std::optional<model::CodingId> same_with(Query& lookup, model::CodingId coding,
                                         model::CodeId code) {
  if (!lookup.bind(coding, code).next()) return std::nullopt;
  return lookup.id<model::CodingId>(0);
}

}  // namespace

Recoded recode(Database& database, const std::vector<model::CodingId>& codings,
               model::CodeId code) {
  Query lookup(database,
               "SELECT d.id FROM coding c JOIN coding d ON d.source_id = c.source_id "
               "AND d.begin = c.begin AND d.\"end\" = c.\"end\" AND d.code_id = ?2 "
               "AND d.coder_id = c.coder_id WHERE c.id = ?1");
  Query update(database, "UPDATE coding SET code_id = ?2 WHERE id = ?1");
  Recoded recoded{codings.size(), 0};
  for (const model::CodingId coding : codings) {
    const auto same = same_with(lookup, coding, code);
    if (same == coding) continue;
    if (same) {
      join_codings(database, coding, *same);
      ++recoded.joined;
    } else {
      update.bind(coding, code).run();
      require_row(database, "coding", coding.value);
    }
  }
  return recoded;
}

std::vector<model::CodingId> codings_of_code(Database& database, model::CodeId code) {
  std::vector<model::CodingId> ids;
  Query query(database, "SELECT id FROM coding WHERE code_id = ?1 ORDER BY id", code);
  while (query.next()) ids.push_back(query.id<model::CodingId>(0));
  return ids;
}

}  // namespace themata::store
