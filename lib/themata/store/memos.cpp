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

void move_memos_on_turns(Database& database, model::SourceId source,
                         const std::function<text::TextRange(text::TextRange)>& turn_now) {
  std::vector<std::pair<model::MemoId, text::TextRange>> moved;
  Query query(database,
              "SELECT id, begin, \"end\" FROM memo WHERE target = 'turn' AND target_id = ?1",
              source);
  while (query.next()) {
    moved.emplace_back(query.id<model::MemoId>(0),
                       turn_now(text::byte_range(query.size(1), query.size(2))));
  }
  Query update(database, "UPDATE memo SET begin = ?2, \"end\" = ?3 WHERE id = ?1");
  for (const auto& [id, range] : moved) {
    if (range.empty()) {
      remove_memo(database, id);
    } else {
      update.bind(id, range.begin.value, range.end.value).run();
    }
  }
}

void move_memos(Database& database, model::MemoTarget target, std::int64_t from, std::int64_t to) {
  Query(database, "UPDATE memo SET target_id = ?3 WHERE target = ?1 AND target_id = ?2",
        model::to_string(target), from, to)
      .run();
}

void remove_memo(Database& database, model::MemoId id) {
  Query(database, "DELETE FROM memo WHERE id = ?1", id).run();
  require_row(database, "memo", id.value);
}

void rewrite_memo(Database& database, model::MemoId id, const std::string& text) {
  Query(database, "UPDATE memo SET text = ?2 WHERE id = ?1", id, text).run();
  require_row(database, "memo", id.value);
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
