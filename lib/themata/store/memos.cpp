#include "themata/store/memos.hpp"

#include "themata/store/detail/memo_rows.hpp"
#include "themata/store/detail/query.hpp"

namespace themata::store {

namespace {

std::optional<text::TextRange> turn_of(const Query& memo) {
  if (memo.null(7)) return std::nullopt;
  return text::byte_range(memo.size(7), memo.size(8));
}

std::optional<std::int64_t> place(const std::optional<text::TextRange>& turn,
                                  text::ByteOffset text::TextRange::*side) {
  if (!turn) return std::nullopt;
  return static_cast<std::int64_t>(((*turn).*side).value);
}

}  // namespace

std::vector<model::Memo> memos(Database& database) {
  std::vector<model::Memo> result;
  Query query(
      database,
      "SELECT id, guid, target, target_id, coder_id, text, created, begin, \"end\" FROM memo "
      "ORDER BY created, id");
  while (query.next()) {
    result.push_back({query.id<model::MemoId>(0), query.text(1),
                      query.word<model::parse_memo_target>(2), query.integer(3),
                      query.id<model::CoderId>(4), query.text(5), query.text(6), turn_of(query)});
  }
  return result;
}

model::MemoId add_memo(Database& database, const model::Memo& memo, const std::string& created) {
  Query(database,
        "INSERT INTO memo (guid, target, target_id, coder_id, created, text, begin, \"end\") "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        memo.guid, model::to_string(memo.target), memo.target_id, memo.author, created, memo.text,
        place(memo.turn, &text::TextRange::begin), place(memo.turn, &text::TextRange::end))
      .run();
  return model::MemoId{last_id(database)};
}

void remove_memos(Database& database, model::MemoTarget target, std::int64_t target_id) {
  remove_memos_on(database, target, target_id);
}

void remove_memos_on(Database& database, model::MemoTarget target, std::int64_t target_id) {
  Query(database, "DELETE FROM memo WHERE target = ?1 AND target_id = ?2", model::to_string(target),
        target_id)
      .run();
}

}  // namespace themata::store
